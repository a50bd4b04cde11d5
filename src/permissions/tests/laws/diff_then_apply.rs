//! Diff then apply gives the target.

use latchkey_permissions::{Change, PermissionSet};
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{config, id_set, preset, subset, with_catalogue};

#[test]
fn every_two_combinations_of_sections_lead_to_each_other() {
    let catalogue = preset();
    let whole: Vec<PermissionSet> = catalogue
        .sections()
        .iter()
        .map(|section| catalogue.section_set(&section.id))
        .collect();
    let combination = |bits: u32| {
        let chosen = (0..7).filter(|n| bits & (1 << n) != 0);
        chosen.fold(PermissionSet::EMPTY, |set, n| set | whole[n])
    };
    let sets: Vec<PermissionSet> = (0..1 << 7).map(combination).collect();
    for before in &sets {
        for after in &sets {
            assert_eq!(Change::between(*before, *after).apply(*before), *after);
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_change_leads_from_one_to_the_other_and_back(
        (catalogue, (before, after)) in with_catalogue(|catalogue| (subset(catalogue), subset(catalogue))),
    ) {
        let change = Change::between(before, after);
        prop_assert_eq!(change.apply(before), after);
        prop_assert_eq!(Change { added: change.removed, removed: change.added }.apply(after), before);
        prop_assert_eq!(change.apply(after), after, "applied twice it changes nothing more");

        let (old, new) = (id_set(&catalogue, before), id_set(&catalogue, after));
        prop_assert_eq!(id_set(&catalogue, change.added), &new - &old);
        prop_assert_eq!(id_set(&catalogue, change.removed), &old - &new);
    }

    #[test]
    fn a_change_is_empty_only_between_equals(
        (_, (before, after)) in with_catalogue(|catalogue| (subset(catalogue), subset(catalogue))),
    ) {
        prop_assert!(Change::between(before, before).is_empty());
        prop_assert_eq!(Change::between(before, after).is_empty(), before == after);
        prop_assert!(Change::between(before, before | after).removed.is_empty());
        prop_assert_eq!(Change::between(before, before | after).is_empty(), before.contains_all(after));
        prop_assert_eq!(Change::between(before | after, before).is_empty(), before.contains_all(after));
    }
}
