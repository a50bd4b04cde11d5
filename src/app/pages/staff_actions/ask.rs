//! The dialog that asks before access is taken away, for a while or for good.

use latchkey_contract::limits::REASON_MAX;
use latchkey_permissions::Status;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::actions::StaffActions;
use super::name_of;
use super::order::{Order, StaffAction, carry_out};
use crate::components::button::SubmitButton;
use crate::components::checks::Checks;
use crate::components::dialog::Dialog;
use crate::components::field::TextArea;
use crate::components::form::{ErrorSummary, Form};
use crate::i18n::words;
use crate::reactive::handler;

/// What one action's dialog says.
struct Wording {
    title: fn(&str) -> String,
    text: fn(&str) -> String,
    confirm: fn() -> String,
    busy: fn() -> String,
    keep: fn() -> String,
}

fn wording(action: StaffAction, joined: bool) -> Wording {
    match action {
        StaffAction::Suspend => Wording {
            title: words::staff_suspend_title,
            text: words::staff_suspend_text,
            confirm: words::staff_suspend_confirm,
            busy: words::staff_suspend_busy,
            keep: words::staff_suspend_keep,
        },
        StaffAction::EndSessions => Wording {
            title: words::staff_end_sessions_title,
            text: words::staff_end_sessions_text,
            confirm: words::staff_end_sessions_confirm,
            busy: words::staff_end_sessions_busy,
            keep: words::staff_end_sessions_keep,
        },
        StaffAction::CancelInvitation => Wording {
            title: words::staff_cancel_title,
            text: |_| words::staff_cancel_text(),
            confirm: words::staff_cancel_confirm,
            busy: words::staff_cancel_busy,
            keep: words::staff_cancel_keep,
        },
        StaffAction::ResetTwoFactor => Wording {
            title: words::staff_two_factor_reset_title,
            text: words::staff_two_factor_reset_text,
            confirm: words::staff_two_factor_reset_confirm,
            busy: words::staff_two_factor_reset_busy,
            keep: words::staff_two_factor_reset_keep,
        },
        StaffAction::SendPasswordLink => Wording {
            title: words::staff_password_link_title,
            text: words::staff_password_link_text,
            confirm: words::staff_password_link_confirm,
            busy: words::staff_password_link_busy,
            keep: words::frame_cancel,
        },
        // The others are done at once and have no dialog of this kind.
        StaffAction::Revoke
        | StaffAction::Reactivate
        | StaffAction::ResendInvitation
        | StaffAction::DismissRequest
        | StaffAction::Remind => Wording {
            title: words::staff_revoke_title,
            text: if joined {
                words::staff_revoke_text
            } else {
                words::staff_revoke_invited_text
            },
            confirm: words::staff_revoke_confirm,
            busy: words::staff_revoke_busy,
            keep: words::staff_revoke_keep,
        },
    }
}

/// The dialog. What was typed in it outlasts a refusal.
#[component]
pub(super) fn AskDialog(
    /// The page's actions.
    actions: StaffActions,
    /// What is asked about.
    order: Order,
) -> impl IntoView {
    let Wording {
        title,
        text,
        confirm,
        busy,
        keep,
    } = wording(order.action, order.member.status != Status::Invited);
    let form = Form::new(&["/reason"]);
    let reason = RwSignal::new(String::new());
    let name = StoredValue::new(name_of(&order.member).to_owned());
    let with_reason = order.action == StaffAction::Revoke;
    // What can be undone, or only costs a new sign-in, is no danger.
    let danger = matches!(order.action, StaffAction::Revoke | StaffAction::CancelInvitation);
    let order = StoredValue::new(order);

    // What has been sent cannot be taken back, and its answer belongs here.
    let close = Callback::new(move |()| {
        if !form.busy().get_untracked() {
            actions.close();
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let order = Order {
            reason: reason.get_untracked().trim().to_owned(),
            ..order.get_value()
        };
        let member = order.member.clone();
        let found = Checks::new().at_most("/reason", &order.reason, REASON_MAX).found();
        form.submit(found, carry_out(actions.client(), order), move |done| {
            actions.finish(&member, done);
        });
    };
    view! {
        <Dialog
            title=Signal::derive(move || name.with_value(|name| title(name)))
            on_close=close
            tone=if danger { "danger" } else { "info" }
        >
            <form class="form" novalidate on:submit=handler(submit)>
                <ErrorSummary form />
                <p>{move || name.with_value(|name| text(name))}</p>
                {with_reason.then(|| view! {
                    <TextArea
                        form
                        pointer="/reason"
                        label=words::staff_revoke_reason
                        hint=Signal::derive(words::staff_revoke_reason_hint)
                        value=reason
                        optional=words::frame_optional
                    />
                })}
                <div class="buttons end">
                    <button class="button" type="button" on:click=handler(move |_| close.run(()))>{keep}</button>
                    <SubmitButton
                        label=confirm
                        busy_label=busy
                        busy=form.busy()
                        kind=if danger { "danger solid" } else { "primary" }
                    />
                </div>
            </form>
        </Dialog>
    }
}
