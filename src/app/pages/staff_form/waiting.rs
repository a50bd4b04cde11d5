//! What waits for the owner about a person: a request for a new invitation, or steps before access that are not taken.

use latchkey_contract::onboarding::{REMINDER_PAUSE_MS, StaffOnboarding};
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{Status, Time};
use leptos::prelude::*;

use super::state::FormState;
use crate::i18n::{self, words};
use crate::pages::staff::step_word;
use crate::pages::staff_actions::{StaffAction, StaffActions, name_of};
use crate::reactive::{handler, live};
use crate::time::now;

/// The notices, where something waits.
#[component]
pub(super) fn Waiting(state: FormState, actions: StaffActions) -> impl IntoView {
    live(move || {
        let member = state.saved.get()?;
        if let Some(asked) = member.invitation_requested {
            return Some(view! { <Request member asked actions /> }.into_any());
        }
        let onboarding = member.onboarding.clone()?;
        Some(view! { <Underway member onboarding actions /> }.into_any())
    })
}

/// Somebody asks for a new invitation.
#[component]
fn Request(member: StaffMember, asked: Time, actions: StaffActions) -> impl IntoView {
    let name = name_of(&member).to_owned();
    let invited = member.status == Status::Invited;
    let member = StoredValue::new(member);
    let ask = move |action| handler(move |_| actions.ask(member.get_value(), action));
    view! {
        <section class="notice" data-tone="info" aria-labelledby="asks">
            <h2 class="notice-title" id="asks">{move || words::staff_form_asks(&name)}</h2>
            <p>{move || words::staff_form_asked(&i18n::format::relative(asked, now()))}</p>
            <div class="buttons">
                {invited.then(|| view! {
                    <button class="button primary" type="button" on:click=ask(StaffAction::ResendInvitation)>
                        {words::staff_form_send_again}
                    </button>
                })}
                <button class="button" type="button" on:click=ask(StaffAction::DismissRequest)>{words::staff_dismiss}</button>
            </div>
        </section>
    }
}

/// Somebody has steps left.
#[component]
fn Underway(member: StaffMember, onboarding: StaffOnboarding, actions: StaffActions) -> impl IntoView {
    let name = name_of(&member).to_owned();
    let member = StoredValue::new(member);
    let StaffOnboarding { steps, since, reminded } = onboarding;
    let left = live(move || {
        let names: Vec<_> = steps.iter().map(|step| step_word(*step)).collect();
        words::staff_form_underway_left(&i18n::format::list(&names), &i18n::format::relative(since, now()))
    });
    let may_remind = reminded.is_none_or(|at| now().millis() - at.millis() >= REMINDER_PAUSE_MS);
    let remind = handler(move |_| actions.ask(member.get_value(), StaffAction::Remind));
    view! {
        <section class="notice" data-tone="info" aria-labelledby="underway">
            <h2 class="notice-title" id="underway">{move || words::staff_form_underway(&name)}</h2>
            <p>{left}</p>
            {reminded.map(|at| view! {
                <p class="muted">{move || words::staff_form_reminded(&i18n::format::relative(at, now()))}</p>
            })}
            {may_remind.then(|| view! {
                <div class="buttons"><button class="button" type="button" on:click=remind>{words::staff_remind}</button></div>
            })}
        </section>
    }
}
