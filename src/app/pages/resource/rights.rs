//! Whether a person may change a field: decided here only to show; the backend decides again.

use latchkey_contract::resource::{Field, Kind, Resource, Schema};
use latchkey_permissions::Denial;

use super::kit::Kit;
use crate::pages::no_access::missing_labels;
use crate::session::Verdict;

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Edit {
    /// It is an input.
    Yes,
    /// Nobody changes it by hand.
    Nobody,
    /// Others may: whoever holds these permissions, in the reader's language.
    Others(Vec<String>),
    /// The owner may.
    Owner,
}

/// The answer for a field of a record. Reactive.
pub(super) fn edit(kit: Kit, resource: &Resource, field: &Field) -> Edit {
    if !can_be_sent(&resource.schema, field) {
        return Edit::Nobody;
    }
    let Some(rule) = resource.edit_rule(field) else {
        return Edit::Nobody;
    };
    match kit.sessions.verdict(rule) {
        Verdict::Allowed => Edit::Yes,
        Verdict::Denied(Denial::Missing(missing)) => {
            Edit::Others(missing_labels(&kit.signed_in.catalogue(), rule, missing))
        }
        Verdict::Denied(Denial::OwnerOnly) => Edit::Owner,
        Verdict::Denied(_) | Verdict::Pending => Edit::Nobody,
    }
}

/// Whether a field is asked for while a record is made. Whoever may make one may fill in what has no rule of its own.
/// Reactive.
pub(super) fn asked_at_creation(kit: Kit, resource: &Resource, field: &Field) -> bool {
    let block = resource.blocks.iter().find(|block| block.fields.contains(&field.name));
    let own = field
        .edit
        .as_ref()
        .or_else(|| block.and_then(|block| block.edit.as_ref()));
    !field.later && can_be_sent(&resource.schema, field) && own.is_none_or(|rule| kit.sessions.allows(rule))
}

/// Whether a client may send a field at all. What cannot be described cannot be changed either.
pub(super) fn can_be_sent(schema: &Schema, field: &Field) -> bool {
    let described = schema.properties.contains_key(&field.name);
    field.kind != Kind::Unknown && described && !schema.is_read_only(schema, &field.name)
}
