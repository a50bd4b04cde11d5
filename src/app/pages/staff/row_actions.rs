//! What can be done about a person, at the end of the row. Which buttons there are follows from where the account stands.

use latchkey_contract::staff::StaffMember;
use latchkey_permissions::Status;
use leptos::prelude::*;

use super::row::page_of;
use crate::i18n::words;
use crate::pages::staff_actions::{StaffAction, StaffActions, name_of};
use crate::reactive::{handler, live};

/// The buttons that an account in this state has, from left to right, after the link to its page.
const fn buttons_of(status: Status) -> &'static [StaffAction] {
    match status {
        Status::Invited => &[StaffAction::ResendInvitation, StaffAction::CancelInvitation],
        Status::Onboarding | Status::Active => &[StaffAction::Revoke],
        Status::Suspended => &[StaffAction::Reactivate, StaffAction::Revoke],
        Status::Ended => &[],
    }
}

const fn label_of(action: StaffAction) -> fn() -> String {
    match action {
        StaffAction::Revoke => words::staff_revoke,
        StaffAction::Suspend => words::staff_suspend,
        StaffAction::Reactivate => words::staff_reactivate,
        StaffAction::EndSessions => words::staff_end_sessions,
        StaffAction::CancelInvitation => words::staff_cancel_invitation,
        StaffAction::ResendInvitation => words::staff_resend,
        StaffAction::ResetTwoFactor => words::staff_two_factor_reset,
        StaffAction::DismissRequest => words::staff_dismiss,
        StaffAction::Remind => words::staff_remind,
        StaffAction::SendPasswordLink => words::staff_password_link,
    }
}

/// The link and the buttons.
#[component]
pub(super) fn RowActions(actions: StaffActions, member: StoredValue<StaffMember>) -> impl IntoView {
    let status = member.with_value(|member| member.status);
    let page = member.with_value(page_of);
    let link_label = if status == Status::Ended {
        words::staff_invite_again
    } else {
        words::staff_edit
    };
    let buttons = buttons_of(status)
        .iter()
        .map(|action| view! { <ActionButton actions member action=*action /> });
    view! {
        <div class="buttons">
            <a class="button small" href=page>{link_label}<ForWhom member /></a>
            {buttons.collect_view()}
        </div>
    }
    .into_any()
}

#[component]
fn ActionButton(actions: StaffActions, member: StoredValue<StaffMember>, action: StaffAction) -> impl IntoView {
    let danger = matches!(action, StaffAction::Revoke | StaffAction::CancelInvitation);
    let busy = Signal::derive(move || {
        member
            .with_value(|member| actions.is_working(&member.id, action))
            .then_some("true")
    });
    view! {
        <button
            class=if danger { "button small danger" } else { "button small" }
            type="button"
            aria-busy=busy
            aria-disabled=busy
            on:click=handler(move |_| actions.ask(member.get_value(), action))
        >
            {label_of(action)}<ForWhom member />
        </button>
    }
}

/// Read aloud after the visible words: whom it is about.
#[component]
fn ForWhom(member: StoredValue<StaffMember>) -> impl IntoView {
    let whom = live(move || member.with_value(|member| words::staff_for(name_of(member))));
    view! { <span class="visually-hidden">" " {whom}</span> }
}

#[cfg(test)]
mod tests {
    use latchkey_permissions::Status;

    use super::buttons_of;
    use crate::pages::staff_actions::StaffAction;

    #[test]
    fn whoever_could_still_come_in_can_be_shut_out_with_one_button() {
        let takes_away = |action: &&StaffAction| matches!(action, StaffAction::Revoke | StaffAction::CancelInvitation);
        for status in Status::ALL {
            let count = buttons_of(status).iter().filter(takes_away).count();
            assert_eq!(count, usize::from(status != Status::Ended), "{status}");
        }
    }
}
