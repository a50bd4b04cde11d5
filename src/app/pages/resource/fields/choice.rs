//! What is chosen: one of several, any of several, yes or no.

use latchkey_contract::resource::Choice;
use leptos::prelude::*;
use serde_json::Value;

use super::shell::{described_by, group, invalid, single};
use super::{Slot, typed};
use crate::i18n::words;
use crate::pages::resource::kit::{speaking, spoken};
use crate::reactive::{handler, live};

/// One of the choices.
pub(super) fn one(slot: &Slot) -> AnyView {
    let now = slot.text();
    let known = slot.field.choices.iter().any(|choice| choice.value == now);
    let option = |choice: &Choice| {
        let label = speaking(choice.label.clone());
        view! { <option value=choice.value.clone() selected=choice.value == now>{label}</option> }
    };
    let options = slot.field.choices.iter().map(option).collect_view();
    // A value that this version has no words for stays what it is until somebody chooses another one.
    let odd = (!known && !now.is_empty()).then(|| view! { <option value=now.clone() selected>{now.clone()}</option> });
    let blank = (!slot.required || now.is_empty()).then(|| {
        let nothing = now.is_empty();
        view! { <option value="" selected=nothing>{words::resource_choose}</option> }
    });
    let put = slot.put;
    let input = view! {
        <select
            class="input"
            id=slot.id()
            name=slot.pointer.clone()
            required=slot.required
            aria-describedby=described_by(slot, &slot.pointer)
            aria-invalid=invalid(slot, &slot.pointer)
            on:change=handler(move |event| put.run(typed(&event_target_value(&event))))
        >
            {blank}{odd}{options}
        </select>
    };
    single(slot, input.into_any())
}

/// Any of the choices.
pub(super) fn many(slot: &Slot) -> AnyView {
    let first = match &slot.initial {
        Value::Array(values) => values.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::<String>::new(),
    };
    let chosen = StoredValue::new(first);
    let order = StoredValue::new(
        slot.field
            .choices
            .iter()
            .map(|choice| choice.value.clone())
            .collect::<Vec<_>>(),
    );
    let put = slot.put;
    let change = move |value: &str, on: bool| {
        chosen.update_value(|chosen| {
            chosen.retain(|other| other != value);
            if on {
                chosen.push(value.to_owned());
            }
            // In the order in which they are offered; what is not offered stays at the end.
            order.with_value(|order| {
                chosen.sort_by_key(|value| order.iter().position(|it| it == value).unwrap_or(usize::MAX));
            });
        });
        let values = chosen.with_value(|chosen| chosen.iter().cloned().map(Value::String).collect());
        put.run(Value::Array(values));
    };
    let boxes = slot.field.choices.iter().map(|choice| {
        let id = slot.form.id_of(&format!("{}/{}", slot.pointer, choice.value));
        let label = speaking(choice.label.clone());
        let value = choice.value.clone();
        let on = chosen.with_value(|chosen| chosen.contains(&value));
        let click = move |event| change(&value, event_target_checked(&event));
        view! {
            <div class="check">
                <input class="box" type="checkbox" id=id.clone() prop:checked=on on:change=handler(click) />
                <label for=id>{label}</label>
            </div>
        }
    });
    group(
        slot,
        view! { <div class="checks">{boxes.collect_view()}</div> }.into_any(),
    )
}

/// Yes or no.
pub(super) fn switch(slot: &Slot) -> AnyView {
    let put = slot.put;
    let on = slot.initial == Value::Bool(true);
    let hint = slot.field.help.clone().map(|help| {
        let id = format!("{}-hint", slot.id());
        view! { <p class="hint" id=id>{live(move || spoken(&help))}</p> }
    });
    view! {
        <div class="check">
            <input
                class="box"
                type="checkbox"
                id=slot.id()
                aria-describedby=described_by(slot, &slot.pointer)
                aria-invalid=invalid(slot, &slot.pointer)
                prop:checked=on
                on:change=handler(move |event| put.run(Value::Bool(event_target_checked(&event))))
            />
            <label for=slot.id()>{slot.label()}</label>
            {hint}
            {super::shell::error(slot, &slot.pointer)}
        </div>
    }
    .into_any()
}
