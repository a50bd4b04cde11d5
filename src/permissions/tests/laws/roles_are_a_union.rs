//! Roles are a union, and order never matters.

use latchkey_permissions::{Grant, GrantPart, PermissionSet, Time, Window};
use proptest::collection::vec;
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{closed, config, id_set, subset, time, window, with_catalogue};

fn grant_of(parts: &[(PermissionSet, Window)]) -> Grant {
    parts
        .iter()
        .fold(Grant::NOTHING, |grant, (set, window)| grant.with(*set, *window))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_held_is_the_union_of_the_open_parts(
        (catalogue, parts) in with_catalogue(|catalogue| vec((subset(catalogue), window()), 0..5)),
        now in time(),
    ) {
        let held = grant_of(&parts).at(&catalogue, now);
        let union = parts
            .iter()
            .filter(|(_, window)| window.is_open(now))
            .flat_map(|(set, _)| id_set(&catalogue, *set))
            .collect();
        prop_assert_eq!(id_set(&catalogue, held), closed(&catalogue, union));
    }

    #[test]
    fn the_order_of_parts_never_matters(
        (catalogue, (parts, shuffled)) in with_catalogue(|catalogue| {
            vec((subset(catalogue), window()), 0..5)
                .prop_flat_map(|parts| (Just(parts.clone()), Just(parts).prop_shuffle()))
        }),
        now in time(),
    ) {
        prop_assert_eq!(grant_of(&parts).at(&catalogue, now), grant_of(&shuffled).at(&catalogue, now));
    }

    #[test]
    fn holding_a_role_twice_is_holding_it_once(
        (catalogue, set) in with_catalogue(subset),
        window in window(),
        now in time(),
    ) {
        let once = Grant::NOTHING.with(set, window);
        prop_assert_eq!(once.at(&catalogue, now), once.clone().with(set, window).at(&catalogue, now));
    }

    #[test]
    fn two_roles_are_one_role_of_both(
        (catalogue, (left, right)) in with_catalogue(|catalogue| (subset(catalogue), subset(catalogue))),
    ) {
        let apart = Grant::of(left).with(right, Window::ALWAYS);
        prop_assert_eq!(apart.at(&catalogue, Time::MIN), Grant::of(left | right).at(&catalogue, Time::MIN));
    }

    #[test]
    fn the_parts_stay_as_they_were_added(
        (_, parts) in with_catalogue(|catalogue| vec((subset(catalogue), window()), 0..5)),
    ) {
        let added: Vec<GrantPart> =
            parts.iter().map(|(permissions, window)| GrantPart { permissions: *permissions, window: *window }).collect();
        let grant = grant_of(&parts);
        prop_assert_eq!(grant.parts(), added);
    }
}
