//! What the form is drawn from: the catalogue and the roles of the store, read once and asked many times. Pure.

use std::sync::Arc;

use latchkey_contract::id::RoleId;
use latchkey_contract::role::Role;
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{Catalogue, PermissionSet, Text};

/// Catalogue and roles.
#[derive(Clone, Debug)]
pub(crate) struct Book {
    /// The catalogue.
    pub(crate) catalogue: Arc<Catalogue>,
    /// The roles, in the order in which they are offered.
    pub(crate) roles: Vec<BookRole>,
}

/// A role, with its permissions as a set.
#[derive(Clone, Debug)]
pub(crate) struct BookRole {
    /// Its id.
    pub(crate) id: RoleId,
    /// What it is called.
    pub(crate) name: Text,
    /// What it gives.
    pub(crate) permissions: PermissionSet,
}

impl Book {
    /// A book of these roles.
    pub(crate) fn new(catalogue: Arc<Catalogue>, roles: &[Role]) -> Self {
        let roles = roles
            .iter()
            .map(|role| {
                let known = catalogue.set(role.permissions.iter().cloned()).known;
                BookRole {
                    id: role.id.clone(),
                    name: role.name.clone(),
                    permissions: catalogue.with_required(known),
                }
            })
            .collect();
        Self { catalogue, roles }
    }

    /// One role.
    pub(crate) fn role(&self, id: &RoleId) -> Option<&BookRole> {
        self.roles.iter().find(|role| role.id == *id)
    }

    /// All that these roles give together.
    pub(crate) fn given_by(&self, roles: &[RoleId]) -> PermissionSet {
        let given = roles.iter().filter_map(|id| self.role(id));
        given.fold(PermissionSet::EMPTY, |given, role| given | role.permissions)
    }

    /// These roles in the order of the book; one that it does not know comes last.
    pub(crate) fn in_order(&self, mut roles: Vec<RoleId>) -> Vec<RoleId> {
        let place = |id: &RoleId| self.roles.iter().position(|role| role.id == *id);
        roles.sort_by_key(|id| place(id).unwrap_or(usize::MAX));
        roles
    }

    /// All that somebody has been given directly.
    pub(crate) fn direct_of(&self, member: &StaffMember) -> PermissionSet {
        let direct = self.catalogue.set(member.permissions.iter().cloned()).known;
        self.catalogue.with_required(direct)
    }

    /// All that somebody has been given, directly and by roles.
    pub(crate) fn held_by(&self, member: &StaffMember) -> PermissionSet {
        self.direct_of(member) | self.given_by(&member.roles)
    }
}
