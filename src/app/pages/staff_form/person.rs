//! Who it is: address, name, role, dates, and the owner's words. Which of them depends on whether the person is new.

use latchkey_contract::id::RoleId;
use leptos::prelude::*;

use super::date_field::{Bound, DateField, TwoWeeks};
use super::state::FormState;
use crate::components::field::{Labelled, TextArea, TextField, described_by, invalid};
use crate::components::form::input_id;
use crate::i18n::{self, words};
use crate::reactive::{effect, handler, live};

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
                <RoleField state />
                <div class="fields">
                    <DateField state bound=Bound::Start />
                    <DateField state bound=Bound::End />
                </div>
                <TwoWeeks state />
                {message}
            </div>
        </section>
    }
}

#[component]
fn RoleField(state: FormState) -> impl IntoView {
    let book = state.book();
    let chosen = move || {
        state
            .draft
            .with(|draft| draft.roles.first().map(|role| role.0.clone()).unwrap_or_default())
    };
    let options = book.roles.iter().map(|role| {
        let (id, name) = (role.id.clone(), role.name.clone());
        let value = id.0.clone();
        let text = live(move || {
            let name = name.in_language(&i18n::language::tag()).to_owned();
            let left = state
                .draft
                .with(|draft| draft.roles.contains(&id) && draft.has_left_roles(&state.book()));
            if left {
                words::staff_form_role_changed(&name)
            } else {
                name
            }
        });
        let selected = {
            let value = value.clone();
            move || chosen() == value
        };
        view! { <option value=value prop:selected=selected>{text}</option> }
    });
    let options = options.collect_view();
    let change = move |event| {
        let value = event_target_value(&event);
        let role = (!value.is_empty()).then_some(RoleId(value));
        let book = state.book();
        state.draft.update(|draft| draft.choose_role(role, &book));
    };
    let hint = Signal::derive(words::staff_form_role_hint);
    view! {
        <Labelled form=state.form pointer="/roles" label=words::staff_form_role hint=Some(hint) optional=None>
            <select
                class="input"
                id=input_id("/roles")
                aria-describedby=described_by(state.form, "/roles", true)
                aria-invalid=invalid(state.form, "/roles")
                on:change=handler(change)
            >
                <option value="" prop:selected=move || chosen().is_empty()>{words::staff_form_role_none}</option>
                {options}
            </select>
        </Labelled>
    }
}
