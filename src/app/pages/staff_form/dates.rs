//! Days and moments: a date field speaks of days where the owner is, the contract of moments.

use latchkey_permissions::Time;

/// The day of a moment where this browser is, as a date field has it: `2026-11-24`.
pub(super) fn day_of(time: Time) -> String {
    let date = date_at(time);
    format!(
        "{:04}-{:02}-{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date()
    )
}

/// The last day before an end, which lies at the beginning of the day after it.
pub(super) fn last_day_before(end: Time) -> String {
    day_of(end.plus_millis(-1))
}

/// The moment at which a day begins where this browser is; none for what is no day.
pub(crate) fn start_of(day: &str) -> Option<Time> {
    shifted(day, 0)
}

/// The moment at which a day is over.
pub(crate) fn end_of(day: &str) -> Option<Time> {
    shifted(day, 1)
}

/// The moment at which two weeks are over whose first day is that of `first`.
pub(super) fn two_weeks_from(first: Time) -> Option<Time> {
    shifted(&day_of(first), 14)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds of the years 0 to 9999 stay far below 2^53"
)]
fn date_at(time: Time) -> js_sys::Date {
    js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(time.millis() as f64))
}

fn shifted(day: &str, days: i32) -> Option<Time> {
    let mut parts = day.split('-').map(str::parse::<i32>);
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    let date = js_sys::Date::new_with_year_month_day(u32::try_from(year).ok()?, month - 1, day + days);
    let millis = date.get_time();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "checked to be a number of the years 0 to 9999"
    )]
    (millis.is_finite()).then(|| Time::from_millis(millis as i64))
}
