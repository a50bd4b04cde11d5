//! Adding a permission never removes an allow.

use latchkey_permissions::{Access, Grant, PermissionId, PermissionSet, Person, Rule, Staff};
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{config, preset, rule, staff, subset, time, window, with_catalogue};

#[test]
fn no_permission_of_the_shipped_catalogue_takes_another_away() {
    let catalogue = preset();
    let ids: Vec<PermissionId> = catalogue.permissions().map(|entry| entry.id.clone()).collect();
    let one = |id: &PermissionId| catalogue.set([id.clone()]).known;
    for held in &ids {
        let rule = Rule::all([held.clone()]).compile(&catalogue);
        for added in &ids {
            let after = Access::Granted(one(held) | one(added));
            assert!(rule.decide(&after).is_allowed(), "{held} is gone when {added} is added");
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn more_in_the_set_never_allows_less(
        (catalogue, (held, added, rule)) in
            with_catalogue(|catalogue| (subset(catalogue), subset(catalogue), rule(catalogue))),
    ) {
        let rule = rule.compile(&catalogue);
        let before = rule.decide(&Access::Granted(held)).is_allowed();
        let after = rule.decide(&Access::Granted(held | added)).is_allowed();
        prop_assert!(!before || after);
    }

    /// Nor does one more part of a grant, whatever its dates, at any moment.
    #[test]
    fn one_part_more_never_allows_less(
        (catalogue, (staff, added, rule)) in
            with_catalogue(|catalogue| (staff(catalogue), subset(catalogue), rule(catalogue))),
        window in window(),
        now in time(),
    ) {
        let rule = rule.compile(&catalogue);
        let richer = Staff { grant: staff.grant.clone().with(added, window), ..staff.clone() };
        let decide = |staff: Staff| rule.decide(&Person::Staff(staff).access(&catalogue, now)).is_allowed();
        prop_assert!(!decide(staff) || decide(richer));
    }

    /// The same holds from nothing to everything, one permission at a time.
    #[test]
    fn a_grant_that_grows_only_ever_opens((catalogue, (order, rule)) in with_catalogue(|catalogue| {
        let ids: Vec<PermissionId> = catalogue.permissions().map(|entry| entry.id.clone()).collect();
        (Just(ids).prop_shuffle(), rule(catalogue))
    })) {
        let rule = rule.compile(&catalogue);
        let mut held = PermissionSet::EMPTY;
        let mut open = false;
        for id in order {
            held = held | catalogue.set([id]).known;
            let now = rule.decide(&Access::Granted(Grant::of(held).at(&catalogue, latchkey_permissions::Time::MIN)));
            prop_assert!(!open || now.is_allowed());
            open = now.is_allowed();
        }
    }
}
