//! Money in records: text on the way, decimal numbers in between, and never floating-point.

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Value, json};

/// How many decimals a currency has (ISO 4217).
pub(crate) fn decimals(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND"
        | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        _ => 2,
    }
}

/// The amount of a `{amount, currency}`.
pub(crate) fn amount(value: Option<&Value>) -> Option<Decimal> {
    value?.get("amount")?.as_str()?.parse().ok()
}

/// An amount as it travels, rounded to the currency's decimals as merchants round.
pub(crate) fn money(amount: Decimal, currency: &str) -> Value {
    json!({ "amount": text(amount, currency), "currency": currency })
}

/// The text of an amount: `12.50`.
pub(crate) fn text(amount: Decimal, currency: &str) -> String {
    let places = decimals(currency);
    let mut rounded = amount.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(places);
    rounded.to_string()
}

/// A number of a record.
pub(crate) fn number(value: Option<&Value>) -> Option<Decimal> {
    let text = value?.as_number()?.to_string();
    text.parse().or_else(|_| Decimal::from_scientific(&text)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_the_decimals_of_their_currency() {
        let third = Decimal::new(10, 0) / Decimal::new(3, 0);
        assert_eq!(text(third, "EUR"), "3.33");
        assert_eq!(text(Decimal::new(5, 1), "JPY"), "1");
        assert_eq!(text(Decimal::new(7, 0), "EUR"), "7.00");
        assert_eq!(
            amount(Some(&money(Decimal::new(-125, 1), "SEK"))),
            Some(Decimal::new(-1250, 2))
        );
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        assert_eq!(number(Some(&json!(0.1))), Some(Decimal::new(1, 1)));
        assert_eq!(number(Some(&json!(1e3))), Some(Decimal::new(1000, 0)));
        assert_eq!(number(Some(&json!("1"))), None);
    }
}
