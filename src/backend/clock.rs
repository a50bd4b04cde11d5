//! The clock. Apart, so that a test moves time instead of waiting for it.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use latchkey_permissions::Time;
use tokio::sync::watch;

/// How long to sleep at a time: a clock of the system may be set, and then what was far off is near.
const NAP: Duration = Duration::from_secs(30);

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
            Self::Manual(clock) => Time::from_millis(*clock.0.borrow()),
        }
    }

    /// Waits until it is this moment.
    pub(crate) async fn reached(&self, moment: Time) {
        if let Self::Manual(clock) = self {
            let mut hands = clock.0.subscribe();
            // Its other end is held right here.
            let _ = hands.wait_for(|now| *now >= moment.millis()).await;
            return;
        }
        loop {
            let left = moment.millis() - self.now().millis();
            let Ok(left @ 1..) = u64::try_from(left) else { return };
            tokio::time::sleep(NAP.min(Duration::from_millis(left))).await;
        }
    }
}

fn system() -> Time {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Time::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// A clock that stands still until it is moved.
#[derive(Clone, Debug)]
pub struct ManualClock(Arc<watch::Sender<i64>>);

impl ManualClock {
    /// A clock that shows `now`.
    pub fn at(now: Time) -> Self {
        Self(Arc::new(watch::Sender::new(now.millis())))
    }

    /// Moves it forward, and wakes whoever waits for a moment.
    pub fn advance(&self, millis: i64) {
        self.0.send_modify(|now| *now += millis);
    }
}
