//! What is typed in one line, or in several: texts, numbers, money, days and moments.

use latchkey_contract::resource::{Format, JsonType, Schema};
use leptos::prelude::*;
use serde_json::{Number, Value, json};

use super::shell::{described_by, invalid, single};
use super::{Slot, typed};
use crate::i18n::words;
use crate::pages::resource::written::{from_local, to_local};
use crate::reactive::{handler, live};
use crate::session::use_signed_in;

/// What the browser is to make of an input.
pub(super) struct Like {
    pub(super) kind: &'static str,
    pub(super) mode: Option<&'static str>,
    pub(super) step: Option<&'static str>,
    pub(super) autocomplete: &'static str,
}

impl Like {
    pub(super) const TEXT: Self = Self {
        kind: "text",
        mode: None,
        step: None,
        autocomplete: "off",
    };
}

/// An input of one line. The schema's keywords are its constraints; the pattern is tried by the app, because the
/// attribute of that name takes another dialect.
pub(super) fn bare(
    slot: &Slot,
    pointer: &str,
    schema: &Schema,
    required: Signal<bool>,
    like: Like,
    initial: String,
    read: impl Fn(&str) + 'static,
) -> AnyView {
    let number = |number: Option<u32>| number.map(|number| number.to_string());
    let bound = |bound: Option<i64>| bound.map(|bound| bound.to_string());
    view! {
        <input
            class="input"
            id=slot.form.id_of(pointer)
            name=pointer.to_owned()
            type=like.kind
            inputmode=like.mode
            step=like.step
            autocomplete=like.autocomplete
            required=required
            minlength=number(schema.min_length)
            maxlength=number(schema.max_length)
            min=bound(schema.minimum)
            max=bound(schema.maximum)
            data-pattern=schema.pattern.clone()
            aria-describedby=described_by(slot, pointer)
            aria-invalid=invalid(slot, pointer)
            prop:value=initial
            on:input=handler(move |event| read(&event_target_value(&event)))
        />
    }
    .into_any()
}

fn whole(slot: &Slot, like: Like, initial: String, read: impl Fn(&str) -> Value + 'static) -> AnyView {
    let put = slot.put;
    let required = Signal::stored(slot.required);
    bare(
        slot,
        &slot.pointer,
        &slot.schema,
        required,
        like,
        initial,
        move |text| put.run(read(text)),
    )
}

/// A line of text.
pub(super) fn text(slot: &Slot) -> AnyView {
    let kind = match (slot.schema.write_only, slot.schema.format) {
        (true, _) => "password",
        (false, Some(Format::Email)) => "email",
        (false, Some(Format::Uri)) => "url",
        _ => "text",
    };
    let autocomplete = if slot.schema.write_only { "new-password" } else { "off" };
    let like = Like {
        kind,
        autocomplete,
        ..Like::TEXT
    };
    let input = whole(slot, like, slot.text(), |text| typed(text.trim()));
    if slot.schema.write_only {
        let note = view! { <p class="hint">{words::resource_secret}</p> };
        return single(slot, view! { {input} {note} }.into_any());
    }
    single(slot, input)
}

/// Text of many lines.
pub(super) fn long_text(slot: &Slot) -> AnyView {
    let put = slot.put;
    let number = |number: Option<u32>| number.map(|number| number.to_string());
    let input = view! {
        <textarea
            class="input"
            id=slot.id()
            name=slot.pointer.clone()
            rows="4"
            required=slot.required
            minlength=number(slot.schema.min_length)
            maxlength=number(slot.schema.max_length)
            aria-describedby=described_by(slot, &slot.pointer)
            aria-invalid=invalid(slot, &slot.pointer)
            prop:value=slot.text()
            on:input=handler(move |event| put.run(typed(&event_target_value(&event))))
        ></textarea>
    };
    single(slot, input.into_any())
}

/// A number.
pub(super) fn number(slot: &Slot) -> AnyView {
    let whole_number = slot.schema.kind == Some(JsonType::Integer);
    let (mode, step) = if whole_number {
        ("numeric", "1")
    } else {
        ("decimal", "any")
    };
    let like = Like {
        kind: "number",
        mode: Some(mode),
        step: Some(step),
        ..Like::TEXT
    };
    let read = |text: &str| match text.parse::<i64>() {
        Ok(number) => Value::from(number),
        Err(_) => text
            .parse()
            .ok()
            .and_then(Number::from_f64)
            .map_or(Value::Null, Value::Number),
    };
    single(slot, whole(slot, like, slot.text(), read))
}

/// An amount of money in the currency that it has, or else the store's.
pub(super) fn money(slot: &Slot) -> AnyView {
    let signed_in = use_signed_in();
    let own = slot.part("currency");
    let currency = if own.is_empty() {
        signed_in
            .known
            .with_untracked(|known| known.session.store.currency.clone())
    } else {
        own
    };
    let pointer = format!("{}/amount", slot.pointer);
    let schema = slot.member("amount").unwrap_or_default();
    let like = Like {
        mode: Some("decimal"),
        ..Like::TEXT
    };
    let (put, unit) = (slot.put, currency.clone());
    let read = move |text: &str| {
        // A decimal comma is a decimal point, and nobody types a space into a number on purpose.
        let amount: String = text.trim().replace(',', ".").split_whitespace().collect();
        put.run(if amount.is_empty() {
            Value::Null
        } else {
            json!({ "amount": amount, "currency": unit })
        });
    };
    let required = Signal::stored(slot.required);
    let input = bare(slot, &pointer, &schema, required, like, slot.part("amount"), read);
    let (id, label) = (slot.form.id_of(&pointer), slot.label());
    let optional = (!slot.required).then(|| view! { " " <span class="optional">{words::frame_optional}</span> });
    let hint = slot.field.help.clone().map(|help| {
        view! { <p class="hint">{live(move || crate::pages::resource::kit::spoken(&help))}</p> }
    });
    view! {
        <div class="field">
            <label class="label" for=id>{label} {optional}</label>
            {hint}
            {super::shell::error(slot, &slot.pointer)}
            {super::shell::error(slot, &pointer)}
            <div class="input-group unit">{input}<span class="input-unit">{currency}</span></div>
        </div>
    }
    .into_any()
}

/// A day or a moment.
pub(super) fn date(slot: &Slot) -> AnyView {
    let input = if slot.schema.format == Some(Format::DateTime) {
        let like = Like {
            kind: "datetime-local",
            ..Like::TEXT
        };
        whole(slot, like, to_local(&slot.text()), |text| {
            from_local(text).map_or(Value::Null, Value::String)
        })
    } else {
        whole(
            slot,
            Like {
                kind: "date",
                ..Like::TEXT
            },
            slot.text(),
            typed,
        )
    };
    single(slot, input)
}
