//! What can be done in a sequence.

use super::arrival::Draft;
use super::dates::Hours;
use super::rights::Bits;

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
    /// When access begins and ends.
    pub(super) dates: Hours,
    /// When what is given for a time holds, and which permissions and roles of those given that are.
    pub(super) within: Hours,
    pub(super) dated: Bits,
    pub(super) dated_roles: u8,
    /// Whether a second factor is required.
    pub(super) factor: bool,
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
    /// The owner has a link for a new password sent.
    SendReset {
        window: usize,
        who: usize,
    },
    /// Somebody at the door asks for one.
    Forget {
        who: usize,
    },
    /// With the latest link or one before it, and with a recovery code or without.
    UseReset {
        who: usize,
        back: usize,
        code: bool,
    },
    /// What the owner asks for before access.
    Choose {
        window: usize,
        draft: Draft,
        stale: bool,
    },
    /// The tour or the basics; `stale` accepts those that were there before.
    Take {
        session: usize,
        tour: bool,
        stale: bool,
    },
    /// By the latest invitation or one before it, another is asked for.
    AskAgain {
        who: usize,
        back: usize,
    },
    Dismiss {
        window: usize,
        who: usize,
    },
    /// The store is offered.
    Offer {
        window: usize,
        who: usize,
    },
    Withdraw {
        window: usize,
    },
    Decline {
        session: usize,
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
