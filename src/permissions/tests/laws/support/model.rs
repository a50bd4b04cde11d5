//! Closure worked out the slow and obvious way, on ids instead of bits.

use std::collections::BTreeSet;

use latchkey_permissions::{Catalogue, PermissionId, PermissionSet};

/// The ids of a set, without an order.
pub(crate) fn id_set(catalogue: &Catalogue, set: PermissionSet) -> BTreeSet<PermissionId> {
    catalogue.ids(set).into_iter().collect()
}

/// Adds what `next` finds until it finds nothing more.
fn until_settled(
    mut ids: BTreeSet<PermissionId>,
    next: impl Fn(&BTreeSet<PermissionId>) -> BTreeSet<PermissionId>,
) -> BTreeSet<PermissionId> {
    loop {
        let before = ids.len();
        ids.extend(next(&ids));
        if ids.len() == before {
            return ids;
        }
    }
}

/// The ids with everything that they require.
pub(crate) fn closed(catalogue: &Catalogue, ids: BTreeSet<PermissionId>) -> BTreeSet<PermissionId> {
    until_settled(ids, |ids| {
        let members = catalogue.permissions().filter(|entry| ids.contains(&entry.id));
        members.flat_map(|entry| entry.requires.iter().cloned()).collect()
    })
}

/// The ids with everything that requires one of them.
pub(crate) fn depending(catalogue: &Catalogue, ids: BTreeSet<PermissionId>) -> BTreeSet<PermissionId> {
    until_settled(ids, |ids| {
        let dependents = catalogue
            .permissions()
            .filter(|entry| entry.requires.iter().any(|required| ids.contains(required)));
        dependents.map(|entry| entry.id.clone()).collect()
    })
}
