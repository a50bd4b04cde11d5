//! Making a role, also as a copy of another. Nobody holds it yet, so nothing is given to anybody by it.

use latchkey_contract::role::Role;
use latchkey_contract::screen::ROLES;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::aside::Aside;
use super::role_form::{NameField, RoleState};
use crate::client::{Load, Loaded, OnceKey};
use crate::components::form::ErrorSummary;
use crate::components::leave_guard::LeaveGuard;
use crate::components::page_head::PageHead;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::components::toasts::use_toasts;
use crate::i18n::{self, words};
use crate::navigation::use_goer;
use crate::pages::staff_form::{Book, FormState, Permissions};
use crate::reactive::{handler, live};
use crate::session::use_signed_in;

/// Making a role; with `?like=` beginning with what another gives.
#[component]
pub(crate) fn NewRolePage() -> impl IntoView {
    let signed_in = use_signed_in();
    let like = use_query_map().with_untracked(|query| query.get("like"));
    let roles = Load::<Vec<Role>>::new();
    let ask = move || {
        let client = signed_in.client();
        roles.ask(move |_| async move { client.roles().await.map(|page| page.items) });
    };
    ask();
    let contents = live(move || match roles.get() {
        Loaded::Pending => view! { <PageSkeleton /> }.into_any(),
        Loaded::Failed(error) => view! { <Retry error retry=Callback::new(move |()| ask()) /> }.into_any(),
        Loaded::Ready(all) => {
            let book = Book::new(untrack(|| signed_in.catalogue()), &all);
            let like = all.iter().find(|role| Some(role.id.as_str()) == like.as_deref());
            let state = RoleState::new(FormState::of_role(book), like);
            view! { <NewForm state /> }.into_any()
        }
    });
    view! {
        <div class="page">
            <PageHead
                title=Signal::derive(words::role_new_title)
                crumb=(ROLES.path, words::roles_title as fn() -> String)
            />
            {contents}
        </div>
    }
}

#[component]
fn NewForm(state: RoleState) -> impl IntoView {
    let signed_in = use_signed_in();
    let goer = StoredValue::new(use_goer());
    let toasts = use_toasts();
    let once = OnceKey::new();
    let done = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let request = state.request();
        let key = once.of(&request);
        let client = signed_in.client();
        state.boxes.form.submit(
            state.check(),
            async move { client.create_role(&request, key).await },
            move |role: Role| {
                done.try_set(true);
                toasts.say(words::roles_made(role.name.in_language(&untrack(i18n::language::tag))));
                goer.with_value(|goer| goer.replace(&format!("/staff/roles/{}", role.id)));
            },
        );
    };
    view! {
        <LeaveGuard unsaved=Signal::derive(move || state.is_dirty() && !done.get()) />
        <form class="split" novalidate on:submit=handler(submit)>
            <div class="split-main stack">
                <ErrorSummary form=state.boxes.form />
                <NameField state />
                <Permissions state=state.boxes />
            </div>
            <Aside state discard=Callback::new(|()| ()) show_newer=Callback::new(|_| ()) />
        </form>
    }
}
