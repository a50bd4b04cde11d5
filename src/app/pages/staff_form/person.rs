//! Who it is: address, name, roles, dates, and the owner's words. Which of them depends on whether the person is new.

use leptos::prelude::*;

use super::date_field::{DateField, TwoWeeks};
use super::dates::{Side, zone};
use super::roles::RolesField;
use super::state::FormState;
use crate::components::field::{TextArea, TextField};
use crate::i18n::words;
use crate::reactive::{effect, handler, memo};

/// The card "Person".
#[component]
pub(super) fn Person(state: FormState) -> impl IntoView {
    let is_new = state.saved.with_untracked(Option::is_none);
    let name = RwSignal::new(state.draft.with_untracked(|draft| draft.name.clone()));
    // The field and the draft follow each other: the draft is also changed by discarding and by another version.
    effect(move || {
        let typed = name.get();
        if state.draft.with_untracked(|draft| draft.name != typed) {
            state.draft.update(|draft| draft.name = typed);
        }
    });
    effect(move || {
        let drafted = state.draft.with(|draft| draft.name.clone());
        if name.with_untracked(|name| *name != drafted) {
            name.set(drafted);
        }
    });
    let email = is_new.then(|| {
        view! {
            <TextField
                form=state.form
                pointer="/email"
                label=words::staff_form_email
                value=state.email
                hint=Signal::derive(words::staff_form_email_hint)
                kind="email"
            />
        }
    });
    let message = is_new.then(|| {
        view! {
            <TextArea
                form=state.form
                pointer="/message"
                label=words::staff_form_message
                value=state.message
                hint=Signal::derive(words::staff_form_message_hint)
                optional=words::frame_optional
            />
        }
    });
    view! {
        <section class="card" aria-labelledby="person">
            <h2 class="card-title" id="person">{words::staff_form_person}</h2>
            <div class="form">
                {email}
                <TextField
                    form=state.form
                    pointer="/name"
                    label=words::staff_form_name
                    value=name
                    hint=Signal::derive(move || if is_new { words::staff_form_name_hint() } else { String::new() })
                />
                <RolesField state />
                <div class="fields">
                    <DateField state side=Side::Start />
                    <DateField state side=Side::End />
                </div>
                <p class="hint">{move || words::staff_form_zone(&zone())}</p>
                <TwoWeeks state />
                <RequiredFactor state />
                {message}
            </div>
        </section>
    }
}

/// Whether a second factor is required of this person, whatever is required of others.
#[component]
fn RequiredFactor(state: FormState) -> impl IntoView {
    let choose = move |event| {
        let asked = event_target_checked(&event);
        state.draft.update(|draft| draft.two_factor_required = asked);
    };
    view! {
        <div class="check">
            <input
                class="box"
                type="checkbox"
                id="two-factor-required"
                aria-describedby="two-factor-required-hint"
                prop:checked=memo(move || state.draft.with(|draft| draft.two_factor_required))
                on:change=handler(choose)
            />
            <label for="two-factor-required">{words::staff_form_two_factor}</label>
            <p class="hint" id="two-factor-required-hint">{words::staff_form_two_factor_hint}</p>
        </div>
    }
}
