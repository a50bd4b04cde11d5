//! Nobody but the owner passes an `Owner` rule, whatever they hold.

use latchkey_permissions::{Access, Decision, Denial, Person, Rule, Time};
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{access, config, preset, rule, staff, time, with_catalogue};

#[test]
fn everything_that_can_be_granted_is_not_enough() {
    let catalogue = preset();
    let everything = Access::Granted(catalogue.everything());
    let decision = Rule::Owner.compile(&catalogue).decide(&everything);
    assert_eq!(decision, Decision::Denied(Denial::OwnerOnly));
}

#[test]
fn no_owner_power_can_be_granted() {
    let catalogue = preset();
    for power in &catalogue.document().owner_powers {
        for id in [power.clone(), format!("{power}.view"), format!("{power}.manage")] {
            let recognised = catalogue.set([id.clone()]);
            assert!(recognised.known.is_empty(), "{id} can be granted");
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_standing_but_the_owners_is_denied((catalogue, access) in with_catalogue(access)) {
        let decision = Rule::Owner.compile(&catalogue).decide(&access);
        prop_assert_eq!(decision.is_allowed(), access == Access::Owner);
    }

    #[test]
    fn no_member_of_staff_ever_passes((catalogue, staff) in with_catalogue(staff), now in time()) {
        let access = Person::Staff(staff).access(&catalogue, now);
        prop_assert!(!Rule::Owner.compile(&catalogue).decide(&access).is_allowed());
    }

    /// The owner passes every rule that anybody can pass, at any time; their powers are not a set.
    #[test]
    fn the_owner_passes_every_sound_rule((catalogue, rule) in with_catalogue(rule), now in time()) {
        let access = Person::Owner.access(&catalogue, now);
        prop_assert_eq!(access, Access::Owner);
        prop_assert_eq!(access.granted(), None);

        let recognised = catalogue.set(rule.permissions().iter().cloned());
        let sound = match &rule {
            Rule::Owner | Rule::SignedIn => true,
            Rule::All(ids) => !ids.is_empty() && recognised.unknown.is_empty(),
            Rule::Any(_) => !recognised.known.is_empty(),
        };
        let decision = rule.compile(&catalogue).decide(&access);
        let expected = if sound { Decision::Allowed } else { Decision::Denied(Denial::Missing(recognised.known)) };
        prop_assert_eq!(decision, expected);
    }
}

#[test]
fn the_owner_has_no_dates() {
    let catalogue = preset();
    for now in [Time::MIN, Time::from_millis(0), Time::MAX] {
        assert_eq!(Person::Owner.access(&catalogue, now), Access::Owner);
    }
}
