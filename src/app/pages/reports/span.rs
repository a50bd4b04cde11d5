//! The span of days that all reports of the page are about. It stands in the address, so that a link leads to it.

use latchkey_permissions::Time;

/// A day, in milliseconds.
const DAY_MS: i64 = 86_400_000;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The first day, `2026-10-26`.
    pub(super) from: String,
    /// The last day.
    pub(super) to: String,
    /// Whether the span before is shown beside it.
    pub(super) compare: bool,
}

impl Span {
    /// The lengths that are offered, in days.
    pub(super) const LENGTHS: [i64; 4] = [7, 30, 90, 180];

    /// What the members of an address say; what they do not say is the last thirty days beside those before.
    pub(super) fn said(from: Option<String>, to: Option<String>, compare: Option<&str>, now: Time) -> Self {
        let last = Self::last(30, now);
        let day = |said: Option<String>, fallback: String| said.filter(|day| is_day(day)).unwrap_or(fallback);
        Self {
            from: day(from, last.from),
            to: day(to, last.to),
            compare: compare != Some("false"),
        }
    }

    /// The last `days` days, today among them.
    pub(super) fn last(days: i64, now: Time) -> Self {
        Self {
            from: day_of(now.plus_millis((1 - days) * DAY_MS)),
            to: day_of(now),
            compare: true,
        }
    }

    /// Which of the lengths that are offered it is, where it ends today.
    pub(super) fn length(&self, now: Time) -> Option<i64> {
        Self::LENGTHS.into_iter().find(|days| {
            let last = Self::last(*days, now);
            (&last.from, &last.to) == (&self.from, &self.to)
        })
    }

    /// Its members as a query.
    pub(super) fn query(&self) -> String {
        format!("from={}&to={}&compare={}", self.from, self.to, self.compare)
    }
}

/// The day of a moment, in UTC like the days of the reports.
fn day_of(time: Time) -> String {
    time.to_string().chars().take(10).collect()
}

/// Whether it is written like a day: all that can stand in an address of ours.
fn is_day(text: &str) -> bool {
    text.len() == 10 && format!("{text}T00:00:00Z").parse::<Time>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Time {
        "2026-11-24T09:30:00Z".parse().expect("a moment")
    }

    #[test]
    fn nothing_said_is_the_last_thirty_days() {
        let span = Span::said(None, None, None, now());
        assert_eq!((span.from.as_str(), span.to.as_str()), ("2026-10-26", "2026-11-24"));
        assert!(span.compare);
        assert_eq!(span.length(now()), Some(30));
    }

    #[test]
    fn what_is_no_day_is_not_taken_over() {
        for odd in ["", "2026-13-01", "2026-1-1", "<script>", "2026-11-24T"] {
            let span = Span::said(Some(odd.into()), None, Some("false"), now());
            assert_eq!(span.from, "2026-10-26", "{odd}");
            assert!(!span.compare);
        }
    }

    #[test]
    fn other_spans_are_none_of_those_offered() {
        let span = Span::said(Some("2026-11-01".into()), Some("2026-11-24".into()), None, now());
        assert_eq!(span.length(now()), None);
        assert_eq!(span.query(), "from=2026-11-01&to=2026-11-24&compare=true");
    }
}
