//! Whom a change of a role touches, and what each of them gains or loses. Pure: no page, no network.
//!
//! What somebody has directly or by another role is neither gained nor lost.

use latchkey_contract::id::RoleId;
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{Change, PermissionSet};

use crate::pages::staff_actions::name_of;
use crate::pages::staff_form::Book;

/// Somebody whom it touches.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Touched {
    /// What to call them.
    pub(super) name: String,
    /// What they gain and lose.
    pub(super) change: Change,
}

/// Those of `holders` to whom something happens when they have `after` in place of what `role` gives.
pub(super) fn touched(holders: &[StaffMember], role: &RoleId, after: PermissionSet, book: &Book) -> Vec<Touched> {
    let one = |member: &StaffMember| {
        let others: Vec<RoleId> = member.roles.iter().filter(|held| *held != role).cloned().collect();
        let without = book.direct_of(member) | book.given_by(&others);
        let change = Change::between(book.held_by(member), without | after);
        let name = name_of(member).to_owned();
        (!change.is_empty()).then_some(Touched { name, change })
    };
    holders.iter().filter_map(one).collect()
}

/// What somebody among them gains that is sensitive.
pub(super) fn sensitive_gained(touched: &[Touched], book: &Book) -> PermissionSet {
    let gained = touched.iter().map(|one| one.change.added);
    gained.fold(PermissionSet::EMPTY, |all, one| all | one) & book.catalogue.sensitive()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use latchkey_contract::id::{AccountId, Version};
    use latchkey_contract::periods::Periods;
    use latchkey_contract::role::Role;
    use latchkey_permissions::{Catalogue, PRESET_CATALOGUE, PermissionId, Status};

    use super::*;

    fn ids(names: &[&str]) -> Vec<PermissionId> {
        names
            .iter()
            .map(|name| PermissionId::from((*name).to_owned()))
            .collect()
    }

    fn book(catalogue: &Arc<Catalogue>) -> Book {
        let role = |id: &str, permissions: &[&str]| Role {
            id: RoleId(id.into()),
            name: latchkey_permissions::Text::default(),
            permissions: ids(permissions),
            holders: 0,
            preset: None,
            version: Version("1".into()),
        };
        Book::new(
            Arc::clone(catalogue),
            &[role("packer", &["orders.manage"]), role("reader", &["orders.view"])],
        )
    }

    fn member(name: &str, permissions: &[&str], roles: &[&str]) -> StaffMember {
        StaffMember {
            id: AccountId(name.into()),
            name: name.into(),
            email: format!("{name}@example.test"),
            status: Status::Active,
            permissions: ids(permissions),
            roles: roles.iter().map(|role| RoleId((*role).into())).collect(),
            last_seen: None,
            two_factor: false,
            two_factor_required: false,
            starts: None,
            ends: None,
            periods: Periods::default(),
            invitation: None,
            invitation_requested: None,
            onboarding: None,
            version: Version("1".into()),
        }
    }

    #[test]
    fn what_one_has_otherwise_is_neither_gained_nor_lost() {
        let catalogue: Arc<Catalogue> = Arc::new(serde_json::from_str(PRESET_CATALOGUE).expect("it is read"));
        let book = book(&catalogue);
        let holders = [
            member("alone", &[], &["packer"]),
            member("directly", &["orders.manage", "carts.view"], &["packer"]),
            member("twice", &[], &["packer", "reader"]),
        ];
        let set = |names: &[&str]| catalogue.set(ids(names)).known;
        let found = touched(&holders, &RoleId("packer".into()), set(&["carts.view"]), &book);
        let seen: Vec<_> = found.iter().map(|one| (one.name.as_str(), one.change)).collect();
        let change = |added: &[&str], removed: &[&str]| Change {
            added: set(added),
            removed: set(removed),
        };
        assert_eq!(
            seen,
            [
                ("alone", change(&["carts.view"], &["orders.view", "orders.manage"])),
                ("twice", change(&["carts.view"], &["orders.manage"])),
            ]
        );
    }

    #[test]
    fn only_what_is_sensitive_and_new_to_somebody_asks_for_a_reason() {
        let catalogue: Arc<Catalogue> = Arc::new(serde_json::from_str(PRESET_CATALOGUE).expect("it is read"));
        let book = book(&catalogue);
        let set = |names: &[&str]| catalogue.set(ids(names)).known;
        let after = set(&["orders.view", "orders.manage", "orders.refund", "carts.view"]);
        let asked = |holders: &[StaffMember]| {
            sensitive_gained(&touched(holders, &RoleId("packer".into()), after, &book), &book)
        };
        let alone = member("alone", &[], &["packer"]);
        let already = member("already", &["orders.refund"], &["packer"]);
        assert_eq!(asked(&[already.clone(), alone]), set(&["orders.refund"]));
        assert_eq!(asked(&[already]), PermissionSet::EMPTY);
        assert_eq!(asked(&[]), PermissionSet::EMPTY, "nobody holds it yet");
    }
}
