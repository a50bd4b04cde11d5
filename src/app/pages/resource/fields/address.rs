//! A postal address: its parts belong together, and none is needed where the whole may be missing and is.

use latchkey_contract::id::FieldName;
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::Slot;
use super::line::{Like, bare};
use super::shell::{group, part};
use crate::i18n::words;

/// A text of the language files.
type Words = fn() -> String;

/// The parts: name, what the browser may fill in, and words.
const PARTS: [(&str, &str, Words); 6] = [
    ("name", "name", words::resource_address_name),
    ("street", "street-address", words::resource_address_street),
    ("postcode", "postal-code", words::resource_address_postcode),
    ("city", "address-level2", words::resource_address_city),
    ("region", "address-level1", words::resource_address_region),
    ("country", "country", words::resource_address_country),
];

/// The inputs.
pub(super) fn address(slot: &Slot) -> AnyView {
    let now = RwSignal::new(match &slot.initial {
        Value::Object(members) => members.clone(),
        _ => Map::new(),
    });
    let put = slot.put;
    let whole = slot.required;
    let filled = Signal::derive(move || whole || now.with(|now| !now.is_empty()));
    let inputs = PARTS.into_iter().map(|(name, autocomplete, label)| {
        let pointer = format!("{}/{name}", slot.pointer);
        let needed = slot.schema.needs(&FieldName(name.to_owned()));
        let required = Signal::derive(move || needed && filled.get());
        let is_country = name == "country";
        let read = move |text: &str| {
            let text = if is_country {
                text.trim().to_uppercase()
            } else {
                text.trim().to_owned()
            };
            now.update(|now| {
                if text.is_empty() {
                    now.remove(name);
                } else {
                    now.insert(name.to_owned(), Value::String(text));
                }
            });
            put.run(now.with_untracked(|now| {
                if now.is_empty() {
                    Value::Null
                } else {
                    Value::Object(now.clone())
                }
            }));
        };
        let like = Like {
            autocomplete,
            ..Like::TEXT
        };
        let schema = slot.member(name).unwrap_or_default();
        let input = bare(slot, &pointer, &schema, required, like, slot.part(name), read);
        part(slot, &pointer, label, input)
    });
    group(
        slot,
        view! { <div class="fields">{inputs.collect_view()}</div> }.into_any(),
    )
}
