//! Gift cards: issuing one, whose code is told this once, and disabling one.

use async_trait::async_trait;
use latchkey_contract::problem::FieldCode;
use latchkey_permissions::Time;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use sqlx::query;

use super::gift_codes::Code;
use crate::problem::Refusal;
use crate::resources::behaviour::{Behaviour, Outcome};
use crate::resources::records::Stored;
use crate::resources::work::Work;
use crate::resources::{Fields, money};

/// How many years a card can be spent where nothing is said.
const YEARS: u32 = 3;

/// See the module.
pub(super) struct GiftCards;

#[async_trait]
impl Behaviour for GiftCards {
    fn commands(&self) -> &'static [&'static str] {
        &["issue", "disable"]
    }

    async fn command(
        &self,
        _work: &mut Work<'_>,
        command: &str,
        _input: &Fields,
        card: &mut Stored,
    ) -> Result<Outcome, Refusal> {
        if command != "disable" {
            return Err(Refusal::not_found());
        }
        card.fields.insert("status".into(), "disabled".into());
        Ok(Outcome::default())
    }

    async fn list_command(&self, work: &mut Work<'_>, command: &str, input: &Fields) -> Result<Outcome, Refusal> {
        if command != "issue" {
            return Err(Refusal::not_found());
        }
        issue(work, input).await
    }
}

async fn issue(work: &mut Work<'_>, input: &Fields) -> Result<Outcome, Refusal> {
    let amount = money::amount(input.get("amount")).unwrap_or_default();
    if amount <= Decimal::ZERO {
        return Err(Refusal::member(
            "/amount",
            FieldCode::BelowMinimum,
            "A card of nothing buys nothing.",
        ));
    }
    let today = day(work.now);
    let expires = match input.get("expires").and_then(Value::as_str) {
        None => years_later(&today, YEARS),
        Some(expires) if *expires < *today => {
            return Err(Refusal::member(
                "/expires",
                FieldCode::BelowMinimum,
                "That day is over.",
            ));
        }
        Some(expires) => expires.to_owned(),
    };
    let amount = money::money(amount, &work.currency);
    let code = Code::new();
    let card = json!({
        "code": code.masked(),
        "status": "active",
        "balance": amount,
        "initial": amount,
        "expires": expires,
    });
    let Value::Object(mut fields) = card else {
        return Err(Refusal::internal());
    };
    for name in ["recipient", "email", "message"] {
        if let Some(value) = input.get(name) {
            fields.insert(name.into(), value.clone());
        }
    }
    let card = work.add("gift-cards", Stored::new(fields, work.now)).await?;
    query("INSERT INTO gift_card_codes (hash, card) VALUES ($1, $2)")
        .bind(code.hash())
        .bind(card.id.as_str())
        .execute(&mut *work.db)
        .await?;
    Ok(Outcome {
        record: Some(card),
        reveal: Some(code.reveal()),
        ..Outcome::default()
    })
}

fn day(moment: Time) -> String {
    moment.to_string().chars().take("2026-11-24".len()).collect()
}

/// The same day so many years later; for the last of February of a leap year, the day before it where there is none.
fn years_later(day: &str, years: u32) -> String {
    let (year, rest) = day.split_at_checked(4).unwrap_or((day, ""));
    let year = year.parse::<u32>().unwrap_or_default() + years;
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let rest = if rest == "-02-29" && !leap { "-02-28" } else { rest };
    format!("{year:04}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_valid_for_three_years_to_the_day() {
        assert_eq!(years_later("2026-11-24", YEARS), "2029-11-24");
        assert_eq!(years_later("2028-02-29", YEARS), "2031-02-28");
        assert_eq!(years_later("2028-02-29", 4), "2032-02-29");
    }
}
