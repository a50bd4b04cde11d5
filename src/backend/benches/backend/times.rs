//! How long something took, each time that it was done.

use std::fmt;
use std::time::Duration;

/// See the module.
#[derive(Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    pub(crate) fn add_all(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// The time that so many of a hundred keep to, in milliseconds.
    fn at(sorted: &[Duration], share: usize) -> f64 {
        let place = (sorted.len() * share).div_ceil(100).max(1) - 1;
        sorted.get(place).map_or(0.0, |time| time.as_secs_f64() * 1_000.0)
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        write!(
            f,
            "p50 {:.1} ms, p99 {:.1} ms",
            Self::at(&sorted, 50),
            Self::at(&sorted, 99)
        )
    }
}
