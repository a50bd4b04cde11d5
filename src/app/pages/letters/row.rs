//! One letter: what it is, to whom, and what went wrong.

use latchkey_contract::letter::{Letter, LetterKind, LetterState};
use leptos::prelude::*;

use super::deeds::Deeds;
use super::trouble::trouble_words;
use crate::i18n::{format, words};
use crate::pages::staff_actions::StaffActions;
use crate::reactive::live;
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
    let deeds = view! { <Deeds letter=letter.clone() actions changed /> };
    let Letter {
        kind,
        to,
        state,
        attempts,
        next,
        created,
        trouble,
        ..
    } = letter;
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
            {deeds}
        </li>
    }
}

fn kind_words(kind: LetterKind) -> String {
    match kind {
        LetterKind::Invitation => words::letters_kind_invitation(),
        LetterKind::InvitationRequest => words::letters_kind_invitation_request(),
        LetterKind::Reminder => words::letters_kind_reminder(),
        LetterKind::SecondFactor => words::letters_kind_second_factor(),
        LetterKind::PasswordLink => words::letters_kind_password_link(),
        LetterKind::PasswordReset => words::letters_kind_password_reset(),
        LetterKind::NewDevice => words::letters_kind_new_device(),
        LetterKind::Ownership => words::letters_kind_ownership(),
        LetterKind::Cart => words::letters_kind_cart(),
        LetterKind::Newsletter => words::letters_kind_newsletter(),
        LetterKind::NewsletterTrial => words::letters_kind_newsletter_trial(),
        LetterKind::Other => words::letters_kind_other(),
    }
}
