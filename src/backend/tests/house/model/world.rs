//! The model: who there is, what each holds, which sessions live and which links work. It decides nothing for the
//! backend; it is what the backend is held against.

use std::collections::BTreeMap;

use latchkey_permissions::Time;

use super::arrival::Asked;
use super::asking::Request;
use super::dates::{Direct, Period};
use super::links::{Link, State};
use super::ownership::Offer;
use super::reset::Reset;
use super::rights::Bits;
use super::sessions::Session;
use super::step::{PEOPLE, ROLES, WINDOWS};
use crate::support::House;

pub(super) const HOUR: i64 = 3_600_000;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stand {
    #[default]
    Unknown,
    Invited,
    Onboarding,
    Active,
    Suspended,
    Ended,
}

impl Stand {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "",
            Self::Invited => "invited",
            Self::Onboarding => "onboarding",
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Ended => "ended",
        }
    }
}

/// Somebody who is, was or can be on the staff.
#[derive(Debug, Default)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) stand: Stand,
    pub(super) direct: Direct,
    /// Each with its own dates.
    pub(super) roles: BTreeMap<usize, Period>,
    /// Those of the account.
    pub(super) dates: Period,
    pub(super) must_have_factor: bool,
    /// Which password it is; none before joining.
    pub(super) password: Option<u32>,
    /// Recovery codes that were not used, of whoever has a second factor.
    pub(super) codes: Option<Vec<String>>,
    /// Which version of the security basics was accepted; 0 where that was not asked.
    pub(super) accepted: Option<u64>,
    /// Has taken the tour.
    pub(super) toured: bool,
    /// Has joined once, however long ago.
    pub(super) was_here: bool,
    pub(super) request: Request,
}

/// A role, which is there or not.
#[derive(Debug, Default)]
pub(super) struct Role {
    pub(super) id: Option<String>,
    pub(super) bits: Bits,
}

/// Whether whoever is refused with this code only waits for access to begin: they may sign in, see for what they wait,
/// take their steps and change how to sign in.
pub(super) fn waits(code: &str) -> bool {
    matches!(code, "not-started" | "onboarding")
}

/// All of it.
pub(super) struct World {
    pub(super) house: House,
    pub(super) now: i64,
    pub(super) people: Vec<Person>,
    pub(super) roles: Vec<Role>,
    pub(super) links: Vec<Link>,
    pub(super) resets: Vec<Reset>,
    /// Which steps come before access.
    pub(super) asked: Asked,
    /// To whom the store is offered.
    pub(super) offer: Option<Offer>,
    pub(super) sessions: Vec<Session>,
    /// The sessions of the owner's windows.
    pub(super) windows: Vec<usize>,
    /// What each window of the owner saw last of a path, by its `ETag`.
    pub(super) seen: Vec<BTreeMap<String, String>>,
    pub(super) owner: String,
    /// The next password that somebody chooses; every one is another.
    pub(super) next_password: u32,
    /// The entries that this step must leave: kind and subject.
    pub(super) entries: Vec<(&'static str, String)>,
    /// The entries so far.
    pub(super) written: i64,
}

impl World {
    pub(super) fn new(house: House) -> Self {
        Self {
            now: crate::support::START.millis(),
            people: (0..PEOPLE).map(|_| Person::default()).collect(),
            roles: (0..ROLES).map(|_| Role::default()).collect(),
            links: Vec::new(),
            resets: Vec::new(),
            asked: Asked::default(),
            offer: None,
            sessions: Vec::new(),
            windows: Vec::new(),
            owner: String::new(),
            seen: vec![BTreeMap::new(); WINDOWS],
            next_password: 0,
            entries: Vec::new(),
            written: 0,
            house,
        }
    }

    pub(super) fn time(millis: i64) -> String {
        Time::from_millis(millis).to_string()
    }

    pub(super) fn email(who: usize) -> String {
        format!("person{who}@model.test")
    }

    /// Why somebody who has joined is not let in now.
    pub(super) fn barred(&self, who: usize) -> Option<&'static str> {
        let person = &self.people[who];
        match person.stand {
            Stand::Suspended => Some("suspended"),
            _ if person.dates.is_over(self.now) => Some("ended"),
            _ if person.dates.is_before(self.now) => Some("not-started"),
            Stand::Onboarding => Some("onboarding"),
            _ => None,
        }
    }

    /// Notes an entry that must be there.
    pub(super) fn note(&mut self, kind: &'static str, subject: impl Into<String>) {
        self.entries.push((kind, subject.into()));
    }

    /// Access is over: by revocation, or because an invitation was taken back.
    pub(super) fn over(&mut self, who: usize) {
        self.end(who, None);
        self.close(who, State::Cancelled);
        self.close_resets(who);
        self.close_request(who);
        self.void_offer(who);
        let now = self.now;
        let person = &mut self.people[who];
        person.stand = Stand::Ended;
        person.dates.ends = Some(person.dates.ends.map_or(now, |ends| ends.min(now)));
        person.password = None;
        person.codes = None;
    }
}
