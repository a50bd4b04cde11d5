//! How good a password would be, asked while it is typed. Nothing of it is kept.

use serde::{Deserialize, Serialize};

use crate::problem::FieldCode;

/// `POST /passwords/strength`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PasswordQuestion {
    /// The password.
    #[cfg_attr(feature = "schema", schemars(length(max = crate::limits::PASSWORD_MAX)))]
    pub password: String,
    /// What else is known of whoever chooses it: the name, the e-mail address, the name of a store that is being set up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = crate::limits::PASSWORD_WORDS_MAX)))]
    pub words: Vec<String>,
}

/// How good it would be. How long it has to be is another matter, and depends on whether there is a second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PasswordStrength {
    /// How hard it is to guess.
    pub strength: Strength,
    /// Why it is not taken, where it is not: `too-common` or `too-personal`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<FieldCode>,
}

/// How hard a password is to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// Guessed within a million tries: it is not taken.
    Weak,
    /// Guessed by whoever makes an effort.
    Fair,
    /// Hard to guess.
    Good,
    /// Not to be guessed.
    Strong,
}
