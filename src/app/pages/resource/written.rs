//! Amounts, numbers and days as the language writes them. A decimal number never becomes a floating-point one here: the
//! browser's `Intl` takes it as text.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, Intl, JsString, Object};
use latchkey_permissions::Time;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};

use crate::i18n;

thread_local! {
    /// The format of the last currency, or of plain numbers. Making one costs far more than using it.
    static FORMAT: RefCell<Option<(String, String, Function)>> = const { RefCell::new(None) };
}

/// A decimal number, in a currency where one is named.
fn decimal(text: &str, currency: &str) -> String {
    let tag = i18n::language::tag();
    let format = FORMAT.with_borrow_mut(|kept| {
        let fits = kept.take().filter(|(of, unit, _)| *of == tag && unit == currency);
        let (_, _, format) = kept.insert(fits.unwrap_or_else(|| {
            let made = new_format(&tag, currency);
            (tag, currency.to_owned(), made)
        }));
        format.clone()
    });
    let written = format.call1(&JsValue::UNDEFINED, &JsValue::from_str(text));
    written
        .ok()
        .and_then(|written| written.dyn_into::<JsString>().ok())
        .map_or_else(|| text.to_owned(), String::from)
}

fn new_format(tag: &str, currency: &str) -> Function {
    let locales = if tag.is_empty() {
        Array::new()
    } else {
        Array::of1(&JsValue::from_str(tag))
    };
    let pair = |name: &str, value: &str| JsValue::from(Array::of2(&JsValue::from_str(name), &JsValue::from_str(value)));
    let options = if currency.is_empty() {
        Array::of1(&pair("maximumFractionDigits", "6"))
    } else {
        Array::of2(&pair("style", "currency"), &pair("currency", currency))
    };
    let options = Object::from_entries(&options).unwrap_or_default();
    Intl::NumberFormat::new(&locales, &options).format()
}

/// `{amount, currency}`, in words; nothing where it is none.
pub(super) fn money(value: &Value) -> String {
    let part = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
    let (amount, currency) = (part("amount"), part("currency"));
    // Anything else would make the browser throw.
    let known = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_alphabetic());
    match (amount.is_empty(), known) {
        (true, _) => String::new(),
        (false, true) => decimal(amount, currency),
        (false, false) => format!("{amount} {currency}").trim().to_owned(),
    }
}

/// A number.
pub(super) fn number(value: &serde_json::Number) -> String {
    decimal(&value.to_string(), "")
}

/// A day, `2026-11-27`, in words.
pub(super) fn day(text: &str) -> String {
    time(&format!("{text}T00:00:00")).map_or_else(|| text.to_owned(), i18n::format::date)
}

/// A moment, in words.
pub(super) fn moment(text: &str) -> String {
    time(text).map_or_else(|| text.to_owned(), i18n::format::date_time)
}

/// What the browser understands of a day or moment. Without a zone it is where the browser is.
fn time(text: &str) -> Option<Time> {
    let millis = Date::parse(text);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "checked to be a number of the browser's dates"
    )]
    millis.is_finite().then(|| Time::from_millis(millis as i64))
}

/// A moment as an input of the browser's own takes it: where the browser is, to the minute.
pub(super) fn to_local(text: &str) -> String {
    let date = Date::new(&JsValue::from_str(text));
    if !date.get_time().is_finite() {
        return String::new();
    }
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes()
    )
}

/// The moment that such an input means, in UTC; none for what is no moment.
pub(super) fn from_local(text: &str) -> Option<String> {
    let date = Date::new(&JsValue::from_str(text));
    date.get_time().is_finite().then(|| date.to_iso_string().into())
}

/// A country by its two letters, where the browser has a name for it.
pub(super) fn country(code: &str) -> Option<String> {
    let intl = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("Intl")).ok()?;
    let names: Function = js_sys::Reflect::get(&intl, &JsValue::from_str("DisplayNames"))
        .ok()?
        .dyn_into()
        .ok()?;
    let tag = i18n::language::tag();
    let pair = Array::of2(&JsValue::from_str("type"), &JsValue::from_str("region"));
    let options = Object::from_entries(&Array::of1(&pair)).ok()?;
    let made = js_sys::Reflect::construct(&names, &Array::of2(&JsValue::from_str(&tag), &options)).ok()?;
    let of: Function = js_sys::Reflect::get(&made, &JsValue::from_str("of"))
        .ok()?
        .dyn_into()
        .ok()?;
    of.call1(&made, &JsValue::from_str(code)).ok()?.as_string()
}
