//! An account passes through `invited → onboarding ⇄ active ⇄ suspended → ended`, and no other way.

use latchkey_permissions::{Status, Transition};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::config;

/// Every way there is.
const WAYS: [(Status, Transition, Status); 10] = [
    (Status::Invited, Transition::Join, Status::Onboarding),
    (Status::Invited, Transition::End, Status::Ended),
    (Status::Onboarding, Transition::FinishOnboarding, Status::Active),
    (Status::Onboarding, Transition::End, Status::Ended),
    (Status::Active, Transition::AskAgain, Status::Onboarding),
    (Status::Active, Transition::Suspend, Status::Suspended),
    (Status::Active, Transition::End, Status::Ended),
    (Status::Suspended, Transition::Reactivate, Status::Active),
    (Status::Suspended, Transition::End, Status::Ended),
    (Status::Ended, Transition::InviteAgain, Status::Invited),
];

#[test]
fn every_status_with_every_transition() {
    for from in Status::ALL {
        for transition in Transition::ALL {
            let way = WAYS.iter().find(|(start, by, _)| (*start, *by) == (from, transition));
            match (way, from.after(transition)) {
                (Some((.., to)), after) => assert_eq!(after, Ok(*to), "{from} {transition:?}"),
                (None, Ok(to)) => panic!("{from} became {to} by {transition:?}"),
                (None, Err(error)) => {
                    assert_eq!((error.from, error.transition), (from, transition));
                    let said = error.to_string();
                    assert!(
                        said.contains(from.as_str()) && said.contains(&format!("{transition:?}")),
                        "{said}"
                    );
                }
            }
        }
    }
}

/// The lists of all are complete: the compiler asks for a new member here, and its number is its place.
#[test]
fn the_lists_of_all_are_complete() {
    let status_place = |status| match status {
        Status::Invited => 0,
        Status::Onboarding => 1,
        Status::Active => 2,
        Status::Suspended => 3,
        Status::Ended => 4,
    };
    let transition_place = |transition| match transition {
        Transition::Join => 0,
        Transition::FinishOnboarding => 1,
        Transition::AskAgain => 2,
        Transition::Suspend => 3,
        Transition::Reactivate => 4,
        Transition::End => 5,
        Transition::InviteAgain => 6,
    };
    assert_eq!(Status::ALL.map(status_place), [0, 1, 2, 3, 4]);
    assert_eq!(Transition::ALL.map(transition_place), [0, 1, 2, 3, 4, 5, 6]);
}

#[test]
fn a_status_travels_by_its_name() {
    for status in Status::ALL {
        let json = serde_json::to_string(&status).expect("it can be written");
        assert_eq!(json, format!("\"{status}\""));
        assert_eq!(serde_json::from_str::<Status>(&json).expect("it can be read"), status);
    }
    let names = Status::ALL.map(Status::as_str);
    assert_eq!(names, ["invited", "onboarding", "active", "suspended", "ended"]);
    for wrong in ["\"Active\"", "\"deleted\"", "\"\"", "null", "2"] {
        assert!(serde_json::from_str::<Status>(wrong).is_err(), "{wrong}");
    }
}

proptest! {
    #![proptest_config(config())]

    /// Through any life: nobody becomes active without having joined since the last invitation.
    #[test]
    fn nobody_is_active_who_has_not_joined(wishes in vec(select(Transition::ALL.to_vec()), 0..30)) {
        let mut status = Status::Invited;
        let mut finished = false;
        for wish in wishes {
            let Ok(after) = status.after(wish) else { continue };
            finished = match wish {
                Transition::FinishOnboarding => true,
                Transition::InviteAgain => false,
                _ => finished,
            };
            status = after;
            prop_assert!(finished || !matches!(status, Status::Active | Status::Suspended));
        }
    }
}
