//! Deleting a role. Where somebody holds it, it first says who, and asks for a role that they hold instead.

use latchkey_contract::id::RoleId;
use latchkey_contract::role::{Role, RoleMove};
use leptos::prelude::*;

use super::role_form::RoleState;
use crate::components::dialog::Dialog;
use crate::components::problem::error_message;
use crate::components::toasts::use_toasts;
use crate::i18n::{self, words};
use crate::navigation::use_goer;
use crate::reactive::{handler, live};
use crate::session::use_signed_in;

/// The dialog.
#[component]
pub(super) fn Removal(state: RoleState, close: Callback<()>) -> impl IntoView {
    let signed_in = use_signed_in();
    let goer = StoredValue::new(use_goer());
    let toasts = use_toasts();
    let wrong = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let to = RwSignal::new(String::new());
    let Some(role) = state.saved.get_untracked() else {
        return ().into_any();
    };
    let Role { id, name, holders, .. } = role.clone();
    let name = StoredValue::new(name);
    let called = move || name.with_value(|name| name.in_language(&i18n::language::tag()).to_owned());
    let others: Vec<_> = state
        .boxes
        .book()
        .roles
        .iter()
        .filter(|other| other.id != id)
        .cloned()
        .collect();
    let role = StoredValue::new(role);

    let remove = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        wrong.set(None);
        let client = signed_in.client();
        let chosen = to.get_untracked();
        leptos::task::spawn_local(async move {
            let Role { id, version, .. } = role.get_value();
            let moved = if holders == 0 {
                Ok(())
            } else {
                let to = (!chosen.is_empty()).then_some(RoleId(chosen));
                client.move_holders(&id, &RoleMove { to }).await.map(drop)
            };
            let done = match moved {
                Ok(()) => client.delete_role(&id, &version).await,
                Err(error) => Err(error),
            };
            busy.try_set(false);
            match done {
                Ok(()) => {
                    toasts.say(words::roles_deleted(&untrack(called)));
                    // What was typed goes with the role.
                    state.load(role.get_value());
                    goer.with_value(|goer| goer.replace("/staff/roles"));
                }
                Err(error) => {
                    wrong.try_set(Some(error_message(&error)));
                }
            }
        });
    };
    let options = others.into_iter().map(|other| {
        let name = other.name;
        view! { <option value=other.id.0>{move || name.in_language(&i18n::language::tag()).to_owned()}</option> }
    });
    let options = options.collect_view();
    let moving = (holders > 0).then(|| {
        view! {
            <p>{move || words::roles_delete_held(holders)}</p>
            <div class="field">
                <label class="label" for="role-to">{words::roles_move_to}</label>
                <select class="input" id="role-to" on:change=handler(move |event| to.set(event_target_value(&event)))>
                    <option value="">{words::roles_move_nowhere}</option>
                    {options}
                </select>
            </div>
        }
    });
    let title = Signal::derive(move || words::roles_delete_title(&called()));
    let error = live(move || {
        wrong
            .get()
            .map(|text| view! { <p class="error" role="alert">{text}</p> })
    });
    let busy_text = Signal::derive(move || busy.get().then_some("true"));
    view! {
        <Dialog title on_close=close tone="danger">
            <p>{words::roles_delete_text}</p>
            {moving}
            {error}
            <div class="buttons end">
                <button class="button" type="button" on:click=handler(move |_| close.run(()))>{words::roles_keep}</button>
                <button class="button danger solid" type="button" aria-busy=busy_text on:click=handler(remove)>{words::roles_delete}</button>
            </div>
        </Dialog>
    }
    .into_any()
}
