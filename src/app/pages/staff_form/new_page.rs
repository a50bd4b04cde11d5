//! Inviting somebody: the form, and then the link.

use latchkey_contract::limits::{MESSAGE_MAX, NAME_MAX};
use latchkey_contract::screen::STAFF;
use latchkey_contract::staff::Invited;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::book::Book;
use super::confirm::ConfirmSensitive;
use super::periods::PeriodsCard;
use super::permissions::Permissions;
use super::person::Person;
use super::state::FormState;
use super::summary::Summary;
use crate::chapter::later;
use crate::client::{Load, Loaded, OnceKey};
use crate::components::checks::Checks;
use crate::components::form::ErrorSummary;
use crate::components::leave_guard::LeaveGuard;
use crate::components::page_head::PageHead;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::i18n::words;
use crate::pages::chapters::{Letters, Page};
use crate::pages::staff_actions::InvitationLinkBox;
use crate::reactive::{handler, live};
use crate::session::use_signed_in;

/// The page.
#[component]
pub(crate) fn NewStaffPage() -> impl IntoView {
    let signed_in = use_signed_in();
    let roles = Load::new();
    let ask = move || {
        let client = signed_in.client();
        roles.ask(move |_| async move { client.roles().await });
    };
    ask();
    view! {
        <div class="page">
            <PageHead
                title=Signal::derive(words::staff_new_title)
                crumb=(STAFF.path, words::staff_title)
                lead=Signal::derive(words::staff_form_lead_new)
            />
            {move || match roles.get() {
                Loaded::Pending => view! { <PageSkeleton /> }.into_any(),
                Loaded::Failed(error) => view! { <Retry error retry=Callback::new(move |()| ask()) /> }.into_any(),
                Loaded::Ready(page) => {
                    let book = Book::new(untrack(|| signed_in.catalogue()), &page.items);
                    view! { <Invitation state=FormState::new(book) /> }.into_any()
                }
            }}
        </div>
    }
}

/// The form until it is sent, and the link afterwards.
#[component]
pub(super) fn Invitation(state: FormState) -> impl IntoView {
    let sent = RwSignal::new(None::<Invited>);
    live(move || match sent.get() {
        None => view! { <InvitationForm state sent=move |invited| sent.set(Some(invited)) /> }.into_any(),
        Some(invited) => view! { <Sent invited /> }.into_any(),
    })
}

#[component]
fn InvitationForm(state: FormState, sent: impl Fn(Invited) + Copy + Send + Sync + 'static) -> impl IntoView {
    let signed_in = use_signed_in();
    let confirming = RwSignal::new(false);
    let done = RwSignal::new(false);
    let once = OnceKey::new();

    let check = move || {
        let name = state.draft.with_untracked(|draft| draft.name.clone());
        Checks::new()
            .email("/email", &state.email.get_untracked())
            .at_most("/name", &name, NAME_MAX)
            .at_most("/message", &state.message.get_untracked(), MESSAGE_MAX)
            .found()
    };
    let send = move || {
        confirming.set(false);
        let mut request = state.draft.with_untracked(|draft| {
            draft.invitation(
                &state.email.get_untracked(),
                &state.message.get_untracked(),
                &state.book(),
            )
        });
        request.reason = state.reason_given();
        let key = once.of(&request);
        let client = signed_in.client();
        state.form.submit(
            check(),
            async move { client.invite(&request, key).await },
            move |invited| {
                done.try_set(true);
                sent(invited);
            },
        );
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match check().is_empty() && !state.sensitive_added().is_empty() {
            true => confirming.set(true),
            false => send(),
        }
    };
    view! {
        <LeaveGuard unsaved=Signal::derive(move || state.is_dirty() && !done.get()) />
        <form class="split" novalidate on:submit=handler(submit)>
            <div class="split-main stack">
                <ErrorSummary form=state.form />
                <Person state />
                <Permissions state />
                <PeriodsCard state />
            </div>
            <Summary state discard=Callback::new(|()| ()) />
        </form>
        <Show when=move || confirming.get()>
            <ConfirmSensitive state title=state.confirm_title() sensitive=state.sensitive_added() yes=Callback::new(move |()| send()) no=Callback::new(move |()| confirming.set(false)) />
        </Show>
    }
}

/// The invitation is out; here is its link, once.
#[component]
fn Sent(invited: Invited) -> impl IntoView {
    let Invited { account, invitation } = invited;
    let name = if account.name.is_empty() {
        account.email.clone()
    } else {
        account.name.clone()
    };
    view! {
        <section class="card" aria-labelledby="sent">
            <div class="stack">
                <div class="notice" data-tone="success" role="status">
                    <h2 class="notice-title" id="sent">{words::staff_invitation_sent_title}</h2>
                    <p>{move || words::staff_invitation_sent(&name)}</p>
                </div>
                {later(|| ().into_any(), Page::Letters(Letters::Line))}
                <InvitationLinkBox invitation email=account.email />
                <div class="buttons"><a class="button primary" href=STAFF.path>{words::staff_invitation_done}</a></div>
            </div>
        </section>
    }
}
