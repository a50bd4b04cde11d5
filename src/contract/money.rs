//! Money as it travels: a decimal number in text, never a floating-point number, and the currency it is in.

use serde::{Deserialize, Serialize};

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// A decimal number with a point, at most as many decimals as the currency has: `12.50`, `-3`, `15000`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^-?[0-9]{1,15}(\.[0-9]{1,4})?$")))]
    pub amount: String,
    /// The currency, ISO 4217.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[A-Z]{3}$")))]
    pub currency: String,
}
