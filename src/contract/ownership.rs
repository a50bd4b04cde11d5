//! Handing the store over: the owner offers it to somebody on the staff, and that person accepts. At each moment there is one
//! owner, who is the one or the other.

use latchkey_permissions::Time;
use serde::{Deserialize, Serialize};

use crate::id::AccountId;

/// `GET /ownership`: the open offer, for the owner and for whom it is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ownership {
    /// The offer; none where there is none, or where it is neither the caller's own nor made to the caller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<OwnershipOffer>,
}

/// An offer of the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "OwnershipOffer")
)]
pub struct OwnershipOffer {
    /// To whom.
    pub to: AccountId,
    /// What that person is called.
    pub name: String,
    /// What the owner is called.
    pub owner: String,
    /// When it was made.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub created: Time,
    /// When it can no longer be accepted.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub expires: Time,
}
