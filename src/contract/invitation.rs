//! Invitations as the invited person sees them. The link is the proof; nobody is signed in.

use latchkey_permissions::{SectionId, Time};
use serde::{Deserialize, Serialize};

/// `GET /invitations/{token}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Invitation {
    /// The name of the store.
    pub store: String,
    /// Whom it is for.
    pub email: String,
    /// What the owner calls that person; empty where not known.
    pub name: String,
    /// The sections of which the person will see something.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::SectionId>"))]
    pub sections: Vec<SectionId>,
    /// When it can no longer be used.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub expires: Time,
}

/// `POST /invitations/{token}`. E-mail and grant come from the invitation: there is no member for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Join {
    /// The person's name.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = crate::limits::NAME_MAX)))]
    pub name: String,
    /// The password of the person's choice.
    #[cfg_attr(feature = "schema", schemars(length(min = crate::limits::PASSWORD_MIN, max = crate::limits::PASSWORD_MAX)))]
    pub password: String,
}
