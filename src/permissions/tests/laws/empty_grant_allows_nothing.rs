//! An empty grant allows nothing. (Elsewhere an empty list has meant everything.)

use latchkey_permissions::{
    Access, Decision, Grant, OnboardingSteps, PermissionSet, Person, Rule, Staff, Status, Window,
};
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{config, preset, rule, time, window, with_catalogue};

#[test]
fn no_single_permission_of_the_shipped_catalogue_is_allowed() {
    let catalogue = preset();
    let nothing = Access::Granted(PermissionSet::EMPTY);
    for entry in catalogue.permissions() {
        for rule in [Rule::all([entry.id.clone()]), Rule::any([entry.id.clone()])] {
            assert!(!rule.compile(&catalogue).decide(&nothing).is_allowed(), "{rule:?}");
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_but_being_signed_in_is_allowed(
        (catalogue, rule) in with_catalogue(rule),
        windows in prop::collection::vec(window(), 0..4),
        now in time(),
    ) {
        let grant = windows
            .into_iter()
            .fold(Grant::NOTHING, |grant, window| grant.with(PermissionSet::EMPTY, window));
        let staff = Staff { status: Status::Active, window: Window::ALWAYS, grant, steps: OnboardingSteps::default() };
        let access = Person::Staff(staff).access(&catalogue, now);
        prop_assert_eq!(access, Access::Granted(PermissionSet::EMPTY));

        let allowed = rule.compile(&catalogue).decide(&access) == Decision::Allowed;
        prop_assert_eq!(allowed, rule == Rule::SignedIn);
    }

    /// Nor is a rule that names nothing an open door, whatever is held.
    #[test]
    fn a_rule_without_permissions_lets_nobody_in((catalogue, access) in with_catalogue(crate::support::access)) {
        for rule in [Rule::All(Vec::new().into()), Rule::Any(Vec::new().into())] {
            prop_assert!(!rule.compile(&catalogue).decide(&access).is_allowed());
        }
    }
}
