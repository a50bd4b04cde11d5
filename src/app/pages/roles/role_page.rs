//! The pages of a role: making one, and changing one.

use latchkey_contract::id::RoleId;
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::role::{PresetState, Role};
use latchkey_contract::screen::ROLES;
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::Status;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::removal::Removal;
use super::role_form::{Aside, NameField, RoleState};
use crate::client::{ClientError, Load, Loaded, OnceKey, StaffQuery};
use crate::components::form::ErrorSummary;
use crate::components::leave_guard::LeaveGuard;
use crate::components::page_head::PageHead;
use crate::components::picture::Pictured;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::components::toasts::use_toasts;
use crate::i18n::{self, words};
use crate::navigation::{said_in, use_goer, use_query};
use crate::pages::no_access::Refusal;
use crate::pages::staff_form::{Book, FormState, Permissions};
use crate::reactive::{handler, live};
use crate::session::use_signed_in;

/// The most holders that are listed; a page of the staff.
const HOLDERS_MAX: u32 = 200;

/// Making a role; with `?like=` beginning with what another gives.
#[component]
pub(crate) fn NewRolePage() -> impl IntoView {
    let signed_in = use_signed_in();
    let like = use_query().with_untracked(|query| said_in(query, "like"));
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
            let state = RoleState::new(FormState::new(book), like);
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
            <Aside state discard=Callback::new(|()| ()) />
        </form>
    }
}

/// Changing a role.
#[component]
pub(crate) fn RolePage(id: RoleId) -> impl IntoView {
    let signed_in = use_signed_in();
    let load = Load::<(Role, Vec<Role>, Vec<StaffMember>)>::new();
    let id = StoredValue::new(id);
    let ask = move || {
        let client = signed_in.client();
        let id = id.get_value();
        load.ask(move |abort| async move {
            let role = client.role(&id).await?;
            let held = StaffQuery {
                role: Some(id),
                limit: Some(HOLDERS_MAX),
                ..StaffQuery::default()
            };
            let mut holders = client.staff(&held, abort).await?.items;
            holders.retain(|member| member.status != Status::Ended);
            Ok((role, client.roles().await?.items, holders))
        });
    };
    ask();
    live(move || match load.get() {
        Loaded::Pending => view! { <div class="page"><PageSkeleton /></div> }.into_any(),
        Loaded::Failed(error) if error.code() == Some(ProblemCode::NotFound) => view! {
            <Refusal picture=Pictured::Signpost title=Signal::derive(words::roles_unknown)>
                <p>{words::roles_unknown_text}</p>
            </Refusal>
        }
        .into_any(),
        Loaded::Failed(error) => {
            view! { <div class="page"><Retry error retry=Callback::new(move |()| ask()) /></div> }.into_any()
        }
        Loaded::Ready((role, roles, holders)) => {
            let book = Book::new(untrack(|| signed_in.catalogue()), &roles);
            let state = RoleState::of(FormState::new(book), role, holders);
            view! { <Existing state /> }.into_any()
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

#[component]
fn Existing(state: RoleState) -> impl IntoView {
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    let conflict = RwSignal::new(None::<Role>);
    let removing = RwSignal::new(false);
    let name = Signal::derive(move || {
        state.saved.with(|saved| {
            saved
                .as_ref()
                .map(|role| role.name.in_language(&i18n::language::tag()).to_owned())
                .unwrap_or_default()
        })
    });
    let take = move |saved: Saved| match saved {
        Saved::Done(role) => {
            toasts.say(words::roles_saved(role.name.in_language(&untrack(i18n::language::tag))));
            state.load(role);
        }
        Saved::Conflict(role) => {
            conflict.try_set(Some(role));
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(saved) = state.saved.get_untracked().filter(|_| untrack(|| state.is_dirty())) else {
            return;
        };
        let request = state.request();
        let client = signed_in.client();
        let send = async move { settled(client.put_role(&saved.id, &saved.version, &request).await) };
        state.boxes.form.submit(state.check(), send, take);
    };
    let reset = move |_| {
        if let Some(saved) = state.saved.get_untracked() {
            let client = signed_in.client();
            let send = async move { settled(client.reset_role(&saved.id, &saved.version).await) };
            state.boxes.form.submit(Vec::new(), send, take);
        }
    };
    let discard = Callback::new(move |()| {
        if let Some(saved) = state.saved.get_untracked() {
            state.load(saved);
            state.boxes.form.clear();
        }
    });
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
            <button class="button" type="button" on:click=handler(reset)>{words::roles_reset}</button>
        </Show>
        <button class="button danger" type="button" on:click=handler(move |_| removing.set(true))>{words::roles_delete}</button>
    };
    let conflicted = live(move || {
        conflict.get().map(|theirs| {
            let (kept, taken) = (theirs.clone(), theirs);
            let keep = move |_| {
                // What stands in the form stays, now on top of what the other has saved.
                state.saved.set(Some(kept.clone()));
                conflict.set(None);
            };
            let take = move |_| {
                state.load(taken.clone());
                conflict.set(None);
            };
            view! {
                <section class="notice" data-tone="warning" role="alert">
                    <h2 class="notice-title">{words::roles_conflict_title}</h2>
                    <p>{words::roles_conflict_text}</p>
                    <div class="buttons">
                        <button class="button" type="button" on:click=handler(keep)>{words::staff_form_keep_mine}</button>
                        <button class="button" type="button" on:click=handler(take)>{words::staff_form_take_theirs}</button>
                    </div>
                </section>
            }
        })
    });
    view! {
        <div class="page">
            <PageHead title=name crumb=(ROLES.path, words::roles_title as fn() -> String) actions=actions.into_any() />
            <LeaveGuard unsaved=Signal::derive(move || state.is_dirty()) />
            {conflicted}
            <form class="split" novalidate on:submit=handler(submit)>
                <div class="split-main stack">
                    <ErrorSummary form=state.boxes.form />
                    <NameField state />
                    <Permissions state=state.boxes />
                </div>
                <Aside state discard />
            </form>
            <Show when=move || removing.get()>
                <Removal state close=Callback::new(move |()| removing.set(false)) />
            </Show>
        </div>
    }
}
