//! Keeps whoever is refused from filling the disk: of what anybody can make happen as often as they like, a few are
//! entries of their own, and the rest is counted and told at once.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use latchkey_contract::activity::Kind;
use latchkey_contract::id::AccountId;
use latchkey_permissions::Time;

use super::happening::Happening;
use super::who::{Whence, Who};

/// For so long a few of one sort are told one by one.
const WINDOW_MS: i64 = 10 * 60_000;

/// How many.
const ONE_BY_ONE: u64 = 5;

/// What is counted together: a kind, and whose it is.
type Key = (Kind, Option<AccountId>);

/// What was counted and not told yet.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    pub(crate) happening: Happening,
    pub(crate) actor: Option<Who>,
    pub(crate) whence: Whence,
    pub(crate) times: u64,
}

struct Seen {
    since: Time,
    told: u64,
    counted: Option<Counted>,
}

/// See the module.
#[derive(Default)]
pub(crate) struct Bounds(Mutex<HashMap<Key, Seen>>);

impl Bounds {
    /// Whether there is room for this to be told by itself, so that it is worth beginning to write. Otherwise it has been
    /// counted.
    pub(crate) fn has_room(&self, happening: &Happening, actor: Option<&Who>, whence: &Whence, now: Time) -> bool {
        let full = key(happening).is_some_and(|key| {
            let seen = self.lock();
            let seen = seen.get(&key);
            seen.is_some_and(|seen| seen.told >= ONE_BY_ONE && !is_over(seen.since, now))
        });
        !full || self.admit(happening, actor, whence, now)
    }

    /// Whether this is to be told by itself. Otherwise it has been counted.
    pub(crate) fn admit(&self, happening: &Happening, actor: Option<&Who>, whence: &Whence, now: Time) -> bool {
        let Some(key) = key(happening) else { return true };
        let mut seen = self.lock();
        let seen = seen.entry(key).or_insert(Seen {
            since: now,
            told: 0,
            counted: None,
        });
        if is_over(seen.since, now) {
            (seen.since, seen.told) = (now, 0);
        }
        if seen.told < ONE_BY_ONE {
            seen.told += 1;
            return true;
        }
        let counted = seen.counted.get_or_insert_with(|| Counted {
            happening: happening.clone(),
            actor: actor.cloned(),
            whence: whence.clone(),
            times: 0,
        });
        counted.times += 1;
        false
    }

    /// Takes what has been counted long enough, so that it can be told.
    pub(crate) fn due(&self, now: Time) -> Vec<Counted> {
        self.take(|since| is_over(since, now))
    }

    /// Takes all that has been counted.
    pub(crate) fn all(&self) -> Vec<Counted> {
        self.take(|_| true)
    }

    fn take(&self, is_due: impl Fn(Time) -> bool) -> Vec<Counted> {
        let mut taken = Vec::new();
        self.lock().retain(|_, seen| {
            let due = is_due(seen.since);
            // What is still counted when a new window has begun was counted before it.
            if due || seen.told < ONE_BY_ONE {
                taken.extend(seen.counted.take());
            }
            !due
        });
        taken
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Seen>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_over(since: Time, now: Time) -> bool {
    now.millis() - since.millis() >= WINDOW_MS
}

/// What this is counted with, where it is bounded.
fn key(happening: &Happening) -> Option<Key> {
    let who = match happening {
        Happening::SignInFailed { who, .. } => who.as_ref(),
        Happening::SignInRefused { who, .. } | Happening::Refused { who, .. } | Happening::PasswordRefused(who) => {
            Some(who)
        }
        _ => return None,
    };
    Some((happening.kind(), who.map(|who| who.id.clone())))
}
