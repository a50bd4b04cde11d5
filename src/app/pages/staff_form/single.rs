//! One permission with its checkbox: why it is ticked or unticked besides being clicked, and whether it is sensitive.

use latchkey_permissions::{PermissionEntry, PermissionSet, Sensitivity};
use leptos::prelude::*;

use super::state::{FormState, label};
use crate::i18n::{self, words};
use crate::reactive::{handler, memo};

/// One line under "Fine-tune".
#[component]
pub(super) fn Single(state: FormState, permission: PermissionEntry) -> impl IntoView {
    let book = state.book();
    let id = format!("permission-{}", permission.id.as_str().replace('.', "-"));
    let note_id = format!("{id}-note");
    let pill_id = format!("{id}-pill");
    let this = book.catalogue.set([permission.id.clone()]).known;
    let entry = StoredValue::new(permission);
    let ticked = memo(move || state.draft.with(|draft| draft.ticked.contains_all(this)));

    let note = memo(move || note(state, this));
    let source_id = format!("{id}-source");
    let source = memo(move || state.of_person.then(|| source(state, this)).flatten());
    let sensitive = entry.with_value(|entry| entry.sensitive);
    let change = move |event| {
        let checked = event_target_checked(&event);
        let book = state.book();
        state.draft.update(|draft| {
            if checked {
                draft.tick(this, &book);
            } else {
                draft.untick(this, &book);
            }
        });
    };
    let described = {
        let (note_id, pill_id, source_id) = (note_id.clone(), pill_id.clone(), source_id.clone());
        move || {
            let pill = sensitive.map(|_| pill_id.clone());
            let note = note.read().as_ref().map(|_| note_id.clone());
            let source = source.read().as_ref().map(|_| source_id.clone());
            let ids: Vec<_> = pill.into_iter().chain(source).chain(note).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    view! {
        <li class="single">
            <input
                class="box"
                type="checkbox"
                id=id.clone()
                aria-describedby=described
                prop:checked=ticked
                on:change=handler(change)
            />
            <label for=id>{move || entry.with_value(label)}</label>
            {sensitive.map(|why| view! { <span class="pill sensitive" id=pill_id>{move || sensitivity(why)}</span> })}
            {move || {
                let id = source_id.clone();
                source.get().map(|source| view! { <span class="note" id=id>{source}</span> })
            }}
            {move || {
                let id = note_id.clone();
                note.get().map(|note| view! { <span class="note" id=id>{note}</span> })
            }}
        </li>
    }
}

/// What makes a permission sensitive, in words.
pub(super) fn sensitivity(why: Sensitivity) -> String {
    match why {
        Sensitivity::Money => words::staff_form_sensitive_money(),
        Sensitivity::PersonalData => words::staff_form_sensitive_personal_data(),
        Sensitivity::HardToUndo => words::staff_form_sensitive_hard_to_undo(),
    }
}

/// Where what is ticked comes from, and what else is no longer held where it is unticked. Reactive.
fn source(state: FormState, this: PermissionSet) -> Option<String> {
    let book = state.book();
    let (ticked, source, left) = state.draft.with(|draft| {
        let ticked = draft.ticked.contains_all(this);
        (ticked, draft.source(this, &book), draft.left_for(this, &book))
    });
    if !ticked {
        return (!left.is_empty()).then(|| words::staff_form_source_left(&state.role_names(&left)));
    }
    let roles = state.role_names(&source.roles);
    Some(match (source.directly, roles.is_empty()) {
        (false, _) => words::staff_form_source_role(&roles),
        (true, true) => words::staff_form_source_direct(),
        (true, false) => words::staff_form_source_both(&roles),
    })
}

/// Why the last tick moved this box along. Reactive.
fn note(state: FormState, this: PermissionSet) -> Option<String> {
    let implied = state.draft.with(|draft| draft.implied);
    let book = state.book();
    let names = |set| i18n::format::list(&state.labels(set));
    if implied.ticked.contains_all(this) {
        // Of what was asked for, that which needs this one.
        return Some(words::staff_form_needed_by(&names(
            implied.asked & book.catalogue.with_dependents(this),
        )));
    }
    if implied.unticked.contains_all(this) {
        return Some(words::staff_form_unticked_for_you(&names(
            implied.asked & book.catalogue.with_required(this),
        )));
    }
    if implied.asked.contains_all(this) && !implied.ticked.is_empty() {
        let needs = book.catalogue.with_required(this) & implied.ticked;
        return (!needs.is_empty()).then(|| words::staff_form_ticked_for_you(&names(needs)));
    }
    None
}
