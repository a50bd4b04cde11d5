//! People and roles for the tests of this page.

use std::sync::Arc;

use latchkey_contract::id::{AccountId, RoleId, Version};
use latchkey_contract::periods::Periods;
use latchkey_contract::role::Role;
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{Catalogue, PRESET_CATALOGUE, PRESET_ROLES, RolePreset, Status};

use crate::pages::staff_form::Book;

/// Somebody who holds nothing.
pub(super) fn member(id: &str, status: Status) -> StaffMember {
    StaffMember {
        id: AccountId(id.to_owned()),
        name: id.to_owned(),
        email: format!("{id}@example.test"),
        status,
        permissions: Vec::new(),
        roles: Vec::new(),
        last_seen: None,
        two_factor: false,
        two_factor_required: false,
        starts: None,
        ends: None,
        periods: Periods::default(),
        invitation: None,
        invitation_requested: None,
        onboarding: None,
        version: Version("1".to_owned()),
    }
}

/// The shipped catalogue and roles.
pub(super) fn book() -> Book {
    let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).expect("the shipped catalogue");
    let presets: Vec<RolePreset> = serde_json::from_str(PRESET_ROLES).expect("the shipped roles");
    let role = |preset: &RolePreset| Role {
        id: RoleId(preset.id.clone()),
        name: preset.name.clone(),
        permissions: preset.resolve(&catalogue),
        holders: 0,
        preset: None,
        version: Version("1".to_owned()),
    };
    let roles: Vec<_> = presets.iter().map(role).collect();
    Book::new(Arc::new(catalogue), &roles)
}
