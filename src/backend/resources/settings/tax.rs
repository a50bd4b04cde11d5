//! Taxes: what a schema cannot say of the rates.

use std::collections::BTreeSet;

use async_trait::async_trait;
use latchkey_contract::problem::FieldCode;
use serde_json::Value;

use super::countries;
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::Behaviour;
use crate::resources::records::Stored;
use crate::resources::work::Work;
use crate::validate::Faults;

/// See the module.
pub(super) struct Tax;

#[async_trait]
impl Behaviour for Tax {
    async fn change(&self, _: &mut Work<'_>, _: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        laws(&after.fields, &mut faults);
        faults.none()
    }
}

/// Each country exists and has one rate.
fn laws(fields: &Fields, faults: &mut Faults) {
    let mut seen = BTreeSet::new();
    let rates = fields.get("rates").and_then(Value::as_array);
    for (n, rate) in rates.into_iter().flatten().enumerate() {
        let country = rate["country"].as_str().unwrap_or_default();
        let pointer = format!("/rates/{n}/country");
        if !countries::exists(country) {
            faults.note(
                pointer,
                FieldCode::UnknownValue,
                "There is no country with these two letters.",
            );
        } else if !seen.insert(country) {
            faults.note(
                pointer,
                FieldCode::Taken,
                "This country has a rate already; keep one of them.",
            );
        }
    }
}
