//! What the owner can do about one letter: have it tried again, make a new link in its stead, or throw it away. One at a time.

use latchkey_contract::letter::{Letter, LetterKind, LetterState};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::client::ClientError;
use crate::components::problem::error_message;
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::pages::staff_actions::{StaffAction, StaffActions};
use crate::reactive::handler;
use crate::session::use_signed_in;

/// The buttons.
#[component]
pub(super) fn Deeds(
    /// The letter.
    letter: Letter,
    /// What is done about whom it is for.
    actions: StaffActions,
    /// Hears that something was done.
    changed: Callback<()>,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    let busy = RwSignal::new(false);
    let begin = move || !busy.get_untracked() && busy.try_set(true).is_none();
    let say = move |result: Result<(), ClientError>, said: fn() -> String| {
        busy.try_set(false);
        match result {
            Ok(()) => toasts.say(said()),
            Err(error) => toasts.warn(error_message(&error)),
        }
        changed.try_run(());
    };
    let id = StoredValue::new(letter.id);
    let retry = move || {
        let (client, id) = (signed_in.client(), id.get_value());
        spawn_local(async move { say(client.retry_letter(&id).await.map(drop), words::letters_retried) });
    };
    let discard = move || {
        let (client, id) = (signed_in.client(), id.get_value());
        spawn_local(async move { say(client.discard_letter(&id).await, words::letters_discarded) });
    };
    // The link that it held is told to nobody again: a new one takes its place, to be passed on by hand.
    let troubled = letter.state == LetterState::Failed || letter.trouble.is_some();
    let person = letter
        .account
        .filter(|_| letter.kind == LetterKind::Invitation && troubled);
    let new_link = person.map(|person| {
        move || {
            let (client, person) = (signed_in.client(), person.clone());
            spawn_local(async move {
                let found = client.staff_member(&person).await;
                busy.try_set(false);
                match found {
                    Ok(member) => actions.ask(member, StaffAction::ResendInvitation),
                    Err(error) => toasts.warn(error_message(&error)),
                }
            });
        }
    });

    let of = StoredValue::new(letter.to);
    let button = move |class: &'static str, label: fn() -> String, deed: Box<dyn Fn()>| {
        let click = move |_| {
            if begin() {
                deed();
            }
        };
        view! {
            <button class=class type="button" aria-disabled=move || busy.get().then_some("true") on:click=handler(click)>
                {label} <span class="visually-hidden">" " {move || words::letters_of(&of.get_value())}</span>
            </button>
        }
    };
    view! {
        <div class="buttons">
            {new_link.map(|make| button("button small", words::letters_new_link, Box::new(make)))}
            {letter.again.then(|| button("button small", words::letters_retry, Box::new(retry)))}
            {button("button small quiet", words::letters_discard, Box::new(discard))}
        </div>
    }
}
