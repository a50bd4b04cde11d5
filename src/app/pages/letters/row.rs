//! One letter: what it is, to whom, what went wrong, and what can be done.

use latchkey_contract::letter::{Letter, LetterKind, LetterState};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::trouble::trouble_words;
use crate::client::ClientError;
use crate::components::problem::error_message;
use crate::components::toasts::use_toasts;
use crate::i18n::{format, words};
use crate::pages::staff_actions::{StaffAction, StaffActions};
use crate::reactive::{handler, live};
use crate::session::use_signed_in;
use crate::time::now;

/// The letter.
#[component]
pub(super) fn LetterRow(
    /// It.
    letter: Letter,
    /// What is done about whom it is for.
    actions: StaffActions,
    /// Hears that something was done.
    changed: Callback<()>,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    let busy = RwSignal::new(false);
    let done = move |result: Result<(), ClientError>, said: fn() -> String| {
        busy.try_set(false);
        match result {
            Ok(()) => toasts.say(said()),
            Err(error) => toasts.warn(error_message(&error)),
        }
        changed.try_run(());
    };
    let id = StoredValue::new(letter.id.clone());
    let retry = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (client, id) = (signed_in.client(), id.get_value());
        spawn_local(async move { done(client.retry_letter(&id).await.map(drop), words::letters_retried) });
    };
    let discard = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (client, id) = (signed_in.client(), id.get_value());
        spawn_local(async move { done(client.discard_letter(&id).await, words::letters_discarded) });
    };

    let Letter {
        kind,
        to,
        account,
        state,
        attempts,
        next,
        created,
        trouble,
        again,
        ..
    } = letter;
    let of = StoredValue::new(to.clone());
    let of_whom =
        move || view! { <span class="visually-hidden">" " {move || words::letters_of(&of.get_value())}</span> };
    let again = again.then(|| {
        view! {
            <button class="button small" type="button" aria-disabled=move || busy.get().then_some("true") on:click=handler(retry)>
                {words::letters_retry} {of_whom()}
            </button>
        }
    });
    // The link that it held is told to nobody again: a new one takes its place, to be passed on by hand.
    let troubled = state == LetterState::Failed || trouble.is_some();
    let person = account.filter(|_| kind == LetterKind::Invitation && troubled);
    let new_link = person.map(|person| {
        let make = move |_| {
            if busy.get_untracked() {
                return;
            }
            busy.set(true);
            let (client, person) = (signed_in.client(), person.clone());
            spawn_local(async move {
                let found = client.staff_member(&person).await;
                busy.try_set(false);
                match found {
                    Ok(member) => actions.ask(member, StaffAction::ResendInvitation),
                    Err(error) => {
                        toasts.warn(error_message(&error));
                    }
                }
            });
        };
        view! {
            <button class="button small" type="button" aria-disabled=move || busy.get().then_some("true") on:click=handler(make)>
                {words::letters_new_link} {of_whom()}
            </button>
        }
    });
    let badge = match state {
        LetterState::Failed => view! { <span class="pill sensitive">{words::letters_failed}</span> }.into_any(),
        LetterState::Waiting => view! { <span class="pill">{words::letters_waiting}</span> }.into_any(),
    };
    let facts = live(move || {
        let mut facts = vec![
            to.clone(),
            words::letters_written(&format::date_time(created)),
            words::letters_tried(attempts),
        ];
        facts.extend(next.map(|next| words::letters_next(&format::relative(next, now()))));
        facts.join(" · ")
    });
    let trouble = trouble.map(|trouble| view! { <p>{move || trouble_words(&trouble)}</p> });
    view! {
        <li class="row">
            <div class="row-text">
                <strong>{move || kind_words(kind)}</strong> " " {badge}
                <p class="muted">{facts}</p>
                {trouble}
            </div>
            <div class="buttons">
                {new_link} {again}
                <button class="button small quiet" type="button" aria-disabled=move || busy.get().then_some("true") on:click=handler(discard)>
                    {words::letters_discard} {of_whom()}
                </button>
            </div>
        </li>
    }
}

fn kind_words(kind: LetterKind) -> String {
    match kind {
        LetterKind::Invitation => words::letters_kind_invitation(),
        LetterKind::InvitationRequest => words::letters_kind_invitation_request(),
        LetterKind::Reminder => words::letters_kind_reminder(),
        LetterKind::SecondFactor => words::letters_kind_second_factor(),
        LetterKind::Cart => words::letters_kind_cart(),
        LetterKind::Newsletter => words::letters_kind_newsletter(),
        LetterKind::NewsletterTrial => words::letters_kind_newsletter_trial(),
        LetterKind::Other => words::letters_kind_other(),
    }
}
