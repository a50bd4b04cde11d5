//! What stands around an input: label, hint and error.

use leptos::prelude::*;

use super::Slot;
use crate::i18n::words;
use crate::pages::resource::kit::spoken;
use crate::reactive::{Live, live};

/// The word that says that a field may stay empty.
fn optional(slot: &Slot) -> Option<AnyView> {
    let show = !slot.required;
    show.then(|| view! { " " <span class="optional">{words::frame_optional}</span> }.into_any())
}

fn hint(slot: &Slot) -> Option<AnyView> {
    let id = format!("{}-hint", slot.id());
    let help = slot.field.help.clone()?;
    Some(view! { <p class="hint" id=id>{live(move || spoken(&help))}</p> }.into_any())
}

/// The error at a pointer.
pub(super) fn error(slot: &Slot, pointer: &str) -> AnyView {
    let (form, pointer) = (slot.form, pointer.to_owned());
    let id = format!("{}-error", form.id_of(&pointer));
    live(move || {
        let id = id.clone();
        let message = form.error_exactly_at(&pointer);
        message.map(|message| view! { <p class="error" id=id>{message}</p> })
    })
    .into_any()
}

/// The ids of what describes the input at a pointer. Reactive.
pub(super) fn described_by(slot: &Slot, pointer: &str) -> Live<Option<String>> {
    let (form, pointer) = (slot.form, pointer.to_owned());
    let id = form.id_of(&pointer);
    let hint = (slot.field.help.is_some() && pointer == slot.pointer).then(|| format!("{id}-hint"));
    live(move || {
        let error = form.error_exactly_at(&pointer).map(|_| format!("{id}-error"));
        let ids: Vec<_> = hint.clone().into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    })
}

/// Whether the input at a pointer is wrong. Reactive.
pub(super) fn invalid(slot: &Slot, pointer: &str) -> Live<Option<&'static str>> {
    let (form, pointer) = (slot.form, pointer.to_owned());
    live(move || form.error_exactly_at(&pointer).map(|_| "true"))
}

/// Around one input.
pub(super) fn single(slot: &Slot, input: AnyView) -> AnyView {
    view! {
        <div class="field">
            <label class="label" for=slot.id()>{slot.label()} {optional(slot)}</label>
            {hint(slot)}
            {error(slot, &slot.pointer)}
            {input}
        </div>
    }
    .into_any()
}

/// Around several inputs that make one value.
pub(super) fn group(slot: &Slot, inputs: AnyView) -> AnyView {
    view! {
        <fieldset class="field group" id=slot.id() tabindex="-1" aria-describedby=described_by(slot, &slot.pointer)>
            <legend class="label">{slot.label()} {optional(slot)}</legend>
            {hint(slot)}
            {error(slot, &slot.pointer)}
            {inputs}
        </fieldset>
    }
    .into_any()
}

/// Around one input of a group, whose words are the app's.
pub(super) fn part(slot: &Slot, pointer: &str, label: fn() -> String, input: AnyView) -> AnyView {
    view! {
        <div class="field">
            <label class="label" for=slot.form.id_of(pointer)>{label}</label>
            {error(slot, pointer)}
            {input}
        </div>
    }
    .into_any()
}
