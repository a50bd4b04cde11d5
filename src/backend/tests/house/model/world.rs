//! The model: who there is, what each holds, which sessions live and which links work. It decides nothing for the
//! backend; it is what the backend is held against.

use std::collections::{BTreeMap, BTreeSet};

use latchkey_permissions::Time;

use super::rights::{Bits, closed};
use super::step::{PEOPLE, ROLES, WINDOWS};
use crate::support::{Browser, House};

pub(super) const HOUR: i64 = 3_600_000;
const IDLE: i64 = 24 * HOUR;
const ABSOLUTE: i64 = 30 * IDLE;
const INVITATION: i64 = 7 * 24 * HOUR;
/// When a session was last used is exact to this.
const SEEN_EXACT_TO: i64 = 60_000;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stand {
    #[default]
    Unknown,
    Invited,
    Active,
    Suspended,
    Ended,
}

impl Stand {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "",
            Self::Invited => "invited",
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
    pub(super) direct: Bits,
    pub(super) roles: BTreeSet<usize>,
    pub(super) starts: Option<i64>,
    pub(super) ends: Option<i64>,
    /// Which password it is; none before joining.
    pub(super) password: Option<u32>,
    /// Recovery codes that were not used, of whoever has a second factor.
    pub(super) codes: Option<Vec<String>>,
}

/// A role, which is there or not.
#[derive(Debug, Default)]
pub(super) struct Role {
    pub(super) id: Option<String>,
    pub(super) bits: Bits,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Open,
    Replaced,
    Used,
    Cancelled,
}

/// A link that was sent.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) token: String,
    pub(super) who: usize,
    pub(super) state: State,
    expires: i64,
}

/// Whose session it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    Owner,
    Person(usize),
}

/// A browser that has, or had, a session.
pub(super) struct Session {
    pub(super) browser: Browser,
    pub(super) whose: Whose,
    /// Ended by what somebody did.
    pub(super) dead: bool,
    created: i64,
    seen: i64,
}

/// All of it.
pub(super) struct World {
    pub(super) house: House,
    pub(super) now: i64,
    pub(super) people: Vec<Person>,
    pub(super) roles: Vec<Role>,
    pub(super) links: Vec<Link>,
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

    /// What somebody holds, whatever the moment.
    pub(super) fn holds(&self, who: usize) -> Bits {
        let person = &self.people[who];
        let roles = person.roles.iter().map(|role| self.roles[*role].bits);
        roles.fold(closed(person.direct), |all, bits| all | closed(bits))
    }

    /// Why somebody who has joined is not let in now.
    pub(super) fn barred(&self, who: usize) -> Option<&'static str> {
        let person = &self.people[who];
        match person.stand {
            Stand::Suspended => Some("suspended"),
            _ if person.ends.is_some_and(|ends| ends <= self.now) => Some("ended"),
            _ if person.starts.is_some_and(|starts| self.now < starts) => Some("not-started"),
            _ => None,
        }
    }

    /// Whether a session lives.
    pub(super) fn lives(&self, session: &Session) -> bool {
        !session.dead && self.now - session.seen < IDLE && self.now - session.created < ABSOLUTE
    }

    /// Why what a session asks about its own account is refused: status and code. Whoever waits for access to begin may
    /// see from when, and change how to sign in.
    pub(super) fn refusal_of_own(&self, session: &Session) -> Option<(u16, &'static str)> {
        self.refusal(session).filter(|(_, code)| *code != "not-started")
    }

    /// Why what a session asks of the store is refused whatever it is: status and code.
    pub(super) fn refusal(&self, session: &Session) -> Option<(u16, &'static str)> {
        if !self.lives(session) {
            return Some((401, "signed-out"));
        }
        match session.whose {
            Whose::Owner => None,
            Whose::Person(who) => self.barred(who).map(|code| (403, code)),
        }
    }

    /// A session was begun in this browser; its number.
    pub(super) fn begun(&mut self, browser: Browser, whose: Whose) -> usize {
        self.sessions.push(Session {
            browser,
            whose,
            dead: false,
            created: self.now,
            seen: self.now,
        });
        self.sessions.len() - 1
    }

    /// A session asked for something, and was not refused from the outset.
    pub(super) fn used(&mut self, number: usize) {
        let session = &mut self.sessions[number];
        if self.now - session.seen >= SEEN_EXACT_TO {
            session.seen = self.now;
        }
    }

    /// Ends all sessions of somebody but one; how many of them lived.
    pub(super) fn end(&mut self, who: usize, but: Option<usize>) -> usize {
        let of = Whose::Person(who);
        let all = (0..self.sessions.len()).filter(|n| self.sessions[*n].whose == of && Some(*n) != but);
        let ended: Vec<usize> = all.filter(|n| self.lives(&self.sessions[*n])).collect();
        for number in &ended {
            self.sessions[*number].dead = true;
        }
        ended.len()
    }

    /// A session has another token now: whoever kept the old one has nothing.
    pub(super) fn renewed(&mut self, number: usize, before: Browser) {
        let Session {
            whose, created, seen, ..
        } = self.sessions[number];
        self.sessions.push(Session {
            browser: before,
            whose,
            dead: true,
            created,
            seen,
        });
    }

    /// A link was sent; what was open is replaced.
    pub(super) fn sent(&mut self, who: usize, token: String) {
        self.close(who, State::Replaced);
        self.links.push(Link {
            token,
            who,
            state: State::Open,
            expires: self.now + INVITATION,
        });
    }

    /// Whatever link of somebody is open becomes this.
    pub(super) fn close(&mut self, who: usize, state: State) {
        let open = self
            .links
            .iter_mut()
            .filter(|link| link.who == who && link.state == State::Open);
        open.for_each(|link| link.state = state);
    }

    /// Why a link does not work.
    pub(super) fn is_dead(&self, link: &Link) -> Option<&'static str> {
        match link.state {
            State::Open if link.expires <= self.now => Some("invitation-expired"),
            State::Open => None,
            State::Replaced => Some("invitation-replaced"),
            State::Used => Some("invitation-used"),
            State::Cancelled => Some("invitation-cancelled"),
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
        let now = self.now;
        let person = &mut self.people[who];
        person.stand = Stand::Ended;
        person.ends = Some(person.ends.map_or(now, |ends| ends.min(now)));
        person.password = None;
        person.codes = None;
    }
}
