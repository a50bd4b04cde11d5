//! A moment, as milliseconds since 1970 in UTC and as RFC 3339 text.
//!
//! The few lines of calendar arithmetic are ours because a date library would be the heaviest part of the browser
//! bundle, and all that is needed is this one format. The proleptic Gregorian conversion is the well-known one by
//! Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

const DAY: i64 = 86_400_000;

/// The ends of what RFC 3339 can write, in milliseconds.
const FIRST: i64 = -62_167_219_200_000;
const LAST: i64 = 253_402_300_799_999;

/// A moment in UTC, exact to the millisecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time(i64);

impl Time {
    /// The first moment that RFC 3339 can write: year 0.
    pub const MIN: Self = Self(FIRST);
    /// The last moment that RFC 3339 can write: the end of year 9999.
    pub const MAX: Self = Self(LAST);

    /// A moment from milliseconds since 1970-01-01T00:00:00Z; what RFC 3339 cannot write is moved to its nearest end.
    pub const fn from_millis(millis: i64) -> Self {
        match millis {
            ..=FIRST => Self::MIN,
            LAST.. => Self::MAX,
            _ => Self(millis),
        }
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The moment `millis` later; earlier where it is negative.
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self::from_millis(self.0.saturating_add(millis))
    }
}

/// Why a text is no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeError;

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an RFC 3339 time such as 2026-11-24T09:30:00Z")
    }
}

impl std::error::Error for TimeError {}

/// Days since 1970-01-01 of a civil date.
fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The civil date that lies `days` after 1970-01-01.
fn civil_of(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = (shifted_month + 2) % 12 + 1;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_of(self.0.div_euclid(DAY));
        let within = self.0.rem_euclid(DAY);
        let (seconds, millis) = (within / 1000, within % 1000);
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        if millis != 0 {
            write!(f, ".{millis:03}")?;
        }
        f.write_str("Z")
    }
}

/// Takes a number of exactly `digits` digits off the front of `text`.
fn number(text: &mut &str, digits: usize) -> Result<i64, TimeError> {
    let (head, tail) = text.split_at_checked(digits).ok_or(TimeError)?;
    if !head.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(TimeError);
    }
    *text = tail;
    head.parse().map_err(|_| TimeError)
}

/// Takes one of the characters in `allowed` off the front of `text`.
fn mark(text: &mut &str, allowed: &[char]) -> Result<char, TimeError> {
    let first = text.chars().next().filter(|c| allowed.contains(c)).ok_or(TimeError)?;
    *text = &text[first.len_utf8()..];
    Ok(first)
}

/// Takes an optional fraction of a second; what is finer than a millisecond is dropped.
fn fraction(text: &mut &str) -> Result<i64, TimeError> {
    if mark(text, &['.']).is_err() {
        return Ok(0);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return Err(TimeError);
    }
    let (kept, scale) = match digits {
        1 => (1, 100),
        2 => (2, 10),
        _ => (3, 1),
    };
    let millis = number(text, kept)? * scale;
    *text = &text[digits - kept..];
    Ok(millis)
}

/// Takes `Z` or an offset such as `+07:00`, answered in milliseconds.
fn offset(text: &mut &str) -> Result<i64, TimeError> {
    let sign = match mark(text, &['Z', 'z', '+', '-'])? {
        '+' => 1,
        '-' => -1,
        _ => return Ok(0),
    };
    let hours = number(text, 2)?;
    mark(text, &[':'])?;
    let minutes = number(text, 2)?;
    if hours > 23 || minutes > 59 {
        return Err(TimeError);
    }
    Ok(sign * (hours * 60 + minutes) * 60_000)
}

impl FromStr for Time {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let mut rest = text;
        let year = number(&mut rest, 4)?;
        mark(&mut rest, &['-'])?;
        let month = number(&mut rest, 2)?;
        mark(&mut rest, &['-'])?;
        let day = number(&mut rest, 2)?;
        mark(&mut rest, &['T', 't', ' '])?;
        let hour = number(&mut rest, 2)?;
        mark(&mut rest, &[':'])?;
        let minute = number(&mut rest, 2)?;
        mark(&mut rest, &[':'])?;
        let second = number(&mut rest, 2)?;
        let millis = fraction(&mut rest)?;
        let offset = offset(&mut rest)?;

        let days = days_of(year, month, day);
        let exists = (1..=12).contains(&month) && civil_of(days) == (year, month, day);
        // A leap second is read as the last ordinary one.
        if !rest.is_empty() || !exists || hour > 23 || minute > 59 || second > 60 {
            return Err(TimeError);
        }
        let seconds = (hour * 60 + minute) * 60 + second.min(59);
        Ok(Self::from_millis(days * DAY + seconds * 1000 + millis - offset))
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// The time from `starts` on and before `ends`; an open side has no bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The first moment inside.
    pub starts: Option<Time>,
    /// The first moment outside again.
    pub ends: Option<Time>,
}

impl Window {
    /// No bound on either side.
    pub const ALWAYS: Self = Self {
        starts: None,
        ends: None,
    };

    /// Whether `now` lies inside.
    pub fn is_open(self, now: Time) -> bool {
        self.starts.is_none_or(|starts| starts <= now) && self.ends.is_none_or(|ends| now < ends)
    }
}
