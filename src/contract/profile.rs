//! One's own account. It never depends on a permission.

use serde::{Deserialize, Serialize};

use crate::id::{AccountId, Version};
use crate::patch::Patch;
use crate::periods::Turn;

/// `GET /profile`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// The account.
    pub id: AccountId,
    /// The name that others see.
    pub name: String,
    /// The e-mail address one signs in with.
    pub email: String,
    /// The language of the admin, as BCP 47; the browser's where none is chosen.
    pub language: Option<String>,
    /// What changes by itself of what one may do, and what has, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<Turn>,
    /// The state of the record; its `ETag`. What changes by itself is no part of it.
    pub version: Version,
}

/// `PATCH /profile`, a merge patch: what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProfilePatch {
    /// The name that others see.
    #[serde(
        default,
        deserialize_with = "crate::patch::set",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "schema", schemars(with = "String", length(min = 1, max = crate::limits::NAME_MAX)))]
    pub name: Option<String>,
    /// The language of the admin.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub language: Patch<String>,
}

/// `PUT /profile/password`. All other sessions of the person end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The present password.
    pub current: String,
    /// The new one; without a second factor it is longer.
    #[cfg_attr(feature = "schema", schemars(length(min = crate::limits::PASSWORD_MIN_WITH_SECOND_FACTOR, max = crate::limits::PASSWORD_MAX)))]
    pub new: String,
}
