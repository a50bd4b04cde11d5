//! The head of a person's page: name, state, and what can be done about the account as a whole.

use latchkey_contract::letter::{InvitationLetter, LetterState};
use latchkey_contract::limits::ends_soon;
use latchkey_contract::screen::{ACTIVITY, STAFF};
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{Status, Time};
use leptos::prelude::*;

use super::periods::Dated;
use super::state::FormState;
use crate::components::page_head::PageHead;
use crate::i18n::{self, format, words};
use crate::pages::letters::trouble_words;
use crate::pages::staff_actions::{StaffAction, StaffActions};
use crate::reactive::{handler, live, memo};
use crate::time::now;

/// The head.
#[component]
pub(super) fn Header(state: FormState, actions: StaffActions) -> impl IntoView {
    // The name that is saved, not the one being typed.
    let name = move || {
        state.saved.with(|saved| {
            let named = saved.as_ref().filter(|member| !member.name.is_empty());
            named.map_or_else(|| state.email.get(), |member| member.name.clone())
        })
    };
    let status = memo(move || state.saved.with(|saved| saved.as_ref().map(|member| member.status)));
    let two_factor = memo(move || {
        state
            .saved
            .with(|saved| saved.as_ref().is_some_and(|member| member.two_factor))
    });
    let lead = move || {
        let email = state.email.get();
        let seen = state
            .saved
            .with(|saved| saved.as_ref().and_then(|member| member.last_seen));
        match seen {
            Some(seen) => {
                format!(
                    "{email} · {}: {}",
                    words::staff_form_last_seen(),
                    i18n::format::relative(seen, now())
                )
            }
            None => email,
        }
    };
    let badge = live(move || {
        status.get().map(|status| {
            view! { <span class="status" data-status=status.as_str()>{move || status_word(status)}</span> }
        })
    });
    let two_step = live(move || {
        let word = view! { " " <span class="pill">{words::staff_two_factor}</span> };
        two_factor.get().then_some(word)
    });
    let soon = live(move || {
        state
            .saved
            .with(|saved| saved.as_ref().map(|member| ending_soon(state, member)))
    });
    let aside = view! { {badge} {two_step} {soon} };
    let letter = memo(move || {
        let invitation = state.saved.with(|saved| saved.as_ref()?.invitation.clone());
        invitation.and_then(|invitation| invitation.letter)
    });
    let letter = live(move || letter.get().map(|letter| view! { <Undelivered letter /> }));
    view! {
        <PageHead
            title=Signal::derive(name)
            crumb=(STAFF.path, words::staff_title)
            aside=aside.into_any()
            lead=Signal::derive(lead)
            actions=view! { <Deeds state actions status two_factor /> }.into_any()
        />
        {letter}
    }
}

/// What can be done about the account as a whole, by where it stands.
#[component]
fn Deeds(
    state: FormState,
    actions: StaffActions,
    status: Memo<Option<Status>>,
    two_factor: Memo<bool>,
) -> impl IntoView {
    let ask = move |action| {
        if let Some(member) = state.saved.get_untracked() {
            actions.ask(member, action);
        }
    };
    let button = move |class: &'static str, label: fn() -> String, action: StaffAction| {
        view! { <button class=class type="button" on:click=handler(move |_| ask(action))>{label}</button> }
    };
    let new_password = move || button("button", words::staff_password_link, StaffAction::SendPasswordLink);
    let revoke = move || button("button danger", words::staff_revoke, StaffAction::Revoke);
    let buttons = live(move || match status.get() {
        Some(Status::Invited) => view! {
            {button("button", words::staff_resend, StaffAction::ResendInvitation)}
            {button("button danger", words::staff_cancel_invitation, StaffAction::CancelInvitation)}
        }
        .into_any(),
        // Nothing is open to whoever is onboarding, so there is nothing to suspend.
        Some(Status::Onboarding) => view! {
            {new_password()}
            {button("button", words::staff_end_sessions, StaffAction::EndSessions)}
            {revoke()}
        }
        .into_any(),
        Some(Status::Active) => view! {
            {new_password()}
            {button("button", words::staff_end_sessions, StaffAction::EndSessions)}
            {button("button", words::staff_suspend, StaffAction::Suspend)}
            {revoke()}
        }
        .into_any(),
        Some(Status::Suspended) => view! {
            {new_password()}
            {button("button", words::staff_reactivate, StaffAction::Reactivate)}
            {revoke()}
        }
        .into_any(),
        Some(Status::Ended) | None => ().into_any(),
    });
    let reset = live(move || {
        let shown = two_factor.get();
        shown.then(|| button("button", words::staff_two_factor_reset, StaffAction::ResetTwoFactor))
    });
    let history = live(move || {
        let id = state.saved.with(|saved| saved.as_ref().map(|member| member.id.clone()));
        id.map(|id| view! { <a class="button" href=format!("{}?person={id}", ACTIVITY.path)>{words::activity_history}</a> })
    });
    view! { {history} {reset} {buttons} }
}

/// That the letter with the invitation has not arrived, and why.
#[component]
fn Undelivered(letter: InvitationLetter) -> impl IntoView {
    let failed = letter.state == LetterState::Failed;
    let trouble = letter.trouble;
    if !failed && trouble.is_none() {
        // It is on its way for the first time.
        return ().into_any();
    }
    let said = move || match failed {
        true => words::letters_invitation_failed(),
        false => words::letters_invitation_waiting(),
    };
    let why = trouble.map(|trouble| view! { <p>{move || trouble_words(&trouble)}</p> });
    let tone = if failed { "warning" } else { "info" };
    view! { <div class="notice" data-tone=tone role="status"><p><strong>{said}</strong></p>{why}</div> }.into_any()
}

/// What ends by itself before long: the account as a whole, or single roles and permissions. Reactive in the language.
fn ending_soon(state: FormState, member: &StaffMember) -> AnyView {
    let now = now();
    let soon = |ends: Option<Time>| ends.filter(|ends| ends_soon(ends.millis(), now.millis()));
    let when = |ends: Time| format::relative(ends, now);
    let whole = soon(member.ends).filter(|_| member.status != Status::Ended);
    let whole = whole.map(|ends| words::staff_form_ends_soon(&when(ends)));
    let parts = Dated::all(&member.periods).into_iter().filter_map(|one| {
        let ends = soon(one.of(&member.periods)?.ends)?;
        Some(words::staff_form_part_ends_soon(&one.name(state), &when(ends)))
    });
    let pill = |text: String| view! { " " <span class="pill sensitive">{text}</span> };
    whole.into_iter().chain(parts).map(pill).collect_view().into_any()
}

/// Where an account stands, in words.
fn status_word(status: Status) -> String {
    match status {
        Status::Invited => words::staff_status_invited(),
        Status::Onboarding => words::staff_status_onboarding(),
        Status::Active => words::staff_status_active(),
        Status::Suspended => words::staff_status_suspended(),
        Status::Ended => words::staff_status_ended(),
    }
}
