//! Sets of permissions behave like sets, over every word of bits they are made of.

use std::collections::BTreeSet;

use latchkey_permissions::PermissionSet;
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{config, id_set, subset, with_catalogue};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn operations_are_those_of_sets(
        (catalogue, (a, b)) in with_catalogue(|catalogue| (subset(catalogue), subset(catalogue))),
    ) {
        let ids = |set| id_set(&catalogue, set);
        let (x, y) = (ids(a), ids(b));
        prop_assert_eq!(ids(a | b), &x | &y);
        prop_assert_eq!(ids(a & b), &x & &y);
        prop_assert_eq!(ids(a - b), &x - &y);
        prop_assert_eq!(a.len(), x.len());
        prop_assert_eq!(a.is_empty(), x.is_empty());
        prop_assert_eq!(a == b, x == y);
        prop_assert_eq!(a.contains_all(b), x.is_superset(&y));
        prop_assert_eq!(a.intersects(b), !x.is_disjoint(&y));
    }

    /// Position after position: each permission is a set of its own, and they meet nowhere.
    #[test]
    fn single_permissions_are_apart((catalogue, ()) in with_catalogue(|_| Just(()))) {
        let mut seen = PermissionSet::EMPTY;
        for entry in catalogue.permissions() {
            let one = catalogue.set([entry.id.clone()]).known;
            prop_assert_eq!(one.len(), 1);
            prop_assert!(!seen.intersects(one));
            prop_assert_eq!(id_set(&catalogue, one), BTreeSet::from([entry.id.clone()]));
            seen = seen | one;
        }
        prop_assert_eq!(seen, catalogue.everything());
    }
}

#[test]
fn the_empty_set_is_in_every_set_and_meets_none() {
    let nothing = PermissionSet::EMPTY;
    assert_eq!(nothing, PermissionSet::default());
    assert_eq!(nothing.len(), 0);
    assert!(nothing.is_empty() && nothing.contains_all(nothing) && !nothing.intersects(nothing));
}
