//! Staff accounts as the owner sees and changes them.

use latchkey_permissions::{PermissionId, Status, Time};
use serde::{Deserialize, Serialize};

use crate::id::{AccountId, RoleId, Version};
use crate::letter::{InvitationLetter, LetterState};
use crate::onboarding::StaffOnboarding;
use crate::patch::Patch;
use crate::periods::Periods;

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct StaffMember {
    /// The account.
    pub id: AccountId,
    /// The person's name; empty until it is known.
    pub name: String,
    /// The person's e-mail address.
    pub email: String,
    /// Where the account stands.
    #[cfg_attr(feature = "schema", schemars(with = "StatusName"))]
    pub status: Status,
    /// Permissions given directly, with everything they require, in the order of the catalogue. What roles give comes on
    /// top of them.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::PermissionId>"))]
    pub permissions: Vec<PermissionId>,
    /// Roles held.
    pub roles: Vec<RoleId>,
    /// When the person last did anything; exact to a minute.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub last_seen: Option<Time>,
    /// Whether a second factor is set up.
    pub two_factor: bool,
    /// Whether a second factor is required of this person by name, whatever is required of others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub two_factor_required: bool,
    /// When access begins.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub starts: Option<Time>,
    /// When access ends; for a former member of staff, when it ended.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub ends: Option<Time>,
    /// Dates of single roles and permissions, within those of the account.
    #[serde(default, skip_serializing_if = "Periods::is_empty")]
    pub periods: Periods,
    /// The open invitation, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<OpenInvitation>,
    /// When the person asked for a new invitation, where that is not answered yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub invitation_requested: Option<Time>,
    /// How far the person is, while steps come before access.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onboarding: Option<StaffOnboarding>,
    /// The state of the record; its `ETag`.
    pub version: Version,
}

/// Where an account stands. These are the values of [`Status`], which knows nothing of schemas, for the description.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Status", description = "Where an account stands.")
)]
#[serde(rename_all = "kebab-case")]
pub enum StatusName {
    /// Asked to join, and has not yet.
    Invited,
    /// Has joined; steps come before access.
    Onboarding,
    /// Has access within its dates.
    Active,
    /// Kept, but shut out until reactivated.
    Suspended,
    /// Over. The name stays in history.
    Ended,
}

/// `GET /staff`: one page of the staff, and how many there are in all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaffPage {
    /// The accounts, in the order that was asked for.
    pub items: Vec<StaffMember>,
    /// The cursor of the next page, where there is one. Opaque.
    pub next: Option<String>,
    /// How many accounts there are on all pages.
    pub total: u64,
    /// How many accounts stand where, of all the staff, whatever was asked for.
    pub counts: StaffCounts,
}

/// How many accounts stand where. The owner is not among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaffCounts {
    /// Asked to join, and have not yet.
    pub invited: u64,
    /// Have joined; steps come before access.
    pub onboarding: u64,
    /// Have access within their dates.
    pub active: u64,
    /// Kept, but shut out until reactivated.
    pub suspended: u64,
    /// Former members of staff.
    pub ended: u64,
}

impl StaffCounts {
    /// How many have one of these statuses.
    pub fn of(&self, statuses: &[Status]) -> u64 {
        let one = |status: &Status| match status {
            Status::Invited => self.invited,
            Status::Onboarding => self.onboarding,
            Status::Active => self.active,
            Status::Suspended => self.suspended,
            Status::Ended => self.ended,
        };
        statuses.iter().map(one).sum()
    }

    /// Notes how many have this status.
    pub fn set(&mut self, status: Status, count: u64) {
        *match status {
            Status::Invited => &mut self.invited,
            Status::Onboarding => &mut self.onboarding,
            Status::Active => &mut self.active,
            Status::Suspended => &mut self.suspended,
            Status::Ended => &mut self.ended,
        } = count;
    }
}

/// An invitation that has not been answered, without its link: that is told once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenInvitation {
    /// When it can no longer be used. It may lie in the past.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub expires: Time,
    /// How it stands with its letter, until that has arrived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<InvitationLetter>,
}

impl OpenInvitation {
    /// Whether its letter could not be delivered.
    pub fn has_failed(&self) -> bool {
        self.letter
            .as_ref()
            .is_some_and(|letter| letter.state == LetterState::Failed)
    }
}

/// `POST /staff`: invites somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewStaffMember {
    /// Where the invitation goes.
    #[cfg_attr(feature = "schema", schemars(email, length(max = crate::limits::EMAIL_MAX)))]
    pub email: String,
    /// The person's name, where the owner knows it; the person confirms it when joining.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(length(max = crate::limits::NAME_MAX)))]
    pub name: String,
    /// Permissions to give directly. None is allowed: such a person can sign in and sees no menu.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::PermissionId>"))]
    pub permissions: Vec<PermissionId>,
    /// Roles to give.
    #[serde(default)]
    pub roles: Vec<RoleId>,
    /// When access begins.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub starts: Option<Time>,
    /// When access ends.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub ends: Option<Time>,
    /// Dates of single roles and permissions among those given. What is given because another permission needs it has the
    /// dates of what needs it.
    #[serde(default, skip_serializing_if = "Periods::is_empty")]
    pub periods: Periods,
    /// Whether a second factor is required of this person.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub two_factor_required: bool,
    /// A few words of the owner's, for the message.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(length(max = crate::limits::MESSAGE_MAX)))]
    pub message: String,
    /// Why, for the record of what happens: asked for where something sensitive is granted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = crate::limits::REASON_MAX)))]
    pub reason: String,
}

/// `PATCH /staff/{id}`, a merge patch: what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StaffPatch {
    /// The person's name.
    #[serde(
        default,
        deserialize_with = "crate::patch::set",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "schema", schemars(with = "String", length(max = crate::limits::NAME_MAX)))]
    pub name: Option<String>,
    /// Permissions given directly, all of them.
    #[serde(
        default,
        deserialize_with = "crate::patch::set",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::PermissionId>"))]
    pub permissions: Option<Vec<PermissionId>>,
    /// Roles held, all of them.
    #[serde(
        default,
        deserialize_with = "crate::patch::set",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<RoleId>"))]
    pub roles: Option<Vec<RoleId>>,
    /// When access begins.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub starts: Patch<Time>,
    /// When access ends.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub ends: Patch<Time>,
    /// Why, for the record of what happens: asked for where something sensitive is granted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = crate::limits::REASON_MAX)))]
    pub reason: String,
    /// Dates of single roles and permissions, all of them. Left out, those of what is still held stay.
    #[serde(
        default,
        deserialize_with = "crate::patch::set",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "schema", schemars(with = "Periods"))]
    pub periods: Option<Periods>,
    /// Whether a second factor is required of this person.
    #[serde(
        default,
        deserialize_with = "crate::patch::set",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "schema", schemars(with = "bool"))]
    pub two_factor_required: Option<bool>,
}

/// The answer to an invitation, new or sent again. The link is told this once and kept only as a hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Invited {
    /// The account.
    pub account: StaffMember,
    /// The link.
    pub invitation: InvitationLink,
}

/// A link that lets somebody join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InvitationLink {
    /// The address to open.
    pub link: String,
    /// When it can no longer be used.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub expires: Time,
}

/// When somebody last used a permission; exact to some minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PermissionUse {
    /// The permission.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::PermissionId"))]
    pub permission: PermissionId,
    /// When.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub last: Time,
}
