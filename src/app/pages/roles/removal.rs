//! Deleting a role. Where somebody holds it, it first says who, and asks for a role that they hold instead; deleting and moving
//! are one act.

use latchkey_contract::id::RoleId;
use latchkey_contract::role::Role;
use leptos::prelude::*;

use super::role_form::RoleState;
use super::touched::sensitive_gained;
use crate::client::ClientError;
use crate::components::dialog::Dialog;
use crate::components::problem::error_message;
use crate::components::toasts::use_toasts;
use crate::i18n::{self, words};
use crate::navigation::use_goer;
use crate::pages::staff_actions::name_of;
use crate::pages::staff_form::WhySensitive;
use crate::reactive::{handler, live, memo};
use crate::session::use_signed_in;

/// How many holders are named one by one; of more it is said how many they are.
const NAMED: usize = 12;

/// The dialog.
#[component]
pub(super) fn Removal(state: RoleState, close: Callback<()>) -> impl IntoView {
    let signed_in = use_signed_in();
    let goer = StoredValue::new(use_goer());
    let toasts = use_toasts();
    let wrong = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let to = RwSignal::new(None::<RoleId>);
    let Some(role) = state.saved.get_untracked() else {
        return ().into_any();
    };
    let name = StoredValue::new(role.name.clone());
    let called = move || name.with_value(|name| name.in_language(&i18n::language::tag()).to_owned());
    // Who holds it, as far as this page knows; the backend knows better, and says so.
    let holders = RwSignal::new(state.holders.with_untracked(|all| {
        let names = all.iter().map(|member| name_of(member).to_owned());
        names.collect::<Vec<_>>()
    }));

    let done = move |answer: Result<(), ClientError>, role: Role| match answer {
        Ok(()) => {
            toasts.say(words::roles_deleted(&untrack(called)));
            // What was typed goes with the role.
            state.load(role);
            goer.with_value(|goer| goer.replace("/staff/roles"));
        }
        Err(error) if !error.holders().is_empty() => {
            holders.try_set(error.holders().iter().map(|holder| holder.name.clone()).collect());
        }
        Err(error) => {
            wrong.try_set(Some(error_message(&error)));
        }
    };
    let role = StoredValue::new(role);
    let remove = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        wrong.set(None);
        let client = signed_in.client();
        let (to, held) = (
            to.get_untracked(),
            holders.with_untracked(|holders| !holders.is_empty()),
        );
        let reason = state.boxes.reason.get_untracked();
        leptos::task::spawn_local(async move {
            let role = role.get_value();
            let to = held.then(|| to.as_ref().map_or("", RoleId::as_str));
            let answer = client.delete_role(&role.id, &role.version, to, reason.trim()).await;
            busy.try_set(false);
            done(answer, role);
        });
    };
    let moving = live(move || {
        holders
            .with(|holders| !holders.is_empty())
            .then(|| view! { <Moving state holders to /> })
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

/// Who holds it, and where they are to go.
#[component]
fn Moving(state: RoleState, holders: RwSignal<Vec<String>>, to: RwSignal<Option<RoleId>>) -> impl IntoView {
    let own = state
        .saved
        .with_untracked(|saved| saved.as_ref().map(|role| role.id.clone()));
    let book = state.boxes.book();
    let others = book.roles.iter().filter(|other| Some(&other.id) != own.as_ref());
    let options = others.cloned().map(|other| {
        let name = other.name;
        view! { <option value=other.id.0>{move || name.in_language(&i18n::language::tag()).to_owned()}</option> }
    });
    let options = options.collect_view();
    let choose = move |event| {
        let value = event_target_value(&event);
        to.set((!value.is_empty()).then_some(RoleId(value)));
    };
    let names = live(move || {
        holders.with(|all| {
            let more = all.len().saturating_sub(NAMED) as u64;
            let mut names: Vec<_> = all.iter().take(NAMED).cloned().collect();
            names.extend((more > 0).then(|| words::roles_holders_more(more)));
            i18n::format::list(&names)
        })
    });
    // A role that gives them something sensitive is asked about like any other way to it.
    let sensitive = memo(move || {
        let book = state.boxes.book();
        let gives = to.with(|to| book.given_by(to.as_slice()));
        sensitive_gained(&state.touched_by(gives), &book)
    });
    let why =
        live(move || (!sensitive.get().is_empty()).then(|| view! { <WhySensitive state=state.boxes sensitive /> }));
    view! {
        <p>{move || words::roles_delete_held(holders.with(Vec::len) as u64)}</p>
        <p><strong>{names}</strong></p>
        <div class="field">
            <label class="label" for="role-to">{words::roles_move_to}</label>
            <select class="input" id="role-to" on:change=handler(choose)>
                <option value="">{words::roles_move_nowhere}</option>
                {options}
            </select>
        </div>
        {why}
    }
}
