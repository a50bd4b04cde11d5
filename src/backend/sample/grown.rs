//! A record that was made up, before it is kept.

use latchkey_contract::id::RecordId;
use latchkey_permissions::Time;
use serde_json::Value;

use crate::resources::Fields;
use crate::resources::records::Stored;

/// See the module.
pub(super) struct Grown {
    pub(super) id: String,
    pub(super) created: Time,
    pub(super) fields: Fields,
}

impl Grown {
    /// The record as it is kept.
    pub(super) fn into_stored(self) -> Stored {
        Stored {
            id: RecordId(self.id),
            ..Stored::new(self.fields, self.created)
        }
    }
}

/// The members of an object.
pub(super) fn fields(object: Value) -> Fields {
    match object {
        Value::Object(fields) => fields,
        _ => Fields::new(),
    }
}
