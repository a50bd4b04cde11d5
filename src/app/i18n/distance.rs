//! How far a moment lies from now, in the steps in which people say it. Pure, so that it is tested without a browser.

const MINUTE: i64 = 60_000;
const DAY: i64 = 86_400_000;

/// A moment in milliseconds, and how many minutes the local clock is behind UTC at that moment.
#[derive(Clone, Copy)]
pub(super) struct Local {
    pub(super) millis: i64,
    pub(super) behind_utc: i64,
}

impl Local {
    /// The number of the local day.
    fn day(self) -> i64 {
        (self.millis - self.behind_utc * MINUTE).div_euclid(DAY)
    }
}

/// A distance as it is said. Negative numbers lie in the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Distance {
    /// Less than a minute.
    Now,
    /// Less than an hour.
    Minutes(i64),
    /// The same day.
    Today,
    /// The day before.
    Yesterday,
    /// Less than a week.
    Days(i64),
    /// Further.
    Date,
}

/// The distance from `now` to `then`.
pub(super) fn distance(then: Local, now: Local) -> Distance {
    let minutes = (then.millis - now.millis) / MINUTE;
    let days = then.day() - now.day();
    match (minutes, days) {
        (0, _) => Distance::Now,
        (-59..=59, _) => Distance::Minutes(minutes),
        (_, 0) => Distance::Today,
        (_, -1) => Distance::Yesterday,
        (_, -6..=6) => Distance::Days(days),
        _ => Distance::Date,
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY, Distance, Local, MINUTE, distance};

    /// 12:00 in UTC on some day.
    const NOON: i64 = 20_000 * DAY + DAY / 2;

    fn from_noon(minutes: i64, behind_utc: i64) -> Distance {
        let local = |millis| Local { millis, behind_utc };
        distance(local(NOON + minutes * MINUTE), local(NOON))
    }

    #[test]
    fn minutes_count_up_to_an_hour() {
        assert_eq!(from_noon(0, 0), Distance::Now);
        assert_eq!(from_noon(-1, 0), Distance::Minutes(-1));
        assert_eq!(from_noon(-59, 0), Distance::Minutes(-59));
        assert_eq!(from_noon(5, 0), Distance::Minutes(5));
        assert_eq!(from_noon(-60, 0), Distance::Today);
    }

    #[test]
    fn days_are_those_of_the_local_clock() {
        assert_eq!(from_noon(-11 * 60, 0), Distance::Today);
        assert_eq!(from_noon(-13 * 60, 0), Distance::Yesterday);
        // In Jakarta it is 19:00: eighteen hours before was still today.
        assert_eq!(from_noon(-18 * 60, -420), Distance::Today);
        assert_eq!(from_noon(13 * 60, 0), Distance::Days(1));
    }

    #[test]
    fn a_week_and_more_is_a_date() {
        assert_eq!(from_noon(-6 * 1440, 0), Distance::Days(-6));
        assert_eq!(from_noon(6 * 1440, 0), Distance::Days(6));
        assert_eq!(from_noon(-7 * 1440, 0), Distance::Date);
        assert_eq!(from_noon(7 * 1440, 0), Distance::Date);
    }
}
