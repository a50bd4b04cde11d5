//! Outside its dates, suspended or ended, a grant is empty.

use latchkey_permissions::{
    Access, Catalogue, Grant, OnboardingSteps, PermissionSet, Person, Rule, Staff, Status, Time, Window,
};
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{config, preset, staff, time, with_catalogue};

const NOW: Time = Time::from_millis(1_000_000);

/// No bound; and before, at and after now.
fn bounds() -> [Option<Time>; 4] {
    [None, Some(NOW.plus_millis(-1)), Some(NOW), Some(NOW.plus_millis(1))]
}

fn windows() -> impl Iterator<Item = Window> {
    let pairs = bounds()
        .into_iter()
        .flat_map(|starts| bounds().map(move |ends| (starts, ends)));
    pairs.map(|(starts, ends)| Window { starts, ends })
}

/// Said again in other words than the module's: both bounds written as numbers, and the bound that is not there as
/// one that is never reached.
fn inside(window: Window) -> bool {
    let starts = window.starts.map_or(i64::MIN, Time::millis);
    let ends = window.ends.map_or(i64::MAX, Time::millis);
    (starts..ends).contains(&NOW.millis())
}

/// Each kind of rule, and whether somebody who holds exactly `orders.view` passes it.
fn rules() -> [(Rule, bool); 8] {
    [
        (Rule::Owner, false),
        (Rule::SignedIn, true),
        (Rule::all(["orders.view"]), true),
        (Rule::all(["orders.view", "products.view"]), false),
        (Rule::all(["orders.view", "ghosts.view"]), false),
        (Rule::any(["products.view"]), false),
        (Rule::any(["orders.view", "products.view"]), true),
        (Rule::any(["ghosts.view"]), false),
    ]
}

fn seller(catalogue: &Catalogue, status: Status, account: Window, part: Window) -> Access {
    let orders = catalogue.set(["orders.view"]).known;
    let grant = Grant::NOTHING.with(orders, part);
    Person::Staff(Staff {
        status,
        window: account,
        grant,
        steps: OnboardingSteps::default(),
    })
    .access(catalogue, NOW)
}

#[test]
fn every_status_with_every_dates_and_every_rule() {
    let catalogue = preset();
    let mut cases = 0;
    for status in Status::ALL {
        for account in windows() {
            for part in windows() {
                let access = seller(&catalogue, status, account, part);
                let enters = status == Status::Active && inside(account);
                let holds = enters && inside(part);
                let over = account.ends.is_some_and(|ends| ends <= NOW);
                let shut_out = matches!(status, Status::Suspended | Status::Ended) || over;

                let held = if holds {
                    catalogue.set(["orders.view"]).known
                } else {
                    PermissionSet::EMPTY
                };
                assert_eq!(access.granted(), Some(held), "{status} {account:?} {part:?}");
                for (rule, passes) in rules() {
                    let expected = match rule {
                        Rule::SignedIn => !shut_out,
                        _ => holds && passes,
                    };
                    let decision = rule.compile(&catalogue).decide(&access);
                    assert_eq!(
                        decision.is_allowed(),
                        expected,
                        "{status} {account:?} {part:?} {rule:?}"
                    );
                    cases += 1;
                }
            }
        }
    }
    assert_eq!(cases, 5 * 16 * 16 * 8);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_held_only_an_active_account_inside_its_dates_holds_it(
        (catalogue, staff) in with_catalogue(staff),
        now in time(),
    ) {
        let enters = staff.status == Status::Active && staff.window.is_open(now);
        let held = if enters { staff.grant.at(&catalogue, now) } else { PermissionSet::EMPTY };
        prop_assert_eq!(Person::Staff(staff).access(&catalogue, now).granted(), Some(held));
    }

    /// What is over stays over, and what has begun stays begun: no window opens twice.
    #[test]
    fn a_window_is_one_stretch_of_time(window in crate::support::window(), mut times in [time(), time(), time()]) {
        times.sort_unstable();
        let [first, between, last] = times.map(|now| window.is_open(now));
        prop_assert!(between || !(first && last));
    }
}

#[test]
fn a_window_holds_its_first_moment_and_not_its_last() {
    let window = Window {
        starts: Some(NOW),
        ends: Some(NOW.plus_millis(2)),
    };
    assert!(!window.is_open(NOW.plus_millis(-1)));
    assert!(window.is_open(NOW));
    assert!(window.is_open(NOW.plus_millis(1)));
    assert!(!window.is_open(NOW.plus_millis(2)));
    assert!(Window::ALWAYS.is_open(Time::MIN) && Window::ALWAYS.is_open(Time::MAX));
    assert_eq!(Window::ALWAYS, Window::default());
}

#[test]
fn nobody_signed_in_holds_nothing() {
    assert_eq!(Access::SignedOut.granted(), Some(PermissionSet::EMPTY));
    assert_eq!(Access::Owner.granted(), None);
}
