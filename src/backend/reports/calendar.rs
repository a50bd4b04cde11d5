//! Days and the steps of a report. A day is one of UTC, and is counted from 1970, like the moments of orders.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use latchkey_contract::report::Step;
use latchkey_permissions::Time;

/// A day, in milliseconds.
pub(crate) const DAY_MS: i64 = 86_400_000;

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Day(pub(crate) i64);

impl Day {
    /// The day of a moment.
    pub(crate) fn of(time: Time) -> Self {
        Self(time.millis().div_euclid(DAY_MS))
    }

    /// Its first moment.
    pub(crate) fn start(self) -> Time {
        Time::from_millis(self.0.saturating_mul(DAY_MS))
    }

    /// The day so many days later.
    pub(crate) fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The first day of its month.
    pub(crate) fn month(self) -> Self {
        let text = self.to_string();
        format!("{}-01", text.get(..7).unwrap_or_default())
            .parse()
            .unwrap_or(self)
    }
}

/// `2026-11-27`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let moment = self.start().to_string();
        f.write_str(moment.split('T').next().unwrap_or_default())
    }
}

/// Not a day.
#[derive(Debug)]
pub(crate) struct NoDay;

impl FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        if text.len() != 10 {
            return Err(NoDay);
        }
        let moment: Time = format!("{text}T00:00:00Z").parse().map_err(|_| NoDay)?;
        Ok(Self::of(moment))
    }
}

/// The step that leaves a chart readable: days up to two months, then weeks, from a year on months.
pub(crate) fn step(days: &RangeInclusive<Day>) -> Step {
    match days.end().0 - days.start().0 + 1 {
        ..=62 => Step::Day,
        63..=366 => Step::Week,
        _ => Step::Month,
    }
}

/// The first day of each step, in order; the first is the span's own.
pub(crate) fn steps(days: &RangeInclusive<Day>, step: Step) -> Vec<Day> {
    let mut firsts: Vec<Day> = Vec::new();
    let mut day = *days.start();
    while day <= *days.end() {
        let first = firsts.last().copied();
        let begins = match step {
            Step::Day => true,
            Step::Week => (day.0 - days.start().0) % 7 == 0,
            Step::Month => first.is_none_or(|first| first.month() != day.month()),
        };
        if begins {
            firsts.push(day);
        }
        day = day.plus(1);
    }
    firsts
}

/// Which of the steps that begin on these days a day belongs to.
pub(crate) fn place(firsts: &[Day], day: Day) -> Option<usize> {
    firsts.partition_point(|first| *first <= day).checked_sub(1)
}

/// The span of the same length before.
pub(crate) fn before(days: &RangeInclusive<Day>) -> RangeInclusive<Day> {
    let length = days.end().0 - days.start().0 + 1;
    days.start().plus(-length)..=days.start().plus(-1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn days_are_written_as_they_are_read() {
        for text in ["1970-01-01", "2024-02-29", "2026-11-27", "1969-12-31"] {
            assert_eq!(day(text).to_string(), text);
        }
        for odd in ["", "2026-02-30", "2026-1-1", "2026-11-27T00:00:00Z", "27/11/2026"] {
            assert!(odd.parse::<Day>().is_err(), "{odd}");
        }
    }

    #[test]
    fn every_day_of_a_span_belongs_to_one_step() {
        for (from, to) in [
            ("2026-11-01", "2026-11-30"),
            ("2026-01-15", "2026-07-13"),
            ("2025-01-31", "2026-03-01"),
        ] {
            let span = day(from)..=day(to);
            let firsts = steps(&span, step(&span));
            assert_eq!(firsts.first(), Some(span.start()));
            assert!(firsts.is_sorted());
            let mut at = *span.start();
            while at <= *span.end() {
                let place = place(&firsts, at).expect("a step");
                assert!(firsts[place] <= at && firsts.get(place + 1).is_none_or(|next| at < *next));
                at = at.plus(1);
            }
            assert_eq!(place(&firsts, span.start().plus(-1)), None);
        }
    }

    #[test]
    fn the_span_before_is_as_long_and_ends_the_day_before() {
        let span = day("2026-11-01")..=day("2026-11-30");
        assert_eq!(before(&span), day("2026-10-02")..=day("2026-10-31"));
    }

    #[test]
    fn months_are_the_calendar_s() {
        let span = day("2025-11-20")..=day("2026-12-02");
        let firsts = steps(&span, Step::Month);
        assert_eq!(firsts.len(), 14);
        assert_eq!(firsts[1], day("2025-12-01"));
        assert_eq!(firsts[13], day("2026-12-01"));
    }
}
