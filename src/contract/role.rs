//! Roles: named sets of permissions.

use latchkey_permissions::{PermissionId, Text};
use serde::{Deserialize, Serialize};

use crate::id::{AccountId, RoleId, Version};

/// A role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// What the form calls it.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub name: Text,
    /// Its permissions with everything they require, in the order of the catalogue.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::PermissionId>"))]
    pub permissions: Vec<PermissionId>,
    /// How many people hold it; former staff do not count.
    pub holders: u64,
    /// How it stands to the role that the backend ships under the same id; absent for the store's own roles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preset: Option<PresetState>,
    /// Its state.
    pub version: Version,
}

/// How a role stands to the one that was shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PresetState {
    /// It is still that.
    AsShipped,
    /// The owner has changed it.
    Changed,
}

/// A role to be made, or what one is to become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RoleDraft {
    /// What it is called, at least in English; no two roles are called the same.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub name: Text,
    /// Its permissions; what they require comes with them.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::PermissionId>"))]
    pub permissions: Vec<PermissionId>,
    /// Why, for the record of what happens: asked for where something sensitive is granted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = crate::limits::REASON_MAX)))]
    pub reason: String,
}

/// Where the people who hold a role are to go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RoleMove {
    /// The role that they hold instead; null where they only lose this one.
    #[serde(deserialize_with = "Option::deserialize")]
    pub to: Option<RoleId>,
    /// Why, for the record of what happens: asked for where that gives them something sensitive.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = crate::limits::REASON_MAX)))]
    pub reason: String,
}

/// Somebody who holds a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RoleHolder"))]
pub struct Holder {
    /// The account.
    pub id: AccountId,
    /// The name; the e-mail address of whoever has none yet.
    pub name: String,
}

/// What moving came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RoleMoved {
    /// How many people were moved.
    pub moved: u64,
}
