//! Roles: named sets of permissions.

use latchkey_permissions::{PermissionId, Text};
use serde::{Deserialize, Serialize};

use crate::id::{RoleId, Version};

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
    /// Its state.
    pub version: Version,
}
