//! Taking all access back, and what is left of it to be read: the owner's proof.

use latchkey_permissions::Time;
use serde::{Deserialize, Serialize};

use crate::activity::{Entry, Person};
use crate::staff::StaffMember;

/// `PUT /staff/{id}/revocation`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Revocation {
    /// Why, for the record.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(length(max = crate::limits::REASON_MAX)))]
    pub reason: String,
}

/// What a revocation has ended: the owner's proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Revoked {
    /// The account, whose name stays.
    pub account: StaffMember,
    /// Sessions ended, those of bearer tokens among them.
    pub sessions_ended: u64,
    /// How many of the sessions were those of a bearer token.
    pub tokens_ended: u64,
    /// Invitations cancelled.
    pub invitations_cancelled: u64,
    /// Open requests of the person that were closed.
    pub requests_closed: u64,
    /// How many milliseconds it took, from when the request was read until nothing of it could be undone.
    pub millis: u64,
}

/// `GET /staff/{id}/revocation`: the proof of the last revocation, for as long as the account is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RevocationProof {
    /// When.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub at: Time,
    /// Who did it, as called at the time.
    pub by: Person,
    /// Why, where that was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Sessions ended, those of bearer tokens among them.
    pub sessions_ended: u64,
    /// How many of the sessions were those of a bearer token.
    pub tokens_ended: u64,
    /// Invitations cancelled.
    pub invitations_cancelled: u64,
    /// Open requests of the person that were closed.
    pub requests_closed: u64,
    /// How many milliseconds it took; absent where that could not be written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub millis: Option<u64>,
    /// What the person changed last, the newest first; at most [`LAST_CHANGES`].
    pub last_changes: Vec<Entry>,
}

/// How many of a former person's last changes a [`RevocationProof`] lists.
pub const LAST_CHANGES: u32 = 10;
