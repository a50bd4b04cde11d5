//! What a session says of a person, for each kind of person.

use latchkey_contract::id::{AccountId, StoreId, Version};
use latchkey_contract::permissions::{
    Access, Bar, OnboardingStep, OnboardingSteps, PermissionId, PermissionSet, Status, Time,
};
use latchkey_contract::session::{Session, SessionAccount, Store};

use crate::{catalogue, time};

fn now() -> Time {
    time("2026-11-24T12:00:00Z")
}

fn session(status: Status, permissions: &[&'static str]) -> Session {
    Session {
        account: SessionAccount {
            id: AccountId("a".into()),
            name: "n".into(),
            email: "a@b.test".into(),
            owner: false,
            status,
            language: None,
            starts: None,
            ends: None,
            onboarding: vec![OnboardingStep::GuidedTour],
        },
        permissions: permissions.iter().map(|id| PermissionId::from_static(id)).collect(),
        store: Store {
            id: StoreId("s".into()),
            name: "s".into(),
            currency: "EUR".into(),
        },
        version: Version("1".into()),
        token: None,
    }
}

fn set(ids: &[&'static str]) -> PermissionSet {
    catalogue().set(ids.iter().copied()).known
}

#[test]
fn the_owner_is_the_owner_whatever_else_the_session_says() {
    for status in Status::ALL {
        let mut session = session(status, &[]);
        session.account.owner = true;
        session.account.ends = Some(Time::MIN);
        assert_eq!(session.access(&catalogue(), now()), Access::Owner, "{status}");
    }
}

#[test]
fn active_staff_hold_what_is_listed_with_what_it_requires() {
    let access = session(Status::Active, &["orders.manage"]).access(&catalogue(), now());
    assert_eq!(access, Access::Granted(set(&["orders.view", "orders.manage"])));
}

#[test]
fn nothing_is_held_where_nothing_is_listed_and_what_is_unknown_is_nothing() {
    for permissions in [&[][..], &["staff.manage", "everything"]] {
        let access = session(Status::Active, permissions).access(&catalogue(), now());
        assert_eq!(access, Access::Granted(PermissionSet::EMPTY), "{permissions:?}");
    }
}

#[test]
fn whoever_is_not_active_is_kept_out_whatever_is_listed() {
    let first = OnboardingSteps::from_iter([OnboardingStep::ChoosePassword]);
    let left = OnboardingSteps::from_iter([OnboardingStep::GuidedTour]);
    for (status, bar) in [
        (Status::Invited, Bar::Onboarding(first)),
        (Status::Onboarding, Bar::Onboarding(left)),
        (Status::Suspended, Bar::Suspended),
        (Status::Ended, Bar::Ended(None)),
    ] {
        let access = session(status, &["orders.view"]).access(&catalogue(), now());
        assert_eq!(access, Access::Barred(bar), "{status}");
    }
}

#[test]
fn dates_hold_from_the_first_moment_until_before_the_last() {
    let (earlier, later) = (now().plus_millis(-1), now().plus_millis(1));
    let granted = Access::Granted(set(&["orders.view"]));
    for (starts, ends, expected) in [
        (Some(now()), Some(later), granted),
        (Some(later), None, Access::Barred(Bar::NotStarted(later))),
        (None, Some(now()), Access::Barred(Bar::Ended(Some(now())))),
        (Some(earlier), Some(earlier), Access::Barred(Bar::Ended(Some(earlier)))),
    ] {
        let mut session = session(Status::Active, &["orders.view"]);
        session.account.starts = starts;
        session.account.ends = ends;
        assert_eq!(session.access(&catalogue(), now()), expected, "{starts:?} {ends:?}");
    }
}
