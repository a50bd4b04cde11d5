//! Making a role again what it was when it came with the backend. What that gives to whom is known only to the backend, so it is
//! asked once more, and why.

use leptos::prelude::*;

use super::role_form::RoleState;
use crate::components::dialog::Dialog;
use crate::i18n::{self, words};
use crate::pages::staff_form::Why;
use crate::reactive::handler;

/// The dialog.
#[component]
pub(super) fn Resetting(state: RoleState, yes: Callback<()>, no: Callback<()>) -> impl IntoView {
    let (name, holders) = state
        .saved
        .with_untracked(|saved| saved.as_ref().map(|role| (role.name.clone(), role.holders)))
        .unwrap_or_default();
    let name = StoredValue::new(name);
    let title = Signal::derive(move || {
        name.with_value(|name| words::roles_reset_title(name.in_language(&i18n::language::tag())))
    });
    view! {
        <Dialog title on_close=no>
            <p>{words::roles_reset_text}</p>
            {(holders > 0).then(|| view! {
                <p>{move || words::roles_reset_touches(holders)}</p>
                <Why state=state.boxes />
            })}
            <div class="buttons end">
                <button class="button" type="button" on:click=handler(move |_| no.run(()))>{words::staff_form_confirm_no}</button>
                <button class="button primary" type="button" on:click=handler(move |_| yes.run(()))>{words::roles_reset}</button>
            </div>
        </Dialog>
    }
}
