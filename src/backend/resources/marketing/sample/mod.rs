//! Marketing of the sample store: something in each state there is, around the day on which it was filled.

mod campaigns;
mod discounts;
mod newsletters;

use latchkey_contract::id::RecordId;
use latchkey_permissions::Time;
use serde_json::Value;

use super::period::day;
use crate::auth::token::sha256_hex;
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::records::Stored;
use crate::resources::work::Work;

const DAY: i64 = 86_400_000;

/// Fills it.
pub(crate) async fn fill(work: &mut Work<'_>) -> Result<(), Refusal> {
    let today = day(work.now);
    let mut records: Vec<Stored> = campaigns::all(work.now, &work.currency)
        .into_iter()
        .map(|(kept, created, fields)| {
            let mut record = made("campaigns", "name", work.now, created, fields);
            super::campaigns::stand(&mut record.fields, kept, &today);
            record
        })
        .collect();
    work.add_all("campaigns", &mut records).await?;

    let mut records: Vec<Stored> = discounts::all(work.now, &work.currency)
        .into_iter()
        .map(|(created, fields)| {
            let mut record = made("discounts", "code", work.now, created, fields);
            super::discounts::stand(&mut record.fields, false, &today);
            record
        })
        .collect();
    work.add_all("discounts", &mut records).await?;

    let mut records = Vec::with_capacity(newsletters::ALL.len());
    for letter in newsletters::ALL {
        let reached = super::newsletters::recipients(work, letter.audience).await?;
        let fields = letter.fields(work.now, reached);
        records.push(made("newsletters", "subject", work.now, letter.days_ago, fields));
    }
    work.add_all("newsletters", &mut records).await
}

/// A record, made so many days ago. Its id follows from what it is called, so that it is the same each time.
fn made(resource: &str, name: &str, now: Time, days_ago: i64, fields: Value) -> Stored {
    let fields = match fields {
        Value::Object(fields) => fields,
        _ => Fields::new(),
    };
    let created = now.plus_millis(-days_ago * DAY);
    let called = fields.get(name).and_then(Value::as_str).unwrap_or_default();
    let id: String = sha256_hex(&[resource.as_bytes(), called.as_bytes()])
        .chars()
        .take(22)
        .collect();
    Stored {
        id: RecordId(id),
        ..Stored::new(fields, created)
    }
}
