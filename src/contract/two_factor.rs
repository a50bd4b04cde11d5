//! The second factor: an authenticator app, and recovery codes for when it is lost.

use serde::{Deserialize, Serialize};

/// `GET /profile/two-factor`: how it stands with one's own second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TwoFactor {
    /// Whether signing in asks for a code.
    pub active: bool,
    /// Whether the owner of the store requires it, so that it cannot be turned off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// How many recovery codes have not been used.
    pub recovery_codes_left: u64,
}

/// The present password, for what changes how one signs in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PasswordProof {
    /// The present password.
    pub current: String,
}

/// The answer to `POST /profile/two-factor`: what goes into the authenticator app. It is told this once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TwoFactorSetUp {
    /// The secret in base 32, to be typed by hand.
    pub secret: String,
    /// The same with the names of store and person, as `otpauth://`.
    pub uri: String,
    /// `uri` as a QR code.
    pub qr: QrCode,
}

/// A QR code, to be drawn as an SVG path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QrCode {
    /// How many squares it is wide and high, without the four that must stay empty around it.
    pub size: u32,
    /// The dark squares: the `d` of an SVG path in which a square is one unit.
    pub path: String,
}

/// `PUT /profile/two-factor`: proves that the app has the secret, and turns the second factor on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TwoFactorCode {
    /// The code that the app shows.
    pub code: String,
}

/// Recovery codes, each good for one sign-in. They are told this once and kept only as hashes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RecoveryCodes {
    /// The codes.
    pub recovery_codes: Vec<String>,
}
