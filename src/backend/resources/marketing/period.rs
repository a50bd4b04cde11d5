//! The days between which something runs or is valid. Both of them belong to it, and either may be missing.

use latchkey_contract::problem::FieldCode;
use latchkey_permissions::Time;
use serde_json::Value;

use crate::resources::Fields;
use crate::validate::Faults;

/// Where a day lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Before,
    Within,
    After,
}

/// See the module. Days are written `2026-11-27`, so that the order of the texts is theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period<'a> {
    starts: Option<&'a str>,
    ends: Option<&'a str>,
}

impl<'a> Period<'a> {
    /// The period that a record has in `starts` and `ends`.
    pub(super) fn of(fields: &'a Fields) -> Self {
        Self {
            starts: fields.get("starts").and_then(Value::as_str),
            ends: fields.get("ends").and_then(Value::as_str),
        }
    }

    /// Notes it where it is over before it begins.
    pub(super) fn check(self, faults: &mut Faults) {
        if let (Some(starts), Some(ends)) = (self.starts, self.ends)
            && ends < starts
        {
            faults.note(
                "/ends",
                FieldCode::EndsBeforeStart,
                format!("Choose {starts} or a later day, or leave it empty."),
            );
        }
    }

    /// Where `today` lies.
    pub(super) fn phase(self, today: &str) -> Phase {
        if self.starts.is_some_and(|starts| today < starts) {
            Phase::Before
        } else if self.ends.is_some_and(|ends| today > ends) {
            Phase::After
        } else {
            Phase::Within
        }
    }

    /// The last day of what is ended on `today`; what has not begun ends on its first day.
    pub(super) fn cut_short(self, today: &'a str) -> &'a str {
        self.starts.map_or(today, |starts| starts.max(today))
    }
}

/// The day in UTC.
pub(super) fn day(now: Time) -> String {
    now.to_string().chars().take("2026-11-27".len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period<'a>(starts: &'a str, ends: &'a str) -> Period<'a> {
        let day = |text: &'a str| (!text.is_empty()).then_some(text);
        Period {
            starts: day(starts),
            ends: day(ends),
        }
    }

    #[test]
    fn the_first_and_the_last_day_belong_to_it() {
        let november = period("2026-11-01", "2026-11-30");
        for (today, phase) in [
            ("2026-10-31", Phase::Before),
            ("2026-11-01", Phase::Within),
            ("2026-11-30", Phase::Within),
            ("2026-12-01", Phase::After),
        ] {
            assert_eq!(november.phase(today), phase, "{today}");
        }
        assert_eq!(period("", "").phase("2026-11-24"), Phase::Within);
        assert_eq!(period("", "2026-11-23").phase("2026-11-24"), Phase::After);
    }

    #[test]
    fn what_is_cut_short_does_not_end_before_it_starts() {
        assert_eq!(period("2026-11-01", "").cut_short("2026-11-24"), "2026-11-24");
        assert_eq!(period("2026-12-01", "").cut_short("2026-11-24"), "2026-12-01");
    }

    #[test]
    fn a_day_is_the_date_of_its_moment() {
        assert_eq!(day(Time::from_millis(1_795_512_600_000)), "2026-11-24");
    }
}
