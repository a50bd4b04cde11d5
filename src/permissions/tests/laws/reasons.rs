//! A denial says why, and the first reason that somebody can do something about comes first.

use std::collections::BTreeSet;

use latchkey_permissions::{
    Access, Bar, Catalogue, Decision, Denial, Grant, OnboardingStep, OnboardingSteps, Person, Rule, Staff, Status,
    Time, Window,
};
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{config, id_set, preset, rule, subset, with_catalogue};

const BEFORE: Time = Time::from_millis(1);
const NOW: Time = Time::from_millis(2);
const LATER: Time = Time::from_millis(3);

fn bar(status: Status, starts: Option<Time>, ends: Option<Time>) -> Access {
    let catalogue = preset();
    let grant = Grant::of(catalogue.everything());
    let window = Window { starts, ends };
    let steps = OnboardingSteps::from_iter([OnboardingStep::GuidedTour]);
    Person::Staff(Staff {
        status,
        window,
        grant,
        steps,
    })
    .access(&catalogue, NOW)
}

#[test]
fn suspension_is_named_before_dates() {
    for ends in [None, Some(BEFORE), Some(LATER)] {
        for starts in [None, Some(BEFORE), Some(LATER)] {
            assert_eq!(bar(Status::Suspended, starts, ends), Access::Barred(Bar::Suspended));
        }
    }
}

#[test]
fn an_end_names_its_day_only_when_that_day_has_come() {
    let ended = |day| Access::Barred(Bar::Ended(day));
    assert_eq!(bar(Status::Ended, None, None), ended(None));
    assert_eq!(bar(Status::Ended, None, Some(BEFORE)), ended(Some(BEFORE)));
    assert_eq!(bar(Status::Ended, None, Some(NOW)), ended(Some(NOW)));
    assert_eq!(bar(Status::Ended, Some(LATER), Some(LATER)), ended(None));
    for status in [Status::Invited, Status::Onboarding, Status::Active] {
        assert_eq!(bar(status, None, Some(NOW)), ended(Some(NOW)));
        assert_eq!(
            bar(status, Some(LATER), Some(BEFORE)),
            ended(Some(BEFORE)),
            "an end comes before a beginning"
        );
        assert_eq!(bar(status, Some(LATER), None), Access::Barred(Bar::NotStarted(LATER)));
    }
}

#[test]
fn joining_comes_before_access() {
    let first = OnboardingSteps::from_iter([OnboardingStep::ChoosePassword]);
    assert_eq!(bar(Status::Invited, None, None), Access::Barred(Bar::Onboarding(first)));
    let left = OnboardingSteps::from_iter([OnboardingStep::GuidedTour]);
    assert_eq!(
        bar(Status::Onboarding, Some(NOW), Some(LATER)),
        Access::Barred(Bar::Onboarding(left)),
        "it names the steps that are left"
    );
    assert_eq!(
        bar(Status::Active, Some(NOW), Some(LATER)),
        Access::Granted(preset().everything())
    );
}

/// Every set of onboarding steps keeps its members, in the order in which they are taken.
#[test]
fn onboarding_steps_are_a_set_in_order() {
    for combination in 0..1_usize << OnboardingStep::ALL.len() {
        let chosen = |n: &usize| combination & (1 << n) != 0;
        let wanted: Vec<_> = (0..4).filter(chosen).map(|n| OnboardingStep::ALL[n]).collect();
        let steps: OnboardingSteps = wanted.iter().rev().copied().chain(wanted.first().copied()).collect();
        assert_eq!(steps.iter().collect::<Vec<_>>(), wanted);
        for (n, step) in OnboardingStep::ALL.into_iter().enumerate() {
            assert_eq!(steps.contains(step), chosen(&n));
        }
    }
}

/// Every standing with every kind of rule, the reason written out.
#[test]
fn each_standing_is_answered_in_its_own_words() {
    let catalogue = preset();
    let held = catalogue.set(["orders.view"]).known;
    let steps = OnboardingSteps::from_iter([OnboardingStep::SecurityBasics]);
    let missing = |ids: &[&'static str]| Some(Denial::Missing(catalogue.set(ids.iter().copied()).known));
    let same = |denial| [Some(denial); 5];
    // Owner; SignedIn; All of one held and one not; Any of one not held; All with an unknown one.
    let waiting = |denial| [Some(Denial::OwnerOnly), None, Some(denial), Some(denial), Some(denial)];
    let table: [(Access, [Option<Denial>; 5]); 7] = [
        (Access::SignedOut, same(Denial::SignedOut)),
        (Access::Owner, [None, None, None, None, missing(&["orders.view"])]),
        (
            Access::Granted(held),
            [
                Some(Denial::OwnerOnly),
                None,
                missing(&["stock.manage"]),
                missing(&["products.view"]),
                missing(&[]),
            ],
        ),
        (Access::Barred(Bar::Suspended), same(Denial::Suspended)),
        (
            Access::Barred(Bar::Ended(Some(BEFORE))),
            same(Denial::Ended(Some(BEFORE))),
        ),
        (
            Access::Barred(Bar::NotStarted(LATER)),
            waiting(Denial::NotStarted(LATER)),
        ),
        (
            Access::Barred(Bar::Onboarding(steps)),
            waiting(Denial::Onboarding(steps)),
        ),
    ];
    let rules = [
        Rule::Owner,
        Rule::SignedIn,
        Rule::all(["orders.view", "stock.manage"]),
        Rule::any(["products.view"]),
        Rule::all(["orders.view", "ghosts.view"]),
    ];
    for (access, denials) in table {
        for (rule, denial) in rules.iter().zip(denials) {
            let expected = denial.map_or(Decision::Allowed, Decision::Denied);
            assert_eq!(
                rule.compile(&catalogue).decide(&access),
                expected,
                "{access:?} {rule:?}"
            );
        }
    }
}

fn missing_ids(
    catalogue: &Catalogue,
    rule: &Rule,
    access: &Access,
) -> Option<BTreeSet<latchkey_permissions::PermissionId>> {
    match rule.compile(catalogue).decide(access) {
        Decision::Denied(Denial::Missing(missing)) => Some(id_set(catalogue, missing)),
        _ => None,
    }
}

proptest! {
    #![proptest_config(config())]

    /// What is named as missing is what the rule names, is known, and is not held: nothing more and nothing less.
    #[test]
    fn what_is_missing_is_what_is_needed_and_not_held(
        (catalogue, (held, rule)) in with_catalogue(|catalogue| (subset(catalogue), rule(catalogue))),
    ) {
        if let Some(missing) = missing_ids(&catalogue, &rule, &Access::Granted(held)) {
            let needed = id_set(&catalogue, catalogue.set(rule.permissions().iter().cloned()).known);
            prop_assert_eq!(missing, &needed - &id_set(&catalogue, held));
        }
    }

    /// Granting what was named opens the door, wherever it can be opened at all.
    #[test]
    fn granting_what_is_missing_lets_one_in(
        (catalogue, (held, rule)) in with_catalogue(|catalogue| (subset(catalogue), rule(catalogue))),
    ) {
        let compiled = rule.compile(&catalogue);
        if let Decision::Denied(Denial::Missing(missing)) = compiled.decide(&Access::Granted(held)) {
            let after = compiled.decide(&Access::Granted(held | missing));
            prop_assert_eq!(after.is_allowed(), compiled.decide(&Access::Owner).is_allowed());
        }
    }
}
