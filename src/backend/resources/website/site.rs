//! The site: what is switched on has its words, and its accent colour carries white letters.

use async_trait::async_trait;
use latchkey_contract::problem::FieldCode;
use serde_json::Value;

use super::{colour, embed};
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::Behaviour;
use crate::resources::records::Stored;
use crate::resources::work::Work;
use crate::validate::Faults;

/// See the module.
pub(super) struct Site;

#[async_trait]
impl Behaviour for Site {
    async fn change(&self, work: &mut Work<'_>, _: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        laws(&after.fields, &mut faults);
        faults.none()?;
        embed::follow(work, None, Some(after.text("name"))).await
    }
}

fn laws(fields: &Fields, faults: &mut Faults) {
    for (switch, words) in [
        ("bannerOn", &["bannerText"][..]),
        ("popupOn", &["popupTitle", "popupText"]),
    ] {
        let on = fields.get(switch) == Some(&Value::Bool(true));
        for name in words.iter().filter(|name| on && !fields.contains_key(**name)) {
            let detail = "It is shown to customers; write something, or do not show it.";
            faults.note(format!("/{name}"), FieldCode::Required, detail);
        }
    }
    let accent = fields.get("accent").and_then(Value::as_str).unwrap_or_default();
    if !colour::carries_white(accent) {
        let detail = "White letters cannot be read on this colour; choose a darker one.";
        faults.note("/accent", FieldCode::Mismatch, detail);
    }
}
