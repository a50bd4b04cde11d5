//! Figures of reports as the language writes them: money, counts, hundredths, and the days they belong to.
//!
//! They are apart from the other formats because only the pages with figures need them. A value stays the decimal text
//! that it travelled as: `Intl` takes that, and nothing is rounded on the way.

use js_sys::{Array, Date, Function, Intl, JsString, Object, Reflect};
use latchkey_contract::report::{Step, Unit};
use wasm_bindgen::{JsCast, JsValue};

use super::language;

/// A value with what it counts: "€1,234.50", "12", "3.4%".
pub(crate) fn figure(unit: &Unit, value: &str) -> String {
    match unit {
        Unit::Money(currency) => number_format(
            &[("style", "currency".into()), ("currency", currency.as_str().into())],
            &value.into(),
        ),
        Unit::Count => number_format(&[], &value.into()),
        Unit::Percent => hundredths(&value.into(), "auto"),
    }
}

/// The same, short enough for the edge of a chart: "€1.2K".
pub(crate) fn figure_short(unit: &Unit, value: f64) -> String {
    let value = JsValue::from_f64(value);
    let compact = ("notation", JsValue::from("compact"));
    match unit {
        Unit::Money(currency) => number_format(
            &[
                ("style", "currency".into()),
                ("currency", currency.as_str().into()),
                ("maximumSignificantDigits", 3.into()),
                compact,
            ],
            &value,
        ),
        Unit::Count => number_format(&[compact], &value),
        Unit::Percent => hundredths(&value, "auto"),
    }
}

/// By how much something has changed, in hundredths with its sign: "+12%".
pub(crate) fn change(percent: f64) -> String {
    hundredths(&percent.round().into(), "exceptZero")
}

/// `value` hundredths.
fn hundredths(value: &JsValue, sign: &str) -> String {
    // "percent" multiplies by a hundred; the unit of that name does not.
    number_format(
        &[
            ("style", "unit".into()),
            ("unit", "percent".into()),
            ("maximumFractionDigits", 1.into()),
            ("signDisplay", sign.into()),
        ],
        value,
    )
}

/// A day of a report, `2026-11-27`, as far as its step needs it: "27 Nov", "November 2026".
pub(crate) fn day(key: &str, step: Step) -> String {
    let options: &[(&str, JsValue)] = match step {
        Step::Day | Step::Week => &[("day", "numeric".into()), ("month", "short".into())],
        Step::Month => &[("month", "short".into()), ("year", "numeric".into())],
    };
    date_format(key, options)
}

/// A day in full: "27 November 2026".
pub(crate) fn whole_day(key: &str) -> String {
    date_format(key, &[("dateStyle", "long".into())])
}

fn locales() -> Array {
    match language::tag() {
        tag if tag.is_empty() => Array::new(),
        tag => Array::of1(&tag.into()),
    }
}

fn options(members: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    for (name, value) in members {
        // A fresh, plain object takes every member.
        let _ = Reflect::set(&options, &JsValue::from_str(name), value);
    }
    options
}

fn number_format(members: &[(&str, JsValue)], value: &JsValue) -> String {
    let format = Intl::NumberFormat::new(&locales(), &options(members)).format();
    call(&format, value)
}

fn date_format(key: &str, members: &[(&str, JsValue)]) -> String {
    let options = options(members);
    // A key is a day of the store's, whatever time it is where the reader sits: read and written in the same zone.
    let _ = Reflect::set(&options, &"timeZone".into(), &"UTC".into());
    let format = Intl::DateTimeFormat::new(&locales(), &options).format();
    call(&format, &Date::new(&key.into()))
}

/// Calls a format; one that throws says nothing.
fn call(format: &Function, value: &JsValue) -> String {
    let written = format.call1(&JsValue::UNDEFINED, value);
    written
        .ok()
        .and_then(|written| written.dyn_into::<JsString>().ok())
        .map_or_else(String::new, String::from)
}
