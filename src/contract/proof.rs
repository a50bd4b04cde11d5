//! Proving once more that it is oneself. What gives access, takes it away, costs money, leaves the store as a file or
//! changes how somebody signs in is done only shortly after that: whoever finds a browser open cannot do it.

use latchkey_permissions::Time;
use serde::{Deserialize, Serialize};

/// `POST /session/proof`. The session goes on under another token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProofAgain {
    /// The present password.
    pub current: String,
    /// The code of the authenticator app, or a recovery code. Where it is needed and missing: 401 `otp-required`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otp: Option<String>,
}

/// The answer to `POST /session/proof`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Proven {
    /// Until when it holds.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub until: Time,
    /// The new bearer token, for a client that asked with one; the one that it had works no longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}
