//! Granting `x` grants what `x` requires, and taking away `x` takes away what requires it.

use std::collections::BTreeSet;

use latchkey_permissions::{Access, Catalogue, Grant, PermissionId, PermissionSet, Rule, Time};
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{closed, config, depending, id_set, preset, subset, unknown_id, with_catalogue};

fn ids(catalogue: &Catalogue) -> Vec<PermissionId> {
    catalogue.permissions().map(|entry| entry.id.clone()).collect()
}

/// Whether `permission` requires `other`, however indirectly.
fn requires(catalogue: &Catalogue, permission: &PermissionId, other: &PermissionId) -> bool {
    permission != other && closed(catalogue, BTreeSet::from([permission.clone()])).contains(other)
}

#[test]
fn every_pair_of_the_shipped_catalogue_is_ticked_together_only_where_one_requires_the_other() {
    let catalogue = preset();
    for ticked in ids(&catalogue) {
        let after = catalogue.tick_one(PermissionSet::EMPTY, &ticked);
        let granted = Access::Granted(Grant::of(catalogue.set([ticked.clone()]).known).at(&catalogue, Time::MIN));
        for other in ids(&catalogue) {
            let comes_along = requires(&catalogue, &ticked, &other);
            let one = catalogue.set([other.clone()]).known;
            assert_eq!(
                after.set.contains_all(one),
                comes_along || other == ticked,
                "{ticked} {other}"
            );
            assert_eq!(after.also.contains_all(one), comes_along, "{ticked} {other}");
            let allowed = Rule::all([other.clone()])
                .compile(&catalogue)
                .decide(&granted)
                .is_allowed();
            assert_eq!(allowed, comes_along || other == ticked, "{ticked} {other}");
        }
    }
}

#[test]
fn every_pair_of_the_shipped_catalogue_is_unticked_together_only_where_one_requires_the_other() {
    let catalogue = preset();
    for unticked in ids(&catalogue) {
        let after = catalogue.untick_one(catalogue.everything(), &unticked);
        for other in ids(&catalogue) {
            let goes_along = requires(&catalogue, &other, &unticked);
            let one = catalogue.set([other.clone()]).known;
            assert_eq!(
                !after.set.contains_all(one),
                goes_along || other == unticked,
                "{unticked} {other}"
            );
            assert_eq!(after.also.contains_all(one), goes_along, "{unticked} {other}");
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn closures_are_what_following_each_requirement_finds((catalogue, set) in with_catalogue(subset)) {
        let plain = id_set(&catalogue, set);
        prop_assert_eq!(id_set(&catalogue, catalogue.with_required(set)), closed(&catalogue, plain.clone()));
        prop_assert_eq!(id_set(&catalogue, catalogue.with_dependents(set)), depending(&catalogue, plain));
    }

    #[test]
    fn what_is_closed_is_closed_for_good((catalogue, set) in with_catalogue(subset)) {
        let required = catalogue.with_required(set);
        prop_assert_eq!(catalogue.with_required(required), required);
        let dependents = catalogue.with_dependents(set);
        prop_assert_eq!(catalogue.with_dependents(dependents), dependents);
    }

    #[test]
    fn ticking_and_unticking_keep_a_set_closed_and_say_what_else_changed(
        (catalogue, (held, asked)) in with_catalogue(|catalogue| (subset(catalogue), subset(catalogue))),
    ) {
        let held = catalogue.with_required(held);

        let ticked = catalogue.tick(held, asked);
        prop_assert_eq!(catalogue.with_required(ticked.set), ticked.set);
        prop_assert!(ticked.set.contains_all(held | asked));
        prop_assert_eq!(ticked.set, held | asked | ticked.also);
        prop_assert!(!ticked.also.intersects(held | asked));

        let unticked = catalogue.untick(held, asked);
        prop_assert_eq!(catalogue.with_required(unticked.set), unticked.set);
        prop_assert!(!unticked.set.intersects(asked));
        prop_assert_eq!(unticked.set, held - asked - unticked.also);
        prop_assert!(held.contains_all(unticked.also) && !unticked.also.intersects(asked));
    }

    /// Nothing goes that did not have to: what remains is the largest closed set without what was unticked.
    #[test]
    fn unticking_takes_no_more_than_it_must(
        (catalogue, (held, asked)) in with_catalogue(|catalogue| (subset(catalogue), subset(catalogue))),
    ) {
        let held = catalogue.with_required(held);
        let gone = held - catalogue.untick(held, asked).set;
        for id in catalogue.ids(gone) {
            let needs = catalogue.with_required(catalogue.set([id]).known);
            prop_assert!(needs.intersects(asked));
        }
    }

    #[test]
    fn an_unknown_permission_ticks_and_unticks_nothing(
        (catalogue, held) in with_catalogue(subset),
        unknown in unknown_id(),
    ) {
        for after in [catalogue.tick_one(held, &unknown), catalogue.untick_one(held, &unknown)] {
            prop_assert_eq!(after.set, held);
            prop_assert!(after.also.is_empty());
        }
    }
}
