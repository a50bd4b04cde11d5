//! Sessions: whose they are, and which of them live.

use super::world::{HOUR, World, waits};
use crate::support::Browser;

const IDLE: i64 = 24 * HOUR;
const ABSOLUTE: i64 = 30 * IDLE;
/// When a session was last used is exact to this.
const SEEN_EXACT_TO: i64 = 60_000;

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

impl World {
    /// Whether a session lives.
    pub(super) fn lives(&self, session: &Session) -> bool {
        !session.dead && self.now - session.seen < IDLE && self.now - session.created < ABSOLUTE
    }

    /// Why what a session asks about its own account is refused: status and code.
    pub(super) fn refusal_of_own(&self, session: &Session) -> Option<(u16, &'static str)> {
        self.refusal(session).filter(|(_, code)| !waits(code))
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
}
