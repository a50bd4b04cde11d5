//! An unknown permission in a rule denies; in a grant it is ignored and reported.

use std::collections::BTreeSet;

use latchkey_permissions::{Access, Decision, Denial, PermissionId, PermissionSet, Rule};
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{access, config, id_set, subset, unknown_id, with_catalogue};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn all_with_an_unknown_permission_denies_everybody(
        (catalogue, (known, access)) in with_catalogue(|catalogue| (subset(catalogue), access(catalogue))),
        unknown in unknown_id(),
        place in any::<prop::sample::Index>(),
    ) {
        let mut ids = catalogue.ids(known);
        ids.insert(place.index(ids.len() + 1), unknown.clone());
        let rule = Rule::all(ids).compile(&catalogue);

        prop_assert!(!rule.decide(&access).is_allowed());
        prop_assert!(!rule.decide(&Access::Owner).is_allowed());
        prop_assert!(!rule.decide(&Access::Granted(catalogue.everything())).is_allowed());
        prop_assert_eq!(rule.unknown(), [unknown]);
    }

    #[test]
    fn an_unknown_permission_adds_nothing_to_any(
        (catalogue, (known, access)) in with_catalogue(|catalogue| (subset(catalogue), access(catalogue))),
        unknown in unknown_id(),
    ) {
        let ids = catalogue.ids(known);
        let with = Rule::any([ids.clone(), vec![unknown]].concat()).compile(&catalogue);
        let without = Rule::any(ids).compile(&catalogue);
        prop_assert_eq!(with.decide(&access), without.decide(&access));
    }

    #[test]
    fn in_a_grant_it_is_ignored_and_reported(
        (catalogue, known) in with_catalogue(subset),
        unknown in prop::collection::vec(unknown_id(), 0..4),
    ) {
        let recognised = catalogue.set([unknown.clone(), catalogue.ids(known)].concat());
        prop_assert_eq!(recognised.known, known);
        prop_assert_eq!(recognised.unknown, unknown);
    }

    /// A denial names what is missing in words that somebody can act on, the unknown included.
    #[test]
    fn a_denial_names_the_unknown_too((catalogue, known) in with_catalogue(subset), unknown in unknown_id()) {
        let ids: Vec<PermissionId> = [catalogue.ids(known), vec![unknown]].concat();
        let rule = Rule::all(ids.clone()).compile(&catalogue);
        let Decision::Denied(Denial::Missing(missing)) = rule.decide(&Access::Granted(PermissionSet::EMPTY)) else {
            return Err(TestCaseError::fail("not denied as missing"));
        };
        prop_assert_eq!(id_set(&catalogue, missing), id_set(&catalogue, known));
        let named: BTreeSet<_> = rule.missing(&catalogue, missing).into_iter().collect();
        prop_assert_eq!(named, ids.into_iter().collect::<BTreeSet<_>>());
    }
}
