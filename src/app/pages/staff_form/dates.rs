//! Days, times of day and moments: the fields speak of days and clocks where the owner is, the contract of moments.
//!
//! A day without a time is a whole day: access starts when it begins, and ends when it is over.

use js_sys::{Array, Date, Intl, Object, Reflect};
use latchkey_permissions::Time;
use wasm_bindgen::JsValue;

use crate::i18n::{format, language};

/// Which side of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The first day.
    Start,
    /// The last day: the owner writes that day, and access ends when it is over.
    End,
}

impl Side {
    /// What stands in the fields for a moment: a day, `2026-11-24`, and a time of day, `17:30`, empty for a whole day.
    pub(super) fn written(self, moment: Option<Time>) -> (String, String) {
        let Some(moment) = moment else {
            return Default::default();
        };
        if !is_midnight(moment) {
            return (day_of(moment), clock_of(moment));
        }
        let day = match self {
            Self::Start => day_of(moment),
            Self::End => last_day_before(moment),
        };
        (day, String::new())
    }

    /// The moment that the fields mean; none without a day.
    pub(super) fn moment(self, day: &str, clock: &str) -> Option<Time> {
        match (clock_parts(clock), self) {
            (Some((hours, minutes)), _) => shifted(day, 0, hours, minutes),
            (None, Self::Start) => start_of(day),
            (None, Self::End) => end_of(day),
        }
    }

    /// A moment in words: a day, or, where it is not a whole one, the time of day besides. Reactive in the language.
    pub(crate) fn said(self, moment: Time) -> String {
        match self {
            _ if !is_midnight(moment) => format::date_time(moment),
            Self::Start => format::date(moment),
            Self::End => format::date(moment.plus_millis(-1)),
        }
    }
}

/// What the time zone of this browser is called in the reader's language. Reactive in the language.
pub(super) fn zone() -> String {
    let locales = match language::tag() {
        tag if tag.is_empty() => Array::new(),
        tag => Array::of1(&JsValue::from_str(&tag)),
    };
    let options = Object::new();
    // On a plain object this does not fail.
    let _ = Reflect::set(&options, &"timeZoneName".into(), &"long".into());
    let parts = Intl::DateTimeFormat::new(&locales, &options).format_to_parts(&Date::new_0());
    let member = |part: &JsValue, name: &str| Reflect::get(part, &name.into()).ok()?.as_string();
    let named = parts
        .iter()
        .find(|part| member(part, "type").as_deref() == Some("timeZoneName"));
    named.and_then(|part| member(&part, "value")).unwrap_or_default()
}

/// The moment at which a day begins where this browser is; none for what is no day.
pub(crate) fn start_of(day: &str) -> Option<Time> {
    shifted(day, 0, 0, 0)
}

/// The moment at which a day is over.
pub(crate) fn end_of(day: &str) -> Option<Time> {
    shifted(day, 1, 0, 0)
}

/// The moment at which two weeks are over whose first day is that of `first`.
pub(super) fn two_weeks_from(first: Time) -> Option<Time> {
    shifted(&day_of(first), 14, 0, 0)
}

fn day_of(time: Time) -> String {
    let date = date_at(time);
    format!(
        "{:04}-{:02}-{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date()
    )
}

/// The last day before an end, which lies at the beginning of the day after it.
fn last_day_before(end: Time) -> String {
    day_of(end.plus_millis(-1))
}

fn clock_of(time: Time) -> String {
    let date = date_at(time);
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// Whether a day begins at this moment. Where clocks are put forward at midnight, that day begins later.
fn is_midnight(time: Time) -> bool {
    start_of(&day_of(time)) == Some(time)
}

/// Hours and minutes of a time field.
fn clock_parts(clock: &str) -> Option<(i32, i32)> {
    let (hours, minutes) = clock.split_once(':')?;
    Some((hours.parse().ok()?, minutes.get(..2)?.parse().ok()?))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds of the years 0 to 9999 stay far below 2^53"
)]
fn date_at(time: Time) -> Date {
    Date::new(&JsValue::from_f64(time.millis() as f64))
}

fn shifted(day: &str, days: i32, hours: i32, minutes: i32) -> Option<Time> {
    let mut parts = day.split('-').map(str::parse::<i32>);
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    let year = u32::try_from(year).ok()?;
    let date = Date::new_with_year_month_day_hr_min(year, month - 1, day + days, hours, minutes);
    let millis = date.get_time();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "checked to be a number of the years 0 to 9999"
    )]
    (millis.is_finite()).then(|| Time::from_millis(millis as i64))
}
