//! Notifications: whoever is to be told has an address, and nobody is told twice.

use std::collections::BTreeSet;

use async_trait::async_trait;
use latchkey_contract::problem::FieldCode;
use serde_json::Value;

use super::shipping::switched;
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::Behaviour;
use crate::resources::records::Stored;
use crate::resources::work::Work;
use crate::validate::{Faults, folded};

/// See the module.
pub(super) struct Notifications;

#[async_trait]
impl Behaviour for Notifications {
    async fn change(&self, _: &mut Work<'_>, _: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        laws(&after.fields, &mut faults);
        faults.none()
    }
}

fn laws(fields: &Fields, faults: &mut Faults) {
    let admins = fields
        .get("admins")
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    let told = ["onOrder", "onLowStock", "onReview"]
        .iter()
        .any(|name| switched(fields, name));
    if told && admins.is_empty() {
        let detail = "Add the address of somebody who is told, or switch the messages to the store off.";
        faults.note("/admins", FieldCode::TooFew, detail);
    }
    let mut seen = BTreeSet::new();
    for (n, admin) in admins.iter().enumerate() {
        if !seen.insert(folded(admin["email"].as_str().unwrap_or_default())) {
            let detail = "This address is in the list already.";
            faults.note(format!("/admins/{n}/email"), FieldCode::Taken, detail);
        }
    }
}
