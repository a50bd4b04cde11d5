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
    pub store_name: String,
    /// The currency of the store, as ISO 4217.
    pub currency: String,
    /// The owner's name.
    pub name: String,
    /// The owner's e-mail address.
    pub email: String,
    /// The owner's password.
    pub password: String,
}
