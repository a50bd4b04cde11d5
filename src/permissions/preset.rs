//! The catalogue and the roles that ship with Latchkey, for backends that have none of their own.
//!
//! They are kept as JSON, the form in which they travel, and never reach the browser bundle: the app asks its backend.

use serde::{Deserialize, Serialize};

use crate::Catalogue;
use crate::id::{PermissionId, SectionId};
use crate::text::Text;

/// The shipped catalogue as JSON text, as `GET /permissions` publishes it. It reads as a [`Catalogue`].
pub const PRESET_CATALOGUE: &str = include_str!("catalogue.json");

/// The roles that a new store starts with, as JSON text. It reads as a list of [`RolePreset`].
pub const PRESET_ROLES: &str = include_str!("roles.json");

/// A role that a new store starts with. Permissions are written without what they require; [`RolePreset::resolve`]
/// adds that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RolePreset {
    /// A lower-case name that never changes.
    pub id: String,
    /// What the form calls it.
    pub name: Text,
    /// Sections that are given whole.
    #[serde(default)]
    pub sections: Vec<SectionId>,
    /// Single permissions.
    #[serde(default)]
    pub permissions: Vec<PermissionId>,
}

impl RolePreset {
    /// The ids of its permissions with everything they require, in the order of the catalogue.
    pub fn resolve(&self, catalogue: &Catalogue) -> Vec<PermissionId> {
        let single = catalogue.set(self.permissions.iter().cloned()).known;
        let whole = self
            .sections
            .iter()
            .fold(single, |set, section| set | catalogue.section_set(section));
        catalogue.ids(catalogue.with_required(whole))
    }
}
