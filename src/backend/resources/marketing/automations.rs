//! Automated emails: what can be filled into each is known, and a preview fills it in.

use async_trait::async_trait;
use latchkey_contract::problem::FieldCode;
use latchkey_contract::resource::Preview;
use rust_decimal::Decimal;

use super::placeholders::{filled, named};
use crate::problem::Refusal;
use crate::resources::behaviour::{Behaviour, Outcome};
use crate::resources::records::Stored;
use crate::resources::work::Work;
use crate::resources::{Fields, money};
use crate::store::shop;
use crate::validate::Faults;

/// See the module.
pub(super) struct Automations;

#[async_trait]
impl Behaviour for Automations {
    fn commands(&self) -> &'static [&'static str] {
        &["preview"]
    }

    async fn change(&self, _: &mut Work<'_>, _: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        for name in ["subject", "body"] {
            let unknown = named(after.text(name)).find(|placeholder| !is_known(after, placeholder));
            if let Some(placeholder) = unknown {
                let detail = format!(
                    "{{{placeholder}}} cannot be filled in here; these can: {}.",
                    after.text("placeholders")
                );
                faults.note(format!("/{name}"), FieldCode::UnknownValue, detail);
            }
        }
        faults.none()
    }

    async fn command(&self, work: &mut Work<'_>, _: &str, _: &Fields, record: &mut Stored) -> Result<Outcome, Refusal> {
        let store = shop::get(work.db).await?.name;
        let value = &|placeholder: &str| {
            is_known(record, placeholder).then(|| sample(placeholder, &store, work.public_url, &work.currency))
        };
        Ok(Outcome {
            preview: Some(Preview {
                subject: filled(record.text("subject"), value),
                ahead: None,
                text: filled(record.text("body"), value),
            }),
            ..Outcome::default()
        })
    }
}

/// Whether a placeholder can be filled in for what the email tells of.
fn is_known(automation: &Stored, placeholder: &str) -> bool {
    named(automation.text("placeholders")).any(|known| known == placeholder)
}

/// What a preview fills in.
fn sample(placeholder: &str, store: &str, public_url: &str, currency: &str) -> String {
    match placeholder {
        "name" => "Maja".into(),
        "store" => store.into(),
        "order" => "1042".into(),
        "total" => format!("{} {currency}", money::text(Decimal::new(4_990, 2), currency)),
        "link" => format!("{public_url}/1042"),
        "tracking" => "SE123456789".into(),
        "products" => "Brass key, oak tag".into(),
        "address" => "Nyckelgatan 4, Visby".into(),
        "code" => "HAPPY10".into(),
        other => other.into(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// Each text that the store begins with keeps to what can be filled in, and each of those has a sample.
    #[test]
    fn the_first_texts_can_be_filled_in() {
        let records: Value = serde_json::from_str(include_str!("automations.records.json")).expect("it is JSON");
        let records = records.as_array().expect("it is a list");
        assert_eq!(records.len(), 8);
        for record in records {
            let text = |name: &str| record["fields"][name].as_str().expect("it is a text");
            let known: Vec<_> = named(text("placeholders")).collect();
            for placeholder in named(text("subject")).chain(named(text("body"))) {
                assert!(known.contains(&placeholder), "{placeholder} in {}", record["id"]);
            }
            for placeholder in known {
                assert_ne!(sample(placeholder, "Shop", "http://x.test", "EUR"), placeholder);
            }
        }
    }
}
