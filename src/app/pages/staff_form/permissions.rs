//! The group "Permissions": a checkbox per section, and under "Fine-tune" one per permission.

use latchkey_permissions::{Extent, PermissionSet, SectionEntry, SectionId};
use leptos::prelude::*;

use super::single::Single;
use super::state::FormState;
use crate::i18n::{self, words};
use crate::reactive::{handler, live};

/// The group.
#[component]
pub(crate) fn Permissions(state: FormState) -> impl IntoView {
    let book = state.book();
    let sections: Vec<_> = book
        .catalogue
        .sections()
        .iter()
        .map(|section| section.id.clone())
        .collect();
    let said = live(move || {
        let implied = state.draft.with(|draft| draft.implied);
        let asked = i18n::format::list(&state.labels(implied.asked));
        let also = |set: PermissionSet| i18n::format::list(&state.labels(set));
        match (implied.ticked.is_empty(), implied.unticked.is_empty()) {
            (false, _) => Some(format!(
                "{}: {}",
                also(implied.ticked),
                words::staff_form_needed_by(&asked)
            )),
            (_, false) => Some(format!(
                "{}: {}",
                also(implied.unticked),
                words::staff_form_unticked_for_you(&asked)
            )),
            (true, true) => None,
        }
    });
    view! {
        <fieldset class="card permissions">
            <legend class="card-title">{words::staff_form_permissions}</legend>
            <p class="hint">{words::staff_form_permissions_hint}</p>
            {sections.into_iter().map(|id| view! { <Section state id /> }).collect_view()}
            // The notes stand at their boxes; here they are read aloud.
            <p class="visually-hidden" role="status">{said}</p>
        </fieldset>
    }
}

fn entry(state: FormState, id: &SectionId) -> Option<SectionEntry> {
    state
        .book()
        .catalogue
        .sections()
        .iter()
        .find(|section| section.id == *id)
        .cloned()
}

#[component]
fn Section(state: FormState, id: SectionId) -> impl IntoView {
    let book = state.book();
    let all = book.catalogue.section_set(&id);
    let total = all.len();
    let open = RwSignal::new(false);
    let (box_id, single_id) = (format!("section-{id}"), format!("section-{id}-single"));
    let (about_id, count_id) = (format!("section-{id}-about"), format!("section-{id}-count"));
    let section = StoredValue::new(entry(state, &id));
    let label = Signal::derive(move || {
        section.with_value(|entry| {
            entry
                .as_ref()
                .map(|entry| entry.label.in_language(&i18n::language::tag()).to_owned())
        })
    });
    let about = live(move || {
        section.with_value(|entry| {
            entry
                .as_ref()
                .map(|entry| entry.description.in_language(&i18n::language::tag()).to_owned())
        })
    });
    let extent = Memo::new({
        let book = state.book();
        let id = id.clone();
        move |_| state.draft.with(|draft| book.catalogue.extent(&id, draft.ticked))
    });
    let count = live(move || match extent.get() {
        Extent::Nothing => String::new(),
        Extent::Part { held, of } => words::staff_form_held_of(held as u64, of as u64),
        Extent::Everything => words::staff_form_held_of(total as u64, total as u64),
    });
    let change = move |event| {
        let checked = event_target_checked(&event);
        let book = state.book();
        state.draft.update(|draft| {
            if checked {
                draft.tick(all, &book);
            } else {
                draft.untick(all, &book);
            }
        });
    };
    let singles = book
        .catalogue
        .entries(all)
        .map(|entry| view! { <Single state permission=entry.clone() /> });
    let singles = singles.collect_view();
    view! {
        <fieldset class="section" data-open=move || open.get().to_string()>
            <legend class="visually-hidden">{label}</legend>
            <div class="section-head">
                <input
                    class="box"
                    type="checkbox"
                    id=box_id.clone()
                    aria-describedby=format!("{about_id} {count_id}")
                    prop:checked=move || extent.get() == Extent::Everything
                    prop:indeterminate=move || matches!(extent.get(), Extent::Part { .. })
                    on:change=handler(change)
                />
                <label class="section-label" for=box_id>{label}</label>
                <span class="section-count" id=count_id>{count}</span>
                <p class="section-about" id=about_id>{about}</p>
                <button
                    class="button small disclosure"
                    type="button"
                    aria-expanded=move || open.get().to_string()
                    aria-controls=single_id.clone()
                    on:click=handler(move |_| open.update(|open| *open = !*open))
                >
                    {move || if open.get() { words::staff_form_close() } else { words::staff_form_fine_tune() }}
                    <span class="visually-hidden">" " {label}</span>
                </button>
            </div>
            <ul class="singles" id=single_id hidden=move || !open.get()>{singles}</ul>
        </fieldset>
    }
}
