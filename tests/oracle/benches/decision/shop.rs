//! The shipped catalogue and roles, read once for all engines.

use latchkey_permissions::{Catalogue, PRESET_CATALOGUE, PRESET_ROLES, PermissionId, RolePreset};

/// The role of the person who asks.
pub(crate) const MANAGER: &str = "store-manager";

/// What every engine is set up from.
pub(crate) struct Shop {
    pub(crate) catalogue: Catalogue,
    /// Every permission, in order.
    pub(crate) ids: Vec<PermissionId>,
    /// Every role by its id, with all that it gives.
    pub(crate) roles: Vec<(String, Vec<PermissionId>)>,
}

impl Shop {
    pub(crate) fn preset() -> Self {
        let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).expect("the shipped catalogue is sound");
        let presets: Vec<RolePreset> = serde_json::from_str(PRESET_ROLES).expect("the shipped roles are sound");
        let ids = catalogue.permissions().map(|entry| entry.id.clone()).collect();
        let roles = presets.iter().map(|role| (role.id.clone(), role.resolve(&catalogue)));
        let roles = roles.collect();
        Self { catalogue, ids, roles }
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(crate) fn place(&self, id: &str) -> usize {
        let place = self.ids.iter().position(|other| other.as_str() == id);
        place.expect("the shipped catalogue has it")
    }
}
