//! Numbers, dates and lists as the language writes them. The browser's `Intl` knows every language already; carrying
//! such knowledge along would be the heaviest part of the bundle.
//!
//! Everything here follows the language, and is reactive like the words.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, Intl, JsString, Object};
use latchkey_permissions::Time;
use wasm_bindgen::{JsCast, JsValue};

use super::distance::{Distance, Local, distance};
use super::{language, words};

/// The formats of one language. Making one costs far more than using it.
struct Formats {
    tag: String,
    plural: Intl::PluralRules,
    number: Function,
    date: Function,
    date_time: Function,
    time: Function,
    relative: Intl::RelativeTimeFormat,
    list: Intl::ListFormat,
}

impl Formats {
    fn new(tag: String) -> Self {
        let locales = if tag.is_empty() {
            Array::new()
        } else {
            Array::of1(&JsValue::from_str(&tag))
        };
        let dates = |options: &[(&str, &str)]| Intl::DateTimeFormat::new(&locales, &object(options)).format();
        Self {
            plural: Intl::PluralRules::new(&locales, &Object::new()),
            number: Intl::NumberFormat::new(&locales, &Object::new()).format(),
            date: dates(&[("dateStyle", "long")]),
            date_time: dates(&[("dateStyle", "medium"), ("timeStyle", "short")]),
            time: dates(&[("timeStyle", "short")]),
            relative: Intl::RelativeTimeFormat::new(&locales, &object(&[("numeric", "auto")])),
            list: Intl::ListFormat::new(&locales, &object(&[("type", "conjunction")])),
            tag,
        }
    }
}

thread_local! {
    static FORMATS: RefCell<Option<Formats>> = const { RefCell::new(None) };
}

/// Uses the formats of the language spoken now.
fn with<T>(use_them: impl FnOnce(&Formats) -> T) -> T {
    let tag = language::tag();
    FORMATS.with_borrow_mut(|formats| {
        let kept = formats.take().filter(|formats| formats.tag == tag);
        use_them(formats.insert(kept.unwrap_or_else(|| Formats::new(tag))))
    })
}

/// A number as the language writes it.
pub(crate) fn number(number: u64) -> String {
    with(|formats| call(&formats.number, float(number)))
}

/// The plural category of a number.
pub(super) fn plural_category(number: u64) -> String {
    with(|formats| formats.plural.select(float(number)).into())
}

/// A day, such as "24 November 2026".
pub(crate) fn date(time: Time) -> String {
    with(|formats| call(&formats.date, millis(time)))
}

/// A day with its time, such as "24 Nov 2026, 10:29".
pub(crate) fn date_time(time: Time) -> String {
    with(|formats| call(&formats.date_time, millis(time)))
}

/// When something was or will be, seen from `now`, for the middle of a sentence: "2 minutes ago", "yesterday 17:40".
pub(crate) fn relative(time: Time, now: Time) -> String {
    let clock = || with(|formats| call(&formats.time, millis(time)));
    let counted = |number: i64, unit| with(|formats| formats.relative.format(small(number), unit).into());
    match distance(local(time), local(now)) {
        Distance::Now => words::dates_now(),
        Distance::Minutes(minutes) => counted(minutes, "minute"),
        Distance::Today => words::dates_today(&clock()),
        Distance::Yesterday => words::dates_yesterday(&clock()),
        Distance::Days(days) => counted(days, "day"),
        Distance::Date => date(time),
    }
}

/// The same where it stands alone, as in a column: "Yesterday 17:40".
pub(crate) fn relative_alone(time: Time, now: Time) -> String {
    sentence_case(&relative(time, now))
}

/// Several things in a row, such as "Sales, Catalog, and Reports".
pub(crate) fn list(items: &[String]) -> String {
    let array: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
    with(|formats| formats.list.format(&array).into())
}

/// The text with a capital at its beginning, by the rules of the language.
pub(crate) fn sentence_case(text: &str) -> String {
    let mut characters = text.chars();
    let Some(first) = characters.next() else {
        return String::new();
    };
    let tag = language::tag();
    let first = JsString::from(first.to_string());
    let capital: String = if tag.is_empty() {
        first.to_upper_case().into()
    } else {
        first.to_locale_upper_case(Some(&tag)).into()
    };
    capital + characters.as_str()
}

fn object(options: &[(&str, &str)]) -> Object {
    let entries: Array = options
        .iter()
        .map(|(name, value)| JsValue::from(Array::of2(&JsValue::from_str(name), &JsValue::from_str(value))))
        .collect();
    Object::from_entries(&entries).unwrap_or_default()
}

/// Calls a format; one that throws says nothing.
fn call(format: &Function, value: f64) -> String {
    let written = format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(value));
    written
        .ok()
        .and_then(|written| written.dyn_into::<JsString>().ok())
        .map_or_else(String::new, String::from)
}

fn local(time: Time) -> Local {
    let date = Date::new(&JsValue::from_f64(millis(time)));
    #[expect(clippy::cast_possible_truncation, reason = "minutes of a time zone")]
    let behind_utc = date.get_timezone_offset() as i64;
    Local {
        millis: time.millis(),
        behind_utc,
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds of the years 0 to 9999 stay far below 2^53"
)]
fn millis(time: Time) -> f64 {
    time.millis() as f64
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of people and things stay far below 2^53"
)]
fn float(number: u64) -> f64 {
    number as f64
}

#[expect(clippy::cast_precision_loss, reason = "minutes of an hour, days of a week")]
fn small(number: i64) -> f64 {
    number as f64
}
