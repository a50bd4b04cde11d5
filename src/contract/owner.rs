//! Setting up a store: its owner, once.

use serde::{Deserialize, Serialize};

/// `POST /owner`: the first start of an empty store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewOwner {
    /// The set-up token that the backend printed.
    pub token: String,
    /// The name of the store.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = crate::limits::STORE_NAME_MAX)))]
    pub store_name: String,
    /// The currency of the store, as ISO 4217.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[A-Z]{3}$")))]
    pub currency: String,
    /// The owner's name.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = crate::limits::NAME_MAX)))]
    pub name: String,
    /// The owner's e-mail address.
    #[cfg_attr(feature = "schema", schemars(email, length(max = crate::limits::EMAIL_MAX)))]
    pub email: String,
    /// The owner's password.
    #[cfg_attr(feature = "schema", schemars(length(min = crate::limits::PASSWORD_MIN, max = crate::limits::PASSWORD_MAX)))]
    pub password: String,
}
