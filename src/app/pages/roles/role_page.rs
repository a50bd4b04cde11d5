//! The page of a role: what it gives, changed and saved, and what others do to it meanwhile.

use latchkey_contract::id::RoleId;
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::role::{PresetState, Role};
use latchkey_contract::screen::ROLES;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::aside::Aside;
use super::conflict::Conflict;
use super::read::{Found, find, follow_others};
use super::removal::Removal;
use super::reset::Resetting;
use super::role_form::{NameField, RoleState};
use crate::client::{ClientError, Load, Loaded};
use crate::components::form::ErrorSummary;
use crate::components::leave_guard::LeaveGuard;
use crate::components::page_head::PageHead;
use crate::components::picture::Pictured;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::components::toasts::use_toasts;
use crate::i18n::{self, words};
use crate::pages::no_access::Refusal;
use crate::pages::staff_form::{Book, ConfirmSensitive, FormState, Permissions};
use crate::reactive::{handler, live};
use crate::session::use_signed_in;

/// The page.
#[component]
pub(crate) fn RolePage(id: RoleId) -> impl IntoView {
    let signed_in = use_signed_in();
    let load = Load::<Option<Found>>::new();
    let id = StoredValue::new(id);
    let ask = move || {
        let (client, id) = (signed_in.client(), id.get_value());
        load.ask(move |abort| async move { find(&client, id, abort).await });
    };
    ask();
    let gone = Callback::new(move |()| load.set(None));
    live(move || match load.get() {
        Loaded::Pending => view! { <div class="page"><PageSkeleton /></div> }.into_any(),
        Loaded::Failed(error) => {
            view! { <div class="page"><Retry error retry=Callback::new(move |()| ask()) /></div> }.into_any()
        }
        Loaded::Ready(None) => view! {
            <Refusal picture=Pictured::Signpost title=Signal::derive(words::roles_unknown)>
                <p>{words::roles_unknown_text}</p>
            </Refusal>
        }
        .into_any(),
        Loaded::Ready(Some(Found { role, roles, holders })) => {
            let book = Book::new(untrack(|| signed_in.catalogue()), &roles);
            let state = RoleState::of(FormState::of_role(book), role, holders);
            view! { <Existing state gone /> }.into_any()
        }
    })
}

/// What came of saving.
enum Saved {
    Done(Role),
    /// Somebody else was quicker; this is the role now.
    Conflict(Role),
}

fn settled(answer: Result<Role, ClientError>) -> Result<Saved, ClientError> {
    answer.map(Saved::Done).or_else(|error| {
        let stale = error.code() == Some(ProblemCode::Stale);
        let current = stale.then(|| error.current()).flatten();
        current.map(Saved::Conflict).ok_or(error)
    })
}

/// What is asked before it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asking {
    /// Whether those who hold it are to have something sensitive.
    Sensitive,
    /// Whether all changes are to be undone.
    Reset,
    /// Whether it is to be deleted.
    Removal,
}

#[component]
fn Existing(state: RoleState, gone: Callback<()>) -> impl IntoView {
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    let conflict = RwSignal::new(None::<Role>);
    let asking = RwSignal::new(None::<Asking>);
    follow_others(state, gone);

    let take = move |saved: Saved| match saved {
        Saved::Done(role) => {
            toasts.say(words::roles_saved(role.name.in_language(&untrack(i18n::language::tag))));
            state.load(role);
        }
        Saved::Conflict(role) => {
            conflict.try_set(Some(role));
        }
    };
    let save = move || {
        asking.set(None);
        let Some(saved) = state.saved.get_untracked() else {
            return;
        };
        let request = state.request();
        let client = signed_in.client();
        let send = async move { settled(client.put_role(&saved.id, &saved.version, &request).await) };
        state.boxes.form.submit(state.check(), send, take);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if untrack(|| !state.is_dirty()) {
            return;
        }
        match state.check().is_empty() && !state.sensitive_given().is_empty() {
            true => asking.set(Some(Asking::Sensitive)),
            false => save(),
        }
    };
    let reset = move || {
        asking.set(None);
        if let Some(saved) = state.saved.get_untracked() {
            let (client, reason) = (signed_in.client(), state.boxes.reason.get_untracked());
            let send = async move { settled(client.reset_role(&saved.id, &saved.version, reason.trim()).await) };
            state.boxes.form.submit(Vec::new(), send, take);
        }
    };
    let discard = Callback::new(move |()| {
        if let Some(saved) = state.saved.get_untracked() {
            state.load(saved);
            state.boxes.form.clear();
        }
    });
    let no = Callback::new(move |()| asking.set(None));
    let asked = live(move || {
        Some(match asking.get()? {
            Asking::Sensitive => {
                let title = Signal::derive(move || words::roles_confirm_title(&name(state)));
                let yes = Callback::new(move |()| save());
                view! { <ConfirmSensitive state=state.boxes title sensitive=state.sensitive_given() yes no /> }
                    .into_any()
            }
            Asking::Reset => view! { <Resetting state yes=Callback::new(move |()| reset()) no /> }.into_any(),
            Asking::Removal => view! { <Removal state close=no /> }.into_any(),
        })
    });
    let conflicted = live(move || {
        let settled = Callback::new(move |()| conflict.set(None));
        conflict.get().map(|theirs| view! { <Conflict state theirs settled /> })
    });
    view! {
        <div class="page">
            <Head state ask=Callback::new(move |what| asking.set(Some(what))) />
            <LeaveGuard unsaved=Signal::derive(move || state.is_dirty()) />
            {conflicted}
            <form class="split" novalidate on:submit=handler(submit)>
                <div class="split-main stack">
                    <ErrorSummary form=state.boxes.form />
                    <NameField state />
                    <Permissions state=state.boxes />
                </div>
                <Aside state discard show_newer=Callback::new(move |newer| conflict.set(Some(newer))) />
            </form>
            {asked}
        </div>
    }
}

/// What it is saved as. Reactive.
fn name(state: RoleState) -> String {
    state.saved.with(|saved| {
        let name = saved
            .as_ref()
            .map(|role| role.name.in_language(&i18n::language::tag()).to_owned());
        name.unwrap_or_default()
    })
}

/// The head: what the role is called, and what can be done about it as a whole.
#[component]
fn Head(state: RoleState, ask: Callback<Asking>) -> impl IntoView {
    let changed = move || {
        state.saved.with(|saved| {
            saved
                .as_ref()
                .is_some_and(|role| role.preset == Some(PresetState::Changed))
        })
    };
    let copy = state
        .saved
        .with_untracked(|saved| saved.as_ref().map(|role| format!("/staff/roles/new?like={}", role.id)))
        .unwrap_or_default();
    let actions = view! {
        <a class="button" href=copy>{words::roles_copy}</a>
        <Show when=changed>
            <button class="button" type="button" on:click=handler(move |_| ask.run(Asking::Reset))>{words::roles_reset}</button>
        </Show>
        <button class="button danger" type="button" on:click=handler(move |_| ask.run(Asking::Removal))>{words::roles_delete}</button>
    };
    view! {
        <PageHead
            title=Signal::derive(move || name(state))
            crumb=(ROLES.path, words::roles_title as fn() -> String)
            actions=actions.into_any()
        />
    }
}
