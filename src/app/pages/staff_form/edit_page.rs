//! The page of a member of staff: what they may do, changed and saved.

use latchkey_contract::id::AccountId;
use latchkey_contract::limits::NAME_MAX;
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::role::Role;
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::Status;
use leptos::ev::{self, SubmitEvent};
use leptos::prelude::*;

use super::book::Book;
use super::confirm::ConfirmSensitive;
use super::conflict::Conflict;
use super::former::Former;
use super::header::Header;
use super::periods::PeriodsCard;
use super::permissions::Permissions;
use super::person::Person;
use super::state::FormState;
use super::summary::Summary;
use super::uses::Uses;
use super::waiting::Waiting;
use crate::client::{ClientError, Load, Loaded};
use crate::components::checks::Checks;
use crate::components::form::ErrorSummary;
use crate::components::leave_guard::LeaveGuard;
use crate::components::picture::Pictured;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::pages::no_access::Refusal;
use crate::pages::ownership::OfferCard;
use crate::pages::staff_actions::{StaffActionDialogs, StaffActions};
use crate::reactive::{handler, live, memo};
use crate::session::{STAFF_KEY, on_change, use_signed_in};

/// The page.
#[component]
pub(crate) fn EditStaffPage(id: AccountId) -> impl IntoView {
    let signed_in = use_signed_in();
    let load = Load::<(StaffMember, Vec<Role>)>::new();
    let account = StoredValue::new(id);
    let ask = move || {
        let client = signed_in.client();
        let id = account.get_value();
        load.ask(move |_| async move {
            let member = client.staff_member(&id).await?;
            Ok((member, client.roles().await?.items))
        });
    };
    ask();
    live(move || match load.get() {
        Loaded::Pending => view! { <div class="page"><PageSkeleton /></div> }.into_any(),
        Loaded::Failed(error) if error.code() == Some(ProblemCode::NotFound) => view! { <Unknown /> }.into_any(),
        Loaded::Failed(error) => {
            view! { <div class="page"><Retry error retry=Callback::new(move |()| ask()) /></div> }.into_any()
        }
        Loaded::Ready((member, roles)) => {
            let book = Book::new(untrack(|| signed_in.catalogue()), &roles);
            view! { <Member state=FormState::of(member, book) /> }.into_any()
        }
    })
}

/// There is nobody with this id.
#[component]
fn Unknown() -> impl IntoView {
    view! {
        <Refusal picture=Pictured::Signpost title=Signal::derive(words::not_found_staff_title)>
            <p>{words::not_found_staff_text}</p>
        </Refusal>
    }
}

#[component]
fn Member(state: FormState) -> impl IntoView {
    let actions = StaffActions::new(move |changed| {
        if let Some(member) = changed.member {
            state.load(member);
        }
    });
    follow_others(state);
    let ended = memo(move || {
        state
            .saved
            .with(|saved| saved.as_ref().is_some_and(|member| member.status == Status::Ended))
    });
    view! {
        <div class="page">
            <Header state actions />
            <Waiting state actions />
            {move || match ended.get() {
                true => view! { <Former state /> }.into_any(),
                false => view! { <EditForm state /> }.into_any(),
            }}
            <OfferCard member=state.saved />
        </div>
        <StaffActionDialogs actions />
    }
}

/// What came of saving.
enum Saved {
    Done(StaffMember),
    /// Somebody else was quicker; this is the record now.
    Conflict(StaffMember),
}

#[component]
fn EditForm(state: FormState) -> impl IntoView {
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    let confirming = RwSignal::new(false);
    let conflict = RwSignal::new(None::<StaffMember>);

    let check = move || {
        let name = state.draft.with_untracked(|draft| draft.name.clone());
        Checks::new().at_most("/name", &name, NAME_MAX).found()
    };
    let done = move |saved: Saved| match saved {
        Saved::Done(member) => {
            let name = if member.name.is_empty() {
                member.email.clone()
            } else {
                member.name.clone()
            };
            toasts.say(match member.status {
                Status::Invited => words::staff_form_saved_invited(&name),
                _ => words::staff_form_saved(&name),
            });
            state.load(member);
        }
        Saved::Conflict(member) => {
            conflict.try_set(Some(member));
        }
    };
    let save = move || {
        confirming.set(false);
        let Some(saved) = state.saved.get_untracked() else {
            return;
        };
        let mut patch = state.draft.with_untracked(|draft| draft.patch(&saved, &state.book()));
        patch.reason = state.reason_given();
        let client = signed_in.client();
        let send = async move {
            match client.patch_staff(&saved.id, &saved.version, &patch).await {
                Ok(member) => Ok(Saved::Done(member)),
                Err(error) => stale(error).map(Saved::Conflict),
            }
        };
        state.form.submit(check(), send, done);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if untrack(|| state.changes().is_empty()) {
            return;
        }
        match check().is_empty() && !state.sensitive_added().is_empty() {
            true => confirming.set(true),
            false => save(),
        }
    };
    let discard = Callback::new(move |()| {
        if let Some(saved) = state.saved.get_untracked() {
            state.load(saved);
            state.form.clear();
        }
    });
    let settled = move |said| {
        conflict.set(None);
        toasts.say(said);
    };
    view! {
        <LeaveGuard unsaved=Signal::derive(move || state.is_dirty()) />
        {move || conflict.get().map(|theirs| view! { <Conflict state theirs settled /> })}
        <form class="split" novalidate on:submit=handler(submit)>
            <div class="split-main stack">
                <ErrorSummary form=state.form />
                <Permissions state />
                <PeriodsCard state />
                <Person state />
                <Uses state />
            </div>
            <Summary state discard />
        </form>
        <Show when=move || confirming.get()>
            <ConfirmSensitive state title=state.confirm_title() sensitive=state.sensitive_added() yes=Callback::new(move |()| save()) no=Callback::new(move |()| confirming.set(false)) />
        </Show>
    }
}

/// The record as it is now, where that is why saving was refused.
fn stale(error: ClientError) -> Result<StaffMember, ClientError> {
    let current = (error.code() == Some(ProblemCode::Stale))
        .then(|| error.current())
        .flatten();
    current.ok_or(error)
}

/// Shows what others have saved meanwhile, when that is told or the window gets the attention back, and nothing here is
/// unsaved.
fn follow_others(state: FormState) {
    let signed_in = use_signed_in();
    let look = move || {
        let clean = untrack(|| !state.is_dirty());
        let Some(saved) = state.saved.get_untracked().filter(|_| clean) else {
            return;
        };
        let client = signed_in.client();
        leptos::task::spawn_local(async move {
            let Ok(now) = client.staff_member(&saved.id).await else {
                return;
            };
            let still_clean = state
                .saved
                .try_get_untracked()
                .flatten()
                .is_some_and(|before| before == saved)
                && untrack(|| !state.is_dirty());
            if now != saved && still_clean {
                state.load(now);
            }
        });
    };
    on_change(STAFF_KEY.to_owned(), look);
    let focus = window_event_listener(ev::focus, move |_| look());
    on_cleanup(move || focus.remove());
}
