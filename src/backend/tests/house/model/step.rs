//! What can be done in a sequence, and how one is drawn.

use proptest::collection::vec;
use proptest::prelude::*;

use super::rights::{ALL, Bits};

/// So many people can be invited.
pub(super) const PEOPLE: usize = 3;
/// So many roles can be made.
pub(super) const ROLES: usize = 3;
/// So many windows does the owner have open.
pub(super) const WINDOWS: usize = 2;

/// What the owner gives.
#[derive(Clone, Copy, Debug)]
pub(super) struct Giving {
    pub(super) bits: Bits,
    /// One bit for each role.
    pub(super) roles: u8,
    /// In how many hours access begins.
    pub(super) starts: Option<i64>,
    /// In how many hours it ends.
    pub(super) ends: Option<i64>,
}

/// One thing that somebody does. Windows, people and sessions are told by number; of sessions the number is taken by the
/// remainder, since how many there are depends on what went before.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Invite {
        window: usize,
        who: usize,
        giving: Giving,
    },
    Resend {
        window: usize,
        who: usize,
    },
    Cancel {
        window: usize,
        who: usize,
    },
    /// With the latest link, or with one of those before it.
    Join {
        who: usize,
        back: usize,
    },
    /// `stale` sends what the window saw last, however long ago.
    Edit {
        window: usize,
        who: usize,
        giving: Giving,
        stale: bool,
    },
    Suspend {
        window: usize,
        who: usize,
    },
    Reactivate {
        window: usize,
        who: usize,
    },
    Revoke {
        window: usize,
        who: usize,
    },
    EndAll {
        window: usize,
        who: usize,
    },
    ResetFactor {
        window: usize,
        who: usize,
    },
    CreateRole {
        window: usize,
        role: usize,
        bits: Bits,
    },
    EditRole {
        window: usize,
        role: usize,
        bits: Bits,
        stale: bool,
    },
    DeleteRole {
        window: usize,
        role: usize,
        stale: bool,
    },
    MoveHolders {
        window: usize,
        role: usize,
        to: Option<usize>,
    },
    /// With the password of now or an earlier one, and with a recovery code or without.
    SignIn {
        who: usize,
        back: u32,
        code: bool,
    },
    SignOut {
        session: usize,
    },
    Password {
        session: usize,
        right: bool,
    },
    EndOthers {
        session: usize,
    },
    EndOne {
        session: usize,
        other: usize,
    },
    FactorOn {
        session: usize,
    },
    FactorOff {
        session: usize,
        right: bool,
    },
    /// Somebody looks at a page, which keeps a session alive.
    Look {
        session: usize,
    },
    /// So many hours go by.
    Wait(i64),
}

fn giving() -> impl Strategy<Value = Giving> {
    let roles = prop_oneof![3 => Just(0), 2 => 0..8_u8];
    let starts = prop_oneof![5 => Just(None), 1 => Just(Some(12))];
    let ends = prop_oneof![4 => Just(None), 1 => Just(Some(20)), 1 => Just(Some(40))];
    (0..=ALL, roles, starts, ends).prop_map(|(bits, roles, starts, ends)| Giving {
        bits,
        roles,
        starts,
        ends,
    })
}

fn step() -> impl Strategy<Value = Step> {
    let (window, who, role, session) = (0..WINDOWS, 0..PEOPLE, 0..ROLES, 0..64_usize);
    let owner = || (window.clone(), who.clone());
    let stale = || prop_oneof![3 => Just(false), 1 => Just(true)];
    let right = || prop_oneof![4 => Just(true), 1 => Just(false)];
    let hours = prop_oneof![
        6 => Just(1), 3 => Just(13), 2 => Just(25), 1 => Just(24 * 8), 1 => Just(24 * 31),
    ];
    prop_oneof![
        6 => (owner(), giving()).prop_map(|((window, who), giving)| Step::Invite { window, who, giving }),
        2 => owner().prop_map(|(window, who)| Step::Resend { window, who }),
        1 => owner().prop_map(|(window, who)| Step::Cancel { window, who }),
        9 => (who.clone(), prop_oneof![5 => Just(0), 1 => 1..3_usize]).prop_map(|(who, back)| Step::Join { who, back }),
        6 => (owner(), giving(), stale())
            .prop_map(|((window, who), giving, stale)| Step::Edit { window, who, giving, stale }),
        2 => owner().prop_map(|(window, who)| Step::Suspend { window, who }),
        2 => owner().prop_map(|(window, who)| Step::Reactivate { window, who }),
        2 => owner().prop_map(|(window, who)| Step::Revoke { window, who }),
        1 => owner().prop_map(|(window, who)| Step::EndAll { window, who }),
        1 => owner().prop_map(|(window, who)| Step::ResetFactor { window, who }),
        3 => (window.clone(), role.clone(), 0..=ALL)
            .prop_map(|(window, role, bits)| Step::CreateRole { window, role, bits }),
        3 => (window.clone(), role.clone(), 0..=ALL, stale())
            .prop_map(|(window, role, bits, stale)| Step::EditRole { window, role, bits, stale }),
        1 => (window.clone(), role.clone(), stale())
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
        3 => hours.prop_map(Step::Wait),
    ]
}

/// A sequence.
pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
    vec(step(), 10..60)
}
