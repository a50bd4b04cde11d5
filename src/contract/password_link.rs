//! Links for a new password, as whoever has forgotten theirs sees them. The link comes by mail alone: nobody else chooses a
//! password, or learns it.

use latchkey_permissions::Time;
use serde::{Deserialize, Serialize};

/// `POST /password-links`: has a link sent to this address, if it is that of somebody here. The answer does not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForgottenPassword {
    /// The e-mail address; case does not matter.
    #[cfg_attr(feature = "schema", schemars(email, length(max = crate::limits::EMAIL_MAX)))]
    pub email: String,
}

/// `GET /password-links/{token}`. Looking at a link does not use it up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PasswordLink {
    /// The name of the store.
    pub store: String,
    /// Whose password it is for.
    pub email: String,
    /// What that person is called.
    pub name: String,
    /// Whether a code of the second factor is needed besides.
    pub two_factor: bool,
    /// When it can no longer be used.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub expires: Time,
}

/// `POST /password-links/{token}`. All sessions of the person end; nobody is signed in by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The new password; without a second factor it is longer.
    #[cfg_attr(feature = "schema", schemars(length(min = crate::limits::PASSWORD_MIN_WITH_SECOND_FACTOR, max = crate::limits::PASSWORD_MAX)))]
    pub new: String,
    /// The code of the authenticator app, or a recovery code. Where it is needed and missing: 401 `otp-required`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otp: Option<String>,
}
