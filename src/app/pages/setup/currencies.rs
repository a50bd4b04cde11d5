//! The currencies to choose from. Their names are the browser's own, in whatever language is spoken.

use js_sys::{Array, Intl, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::components::field::{Labelled, described_by, invalid};
use crate::components::form::{Form, input_id};
use crate::i18n::{self, words};
use crate::reactive::{handler, live};

/// Currencies in which a shop is likely to sell, as ISO 4217. The contract takes every other one too.
const CODES: [&str; 56] = [
    "AED", "ARS", "AUD", "BDT", "BGN", "BHD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CRC", "CZK", "DKK", "EGP",
    "EUR", "GBP", "GEL", "GHS", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KES", "KRW", "KWD", "KZT", "LKR",
    "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "SAR", "SEK", "SGD",
    "THB", "TRY", "TWD", "UAH", "USD", "UYU", "VND", "ZAR",
];

/// Each code with its name, in the order of the names. Reactive to the language.
fn named() -> Vec<(&'static str, String)> {
    let tag = i18n::language::tag();
    let options = Object::new();
    // Setting a member of a fresh object does not fail.
    let _ = Reflect::set(&options, &JsValue::from_str("type"), &JsValue::from_str("currency"));
    let spoken = Intl::DisplayNames::new(&Array::of1(&JsValue::from_str(&tag)), &options);
    let name = |code: &'static str| {
        let name = spoken.of(code).map_or_else(|| code.to_owned(), String::from);
        (code, i18n::format::sentence_case(&name))
    };
    let mut named: Vec<_> = CODES.into_iter().map(name).collect();
    let collator = Intl::Collator::new(&Array::of1(&JsValue::from_str(&tag)), &Object::new()).compare();
    named.sort_by(|(_, one), (_, other)| {
        let order = collator.call2(&JsValue::UNDEFINED, &JsValue::from_str(one), &JsValue::from_str(other));
        order
            .ok()
            .and_then(|order| order.as_f64())
            .unwrap_or_default()
            .total_cmp(&0.0)
    });
    named
}

/// The field. Nothing is chosen beforehand: a guess that goes unnoticed would be dear.
#[component]
pub(super) fn CurrencyField(
    /// The form it belongs to.
    form: Form,
    /// The code that is chosen.
    value: RwSignal<String>,
) -> impl IntoView {
    let pointer = "/currency";
    let options = live(move || {
        let option = |(code, name): (&'static str, String)| {
            view! { <option value=code prop:selected=move || value.get() == code>{name} " (" {code} ")"</option> }
        };
        named().into_iter().map(option).collect_view()
    });
    view! {
        <Labelled form pointer label=words::setup_currency hint=Some(Signal::derive(words::setup_currency_hint)) optional=None>
            <select
                class="input"
                id=input_id(pointer)
                aria-describedby=described_by(form, pointer, true)
                aria-invalid=invalid(form, pointer)
                on:change=handler(move |event| value.set(event_target_value(&event)))
            >
                <option value="" prop:selected=move || value.get().is_empty()>{words::setup_currency_choose}</option>
                {options}
            </select>
        </Labelled>
    }
}
