//! The clock. Apart, so that a test moves time instead of waiting for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use latchkey_permissions::Time;

/// Where the present moment comes from.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// From the system.
    #[default]
    System,
    /// From the system, and this many milliseconds ahead of it: what happens later can be looked at today.
    Ahead(i64),
    /// From whoever holds the other end.
    Manual(ManualClock),
}

impl Clock {
    /// The present moment.
    pub fn now(&self) -> Time {
        match self {
            Self::System => system(),
            Self::Ahead(millis) => system().plus_millis(*millis),
            Self::Manual(clock) => Time::from_millis(clock.0.load(Ordering::SeqCst)),
        }
    }
}

fn system() -> Time {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Time::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// A clock that stands still until it is moved.
#[derive(Clone, Debug)]
pub struct ManualClock(Arc<AtomicI64>);

impl ManualClock {
    /// A clock that shows `now`.
    pub fn at(now: Time) -> Self {
        Self(Arc::new(AtomicI64::new(now.millis())))
    }

    /// Moves it forward.
    pub fn advance(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}
