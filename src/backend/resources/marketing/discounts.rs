//! Discounts: a code belongs to one of them, what it takes off is said in one way, and where it stands follows from its
//! days, its switch and how often it was used.

use async_trait::async_trait;
use latchkey_contract::problem::FieldCode;
use rust_decimal::Decimal;
use serde_json::Value;

use super::period::{Period, Phase, day};
use crate::problem::Refusal;
use crate::resources::behaviour::{Behaviour, Outcome};
use crate::resources::records::Stored;
use crate::resources::work::Work;
use crate::resources::{Fields, money};
use crate::validate::Faults;

/// See the module.
pub(super) struct Discounts;

#[async_trait]
impl Behaviour for Discounts {
    fn commands(&self) -> &'static [&'static str] {
        &["end-now"]
    }

    async fn create(&self, work: &mut Work<'_>, record: &mut Stored) -> Result<(), Refusal> {
        laws(work, record).await?;
        stand(&mut record.fields, false, &day(work.now));
        Ok(())
    }

    async fn change(&self, work: &mut Work<'_>, before: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        laws(work, after).await?;
        // Whoever gives it another last day wants it to be valid until then.
        let ended = before.text("status") == "ended" && before.text("ends") == after.text("ends");
        stand(&mut after.fields, ended, &day(work.now));
        Ok(())
    }

    async fn restore(&self, work: &mut Work<'_>, record: &mut Stored) -> Result<(), Refusal> {
        if is_free(work, record).await? {
            Ok(())
        } else {
            Err(Refusal::state("Another discount has the code of this one by now."))
        }
    }

    async fn command(&self, work: &mut Work<'_>, _: &str, _: &Fields, record: &mut Stored) -> Result<Outcome, Refusal> {
        let today = day(work.now);
        let last = Period::of(&record.fields).cut_short(&today).to_owned();
        record.fields.insert("ends".into(), last.into());
        stand(&mut record.fields, true, &today);
        Ok(Outcome::default())
    }

    fn settles(&self) -> bool {
        true
    }

    async fn settle(&self, work: &mut Work<'_>) -> Result<(), Refusal> {
        let today = day(work.now);
        for mut discount in work.all("discounts").await? {
            let before = discount.text("status").to_owned();
            stand(&mut discount.fields, before == "ended", &today);
            if discount.text("status") != before {
                work.save("discounts", &mut discount).await?;
            }
        }
        Ok(())
    }
}

/// What a schema cannot say. The code is kept in capitals, and of the two ways of saying what it takes off only the one
/// that counts.
async fn laws(work: &mut Work<'_>, discount: &mut Stored) -> Result<(), Refusal> {
    let code = discount.text("code").to_ascii_uppercase();
    discount.fields.insert("code".into(), code.into());
    let mut faults = Faults::default();
    if !is_free(work, discount).await? {
        faults.note(
            "/code",
            FieldCode::Taken,
            "Another discount has this code; choose another.",
        );
    }
    let fields = &mut discount.fields;
    let (counts, other) = match fields.get("kind").and_then(Value::as_str) {
        Some("percent") => ("percent", "amount"),
        _ => ("amount", "percent"),
    };
    fields.remove(other);
    match fields.get(counts) {
        None => faults.note(format!("/{counts}"), FieldCode::Required, "Say how much it takes off."),
        Some(value)
            if counts == "amount" && money::amount(Some(value)).is_none_or(|amount| amount <= Decimal::ZERO) =>
        {
            faults.note("/amount/amount", FieldCode::BelowMinimum, "Take off more than nothing.");
        }
        Some(_) => {}
    }
    let (limit, used) = (number(fields, "limit"), number(fields, "used").unwrap_or_default());
    if limit.is_some_and(|limit| limit < used) {
        let detail = format!("It has been used {used} times already.");
        faults.note("/limit", FieldCode::BelowMinimum, detail);
    }
    Period::of(fields).check(&mut faults);
    faults.none()
}

async fn is_free(work: &mut Work<'_>, discount: &Stored) -> Result<bool, Refusal> {
    let having = work.having("discounts", "code", &discount.text("code").into()).await?;
    Ok(having.iter().all(|other| other.id == discount.id))
}

fn number(fields: &Fields, name: &str) -> Option<i64> {
    fields.get(name).and_then(Value::as_i64)
}

/// Says where it stands. `ended`: somebody has ended it, whatever its days say.
pub(super) fn stand(fields: &mut Fields, ended: bool, today: &str) {
    let used_up = number(fields, "limit").is_some_and(|limit| number(fields, "used") >= Some(limit));
    let status = match Period::of(fields).phase(today) {
        Phase::After => "ended",
        _ if ended => "ended",
        _ if fields.get("active") != Some(&Value::Bool(true)) => "off",
        _ if used_up => "usedUp",
        Phase::Before => "scheduled",
        Phase::Within => "valid",
    };
    fields.insert("status".into(), status.into());
}
