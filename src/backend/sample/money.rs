//! Money while it is made up: whole cents.

use serde_json::{Value, json};

/// The currency of the sample store, as ISO 4217.
pub(super) const CURRENCY: &str = "EUR";

/// So many cents as they are kept.
pub(super) fn euros(cents: i64) -> Value {
    json!({"amount": format!("{}.{:02}", cents / 100, cents % 100), "currency": CURRENCY})
}
