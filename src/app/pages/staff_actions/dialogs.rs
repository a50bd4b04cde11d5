//! The dialogs of a page's actions: at most one is open.

use latchkey_contract::staff::{InvitationLink, StaffMember};
use leptos::prelude::*;

use super::actions::{Shown, StaffActions};
use super::ask::AskDialog;
use super::link_box::InvitationLinkBox;
use super::name_of;
use super::order::Order;
use crate::chapter::later;
use crate::client::ClientError;
use crate::components::dialog::Dialog;
use crate::components::problem::error_message;
use crate::i18n::words;
use crate::pages::chapters::Page;
use crate::reactive::{handler, live};

/// Where a page's dialogs stand; once in a page.
#[component]
pub(crate) fn StaffActionDialogs(
    /// The page's actions.
    actions: StaffActions,
) -> impl IntoView {
    live(move || {
        actions
            .shown()
            .map(|shown| later(|| ().into_any(), Page::StaffDialog(actions, shown)))
    })
}

/// One of them.
pub(crate) fn dialog(actions: StaffActions, shown: Shown) -> AnyView {
    match shown {
        Shown::Asking(order) => view! { <AskDialog actions order /> }.into_any(),
        Shown::Refused(order, error) => view! { <RefusedDialog actions order error /> }.into_any(),
        Shown::Link(member, invitation) => view! { <LinkDialog actions member invitation /> }.into_any(),
    }
}

/// What was done at once did not succeed.
#[component]
fn RefusedDialog(actions: StaffActions, order: Order, error: ClientError) -> impl IntoView {
    let again = move |_| {
        actions.close();
        actions.do_at_once(order.clone());
    };
    view! {
        <Dialog title=Signal::derive(words::connection_trouble_title) on_close=Callback::new(move |()| actions.close())>
            <p>{move || error_message(&error)}</p>
            <div class="buttons end">
                <button class="button" type="button" on:click=handler(move |_| actions.close())>{words::frame_close}</button>
                <button class="button primary" type="button" on:click=handler(again)>{words::connection_retry}</button>
            </div>
        </Dialog>
    }
}

/// A fresh link.
#[component]
fn LinkDialog(actions: StaffActions, member: StaffMember, invitation: InvitationLink) -> impl IntoView {
    let name = name_of(&member).to_owned();
    let email = member.email.clone();
    let member = StoredValue::new(member);
    let done = Callback::new(move |()| actions.link_read(member.get_value()));
    view! {
        <Dialog title=Signal::derive(words::staff_invitation_sent_title) on_close=done>
            <div class="stack">
                <p>{move || words::staff_invitation_resent(&name)}</p>
                <InvitationLinkBox invitation email />
            </div>
            <div class="buttons end">
                <button class="button primary" type="button" on:click=handler(move |_| done.run(()))>{words::staff_invitation_done}</button>
            </div>
        </Dialog>
    }
}
