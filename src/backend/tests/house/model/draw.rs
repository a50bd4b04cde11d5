//! How a sequence is drawn: what is done often, and what seldom.

use proptest::collection::vec as many;
use proptest::prelude::*;

use super::arrival::{Draft, Policy};
use super::dates::Hours;
use super::rights::{ALL, Bits, SENSITIVE};
use super::step::{Giving, PEOPLE, ROLES, Step, WINDOWS};

fn giving() -> impl Strategy<Value = Giving> {
    let roles = prop_oneof![3 => Just(0), 2 => 0..8_u8];
    let starts = prop_oneof![5 => Just(None), 1 => Just(Some(12))];
    let ends = prop_oneof![4 => Just(None), 1 => Just(Some(20)), 1 => Just(Some(40))];
    let open = (starts, ends).prop_map(|(starts, ends)| Hours { starts, ends });
    // As long as something is dated, it has a date.
    let within = prop_oneof![
        2 => Just((Some(1), None)), 2 => Just((None, Some(1))), 1 => Just((None, Some(14))), 1 => Just((Some(1), Some(2))),
    ];
    let within = within.prop_map(|(starts, ends)| Hours { starts, ends });
    let dated = prop_oneof![2 => Just((0, 0)), 1 => (0..=ALL, 0..8_u8)];
    let factor = prop_oneof![7 => Just(false), 1 => Just(true)];
    let given = (bits(), roles, open, within, dated, factor);
    given.prop_map(|(bits, roles, dates, within, (dated, dated_roles), factor)| Giving {
        bits,
        roles,
        dates,
        within,
        dated,
        dated_roles,
        factor,
    })
}

/// Permissions, seldom with the sensitive one.
fn bits() -> impl Strategy<Value = Bits> {
    prop_oneof![3 => 0..1_u16 << SENSITIVE, 1 => 0..=ALL]
}

fn draft() -> impl Strategy<Value = Draft> {
    let policy = prop_oneof![
        3 => Just(Policy::Optional), 2 => Just(Policy::Sensitive), 1 => Just(Policy::Everybody),
    ];
    let drawn = (any::<bool>(), any::<bool>(), policy, any::<bool>(), seldom());
    drawn.prop_map(|(basics, tour, policy, anew, everybody)| Draft {
        basics,
        tour,
        policy,
        anew,
        everybody,
    })
}

fn seldom() -> impl Strategy<Value = bool> {
    prop_oneof![3 => Just(false), 1 => Just(true)]
}

/// The latest, or one of those before it.
fn back() -> impl Strategy<Value = usize> {
    prop_oneof![5 => Just(0), 1 => 1..3_usize]
}

fn step() -> impl Strategy<Value = Step> {
    let (window, who, role, session) = (0..WINDOWS, 0..PEOPLE, 0..ROLES, 0..512_usize);
    let owner = || (window.clone(), who.clone());
    let right = || prop_oneof![4 => Just(true), 1 => Just(false)];
    let hours = prop_oneof![
        6 => Just(1), 3 => Just(13), 2 => Just(25), 1 => Just(24 * 8), 1 => Just(24 * 31),
    ];
    prop_oneof![
        6 => (owner(), giving()).prop_map(|((window, who), giving)| Step::Invite { window, who, giving }),
        2 => owner().prop_map(|(window, who)| Step::Resend { window, who }),
        1 => owner().prop_map(|(window, who)| Step::Cancel { window, who }),
        6 => (who.clone(), back()).prop_map(|(who, back)| Step::Join { who, back }),
        6 => (owner(), giving(), seldom())
            .prop_map(|((window, who), giving, stale)| Step::Edit { window, who, giving, stale }),
        2 => owner().prop_map(|(window, who)| Step::Suspend { window, who }),
        2 => owner().prop_map(|(window, who)| Step::Reactivate { window, who }),
        2 => owner().prop_map(|(window, who)| Step::Revoke { window, who }),
        1 => owner().prop_map(|(window, who)| Step::EndAll { window, who }),
        1 => owner().prop_map(|(window, who)| Step::ResetFactor { window, who }),
        3 => (window.clone(), role.clone(), bits())
            .prop_map(|(window, role, bits)| Step::CreateRole { window, role, bits }),
        3 => (window.clone(), role.clone(), bits(), seldom())
            .prop_map(|(window, role, bits, stale)| Step::EditRole { window, role, bits, stale }),
        1 => (window.clone(), role.clone(), seldom())
            .prop_map(|(window, role, stale)| Step::DeleteRole { window, role, stale }),
        2 => (window.clone(), role.clone(), proptest::option::of(role.clone()))
            .prop_map(|(window, role, to)| Step::MoveHolders { window, role, to }),
        9 => (who.clone(), prop_oneof![5 => Just(0), 1 => 1..3_u32], any::<bool>())
            .prop_map(|(who, back, code)| Step::SignIn { who, back, code }),
        1 => session.clone().prop_map(|session| Step::SignOut { session }),
        2 => (session.clone(), right()).prop_map(|(session, right)| Step::Password { session, right }),
        1 => session.clone().prop_map(|session| Step::EndOthers { session }),
        1 => (session.clone(), session.clone()).prop_map(|(session, other)| Step::EndOne { session, other }),
        2 => session.clone().prop_map(|session| Step::FactorOn { session }),
        1 => (session.clone(), right()).prop_map(|(session, right)| Step::FactorOff { session, right }),
        2 => session.clone().prop_map(|session| Step::Look { session }),
        2 => owner().prop_map(|(window, who)| Step::SendReset { window, who }),
        3 => who.clone().prop_map(|who| Step::Forget { who }),
        6 => (who.clone(), back(), any::<bool>()).prop_map(|(who, back, code)| Step::UseReset { who, back, code }),
        3 => (window.clone(), draft(), seldom())
            .prop_map(|(window, draft, stale)| Step::Choose { window, draft, stale }),
        5 => (session.clone(), any::<bool>(), seldom())
            .prop_map(|(session, tour, stale)| Step::Take { session, tour, stale }),
        2 => (who.clone(), back()).prop_map(|(who, back)| Step::AskAgain { who, back }),
        1 => owner().prop_map(|(window, who)| Step::Dismiss { window, who }),
        3 => owner().prop_map(|(window, who)| Step::Offer { window, who }),
        1 => window.clone().prop_map(|window| Step::Withdraw { window }),
        1 => session.clone().prop_map(|session| Step::Decline { session }),
        4 => hours.prop_map(Step::Wait),
    ]
}

/// Somebody is invited and joins, since little happens while nobody is there.
fn arrival() -> impl Strategy<Value = Vec<Step>> {
    (0..WINDOWS, 0..PEOPLE, giving()).prop_map(|(window, who, giving)| {
        let invited = Step::Invite { window, who, giving };
        vec![invited, Step::Join { who, back: 0 }]
    })
}

/// A sequence.
pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let begins = many(arrival(), 0..4).prop_map(|steps| steps.concat());
    (begins, many(step(), 10..60)).prop_map(|(begins, steps)| [begins, steps].concat())
}
