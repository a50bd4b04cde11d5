//! Beside the form of a role: what saving does to the role and to whom, and the one primary action.

use latchkey_contract::role::Role;
use leptos::prelude::*;

use super::conflict::Newer;
use super::role_form::RoleState;
use super::touched::Touched;
use crate::components::button::SubmitButton;
use crate::i18n::{self, words};
use crate::pages::staff_form::ChangeList;
use crate::reactive::{handler, live, memo};

/// What saving will change, for the role and for its holders, and the one primary action.
#[component]
pub(super) fn Aside(
    state: RoleState,
    /// Puts the form back to what is saved.
    discard: Callback<()>,
    /// Shows a newer version beside what is typed.
    show_newer: Callback<Role>,
) -> impl IntoView {
    let is_new = state.saved.with_untracked(Option::is_none);
    let changes = memo(move || state.changes());
    let people = live(move || {
        let touched = state.touched();
        let count = touched.len() as u64;
        let one = |one: Touched| {
            let list = |set, said: fn(&str) -> String| {
                let labels = state.boxes.labels(set);
                (!labels.is_empty()).then(|| view! { <li>{said(&i18n::format::list(&labels))}</li> })
            };
            view! {
                <li>
                    <strong>{one.name}</strong>
                    <ul class="muted">
                        {list(one.change.added, words::roles_gains)}
                        {list(one.change.removed, words::roles_loses)}
                    </ul>
                </li>
            }
        };
        (count > 0).then(|| {
            view! {
                <p>{words::roles_touches(count)}</p>
                <ul class="stack tight">{touched.into_iter().map(one).collect_view()}</ul>
            }
        })
    });
    let note = live(move || match (is_new, changes.read().is_empty()) {
        (true, _) => None,
        (false, true) => Some(words::staff_form_no_changes()),
        (false, false) => Some(words::staff_form_at_once()),
    });
    let label: fn() -> String = if is_new { words::roles_create } else { words::roles_save };
    let back = live(move || {
        if is_new {
            return Some(view! { <a class="button" href="/staff/roles">{words::staff_form_cancel}</a> }.into_any());
        }
        (!changes.read().is_empty()).then(|| {
            view! {
                <button class="button" type="button" on:click=handler(move |_| discard.run(()))>{words::staff_form_discard}</button>
            }
            .into_any()
        })
    });
    view! {
        <aside class="split-aside stack" aria-label=words::staff_form_changes>
            <section class="card summary" aria-labelledby="summary">
                <h2 class="card-title" id="summary">{move || if is_new { words::roles_will_give() } else { words::staff_form_will_change() }}</h2>
                <ChangeList state=state.boxes changes />
                {people}
                <p class="muted" role="status">{note}</p>
                <Newer state show=show_newer />
                <div class="buttons stack">
                    <SubmitButton label busy_label=words::staff_form_saving busy=state.boxes.form.busy() />
                    {back}
                </div>
            </section>
        </aside>
    }
}
