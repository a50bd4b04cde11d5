//! Payment methods: each that is switched on has what it needs. The secret key is kept and never told.

use async_trait::async_trait;
use latchkey_contract::problem::FieldCode;
use serde_json::Value;

use super::iban;
use super::shipping::switched;
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::Behaviour;
use crate::resources::records::Stored;
use crate::resources::work::Work;
use crate::validate::Faults;

/// See the module.
pub(super) struct Payment;

#[async_trait]
impl Behaviour for Payment {
    async fn change(&self, work: &mut Work<'_>, _: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        let fields = &mut after.fields;
        fields.insert("cardSecretSet".into(), fields.contains_key("cardSecretKey").into());
        let mut faults = Faults::default();
        card(fields, &mut faults);
        needed(fields, "invoiceOn", &["invoiceDays"], &mut faults);
        needed(fields, "bankOn", &["bankHolder", "bankAccount"], &mut faults);
        let account = fields.get("bankAccount").and_then(Value::as_str);
        if account.is_some_and(|account| iban::looks_like_one(account) && !iban::is_right(account)) {
            let detail = "The check digits of this IBAN are wrong; look for a digit that was mistyped.";
            faults.note("/bankAccount", FieldCode::Malformed, detail);
        }
        if switched(fields, "cashOn") && !switched(&work.only("shipping").await?, "pickupOn") {
            let detail = "Nobody can pick up yet. Switch that on first, under shipping.";
            faults.note("/cashOn", FieldCode::Mismatch, detail);
        }
        faults.none()
    }
}

/// Notes what is missing of what a method needs that is switched on.
fn needed(fields: &Fields, switch: &str, names: &[&str], faults: &mut Faults) {
    for name in names {
        if switched(fields, switch) && !fields.contains_key(*name) {
            faults.note(
                format!("/{name}"),
                FieldCode::Required,
                "This way of paying needs it; fill it in, or switch the way off.",
            );
        }
    }
}

/// Both keys are there, and both are for tests in the test mode and for real money outside it.
fn card(fields: &Fields, faults: &mut Faults) {
    needed(fields, "cardOn", &["cardPublishableKey", "cardSecretKey"], faults);
    if !switched(fields, "cardOn") {
        return;
    }
    let (kind, other) = if switched(fields, "testMode") {
        ("_test_", "the test mode is on")
    } else {
        ("_live_", "the test mode is off")
    };
    for name in ["cardPublishableKey", "cardSecretKey"] {
        let key = fields.get(name).and_then(Value::as_str);
        if key.is_some_and(|key| !key.contains(kind)) {
            let detail = format!("This key is not a `{kind}` one, though {other}.");
            faults.note(format!("/{name}"), FieldCode::Mismatch, detail);
        }
    }
}
