//! Dates of single roles and permissions, within those of the account: a refund desk for Christmas, a role for a month.

use latchkey_permissions::{PermissionId, Time, Window};
use serde::{Deserialize, Serialize};

use crate::dated::Dated;
use crate::id::RoleId;

/// From when until when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Period {
    /// The first moment inside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub starts: Option<Time>,
    /// The first moment outside again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub ends: Option<Time>,
}

impl Period {
    /// Whether it has no bound on either side.
    pub const fn is_always(&self) -> bool {
        self.starts.is_none() && self.ends.is_none()
    }
}

impl From<Period> for Window {
    fn from(Period { starts, ends }: Period) -> Self {
        Self { starts, ends }
    }
}

impl From<Window> for Period {
    fn from(Window { starts, ends }: Window) -> Self {
        Self { starts, ends }
    }
}

/// A moment at which what somebody may do changes by itself, since dates of single roles or permissions come or go. What is
/// held otherwise as well is neither gained nor lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AccessTurn"))]
pub struct Turn {
    /// When.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub at: Time,
    /// What can be done from then on, in the order of the catalogue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::PermissionId>"))]
    pub gains: Vec<PermissionId>,
    /// What cannot be done any more from then on, likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::PermissionId>"))]
    pub loses: Vec<PermissionId>,
}

/// The dates of what somebody holds. What is not named here holds whenever the account does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Periods {
    /// Of permissions given directly, by their ids.
    #[serde(default, skip_serializing_if = "Dated::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, Period>"))]
    pub permissions: Dated<PermissionId>,
    /// Of roles held, by their ids.
    #[serde(default, skip_serializing_if = "Dated::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, Period>"))]
    pub roles: Dated<RoleId>,
}

impl Periods {
    /// Whether nothing has dates of its own.
    pub fn is_empty(&self) -> bool {
        self.permissions.is_empty() && self.roles.is_empty()
    }

    /// When a permission that was given directly holds.
    pub fn of_permission(&self, id: &PermissionId) -> Window {
        self.permissions.get(id).unwrap_or_default().into()
    }

    /// When a role holds.
    pub fn of_role(&self, id: &RoleId) -> Window {
        self.roles.get(id).unwrap_or_default().into()
    }

    /// Only what is held, and only what has a bound.
    #[must_use]
    pub fn kept(mut self, permissions: &[PermissionId], roles: &[RoleId]) -> Self {
        self.permissions
            .retain(|id, period| !period.is_always() && permissions.contains(id));
        self.roles
            .retain(|id, period| !period.is_always() && roles.contains(id));
        self
    }
}
