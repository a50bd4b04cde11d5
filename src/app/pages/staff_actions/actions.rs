//! What is being done about an account just now: which dialog is open, and what follows when it is done.

use std::sync::Arc;

use latchkey_contract::id::AccountId;
use latchkey_contract::staff::{InvitationLink, StaffMember};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::name_of;
use super::order::{Done, Order, StaffAction, carry_out};
use crate::chapter::{furnish, why_missing};
use crate::client::{ClientError, SignedInClient, random_key};
use crate::components::problem::error_message;
use crate::components::toasts::{Toasts, use_toasts};
use crate::i18n::words;
use crate::pages::chapters;
use crate::session::{SignedIn, use_signed_in};

/// An account that has been changed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StaffChanged {
    /// Whose.
    pub(crate) id: AccountId,
    /// The account as it is now, where the answer says so.
    pub(crate) member: Option<StaffMember>,
}

/// The dialog that is open.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shown {
    /// Asks before it is done.
    Asking(Order),
    /// What was done at once did not succeed.
    Refused(Order, ClientError),
    /// A fresh link, which is told this once.
    Link(StaffMember, InvitationLink),
}

/// What the owner can do about accounts, for one page. Its dialogs are [`StaffActionDialogs`](super::StaffActionDialogs).
#[derive(Clone, Copy)]
pub(crate) struct StaffActions {
    shown: RwSignal<Option<Shown>>,
    /// The order that is on its way to its dialog, or is being carried out without one.
    working: RwSignal<Option<(AccountId, StaffAction)>>,
    on_change: StoredValue<Arc<dyn Fn(StaffChanged) + Send + Sync>>,
    signed_in: SignedIn,
    toasts: Toasts,
}

impl StaffActions {
    /// Nothing is being done yet. `on_change` hears of each change once its last dialog is closed, so that the page may
    /// redraw itself then.
    pub(crate) fn new(on_change: impl Fn(StaffChanged) + Send + Sync + 'static) -> Self {
        Self {
            shown: RwSignal::new(None),
            working: RwSignal::new(None),
            on_change: StoredValue::new(Arc::new(on_change)),
            signed_in: use_signed_in(),
            toasts: use_toasts(),
        }
    }

    /// Does something about an account, asking first where it takes something away.
    pub(crate) fn ask(self, member: StaffMember, action: StaffAction) {
        let order = Order {
            member,
            action,
            reason: String::new(),
            key: random_key(),
        };
        if self.working.with_untracked(Option::is_some) {
            return;
        }
        self.working.set(Some((order.member.id.clone(), action)));
        spawn_local(async move {
            let trouble = match furnish().await {
                Ok(()) => match chapters::take_order(self, order).await {
                    Ok(()) => return,
                    Err(_) => why_missing().await,
                },
                Err(error) => error,
            };
            self.working.try_set(None);
            self.toasts.say(match trouble {
                ClientError::Unreadable => words::connection_unreadable(),
                _ => words::connection_page_title(),
            });
        });
    }

    /// Asks about an order that has come to its chapter, or carries it out. All that follows is in that chapter.
    pub(crate) fn take(self, order: Order) {
        self.working.try_set(None);
        if order.action.is_at_once() {
            self.do_at_once(order);
        } else {
            self.shown.try_set(Some(Shown::Asking(order)));
        }
    }

    /// Whether this is being done just now, or is about to be asked. Reactive.
    pub(crate) fn is_working(self, id: &AccountId, action: StaffAction) -> bool {
        self.working
            .with(|working| working.as_ref().is_some_and(|(of, what)| of == id && *what == action))
    }

    /// The dialog that is open. Reactive.
    pub(super) fn shown(self) -> Option<Shown> {
        self.shown.get()
    }

    /// Closes the dialog.
    pub(super) fn close(self) {
        self.shown.try_set(None);
    }

    /// The client.
    pub(super) fn client(self) -> SignedInClient {
        self.signed_in.client()
    }

    /// Carries an order out without asking. One at a time; a second click waits for nothing.
    pub(super) fn do_at_once(self, order: Order) {
        if self.working.with_untracked(Option::is_some) {
            return;
        }
        self.working.set(Some((order.member.id.clone(), order.action)));
        let client = self.client();
        spawn_local(async move {
            let result = carry_out(client, order.clone()).await;
            self.working.try_set(None);
            self.settle(order, result);
        });
    }

    fn settle(self, order: Order, result: Result<Done, ClientError>) {
        match result {
            Ok(done) => self.finish(&order.member, done),
            Err(error) => {
                let said = error_message(&error);
                // Where the page is gone, there is still somebody to tell.
                if self.shown.try_set(Some(Shown::Refused(order, error))).is_some() {
                    self.toasts.say(said);
                }
            }
        }
    }

    /// Says what has been done, and lets the page know.
    pub(super) fn finish(self, member: &StaffMember, done: Done) {
        let name = name_of(member).to_owned();
        let changed = StaffChanged {
            id: member.id.clone(),
            member: done.member().cloned(),
        };
        match done {
            Done::Resent(invited) => {
                let said = words::staff_invitation_resent(&name);
                if self
                    .shown
                    .try_set(Some(Shown::Link(invited.account, invited.invitation)))
                    .is_some()
                {
                    self.toasts.say(said);
                }
                // The page hears of it when the dialog with the link is closed.
                return;
            }
            Done::Reactivated(member) => {
                // The page and its session may be gone when it is undone; the client stays good.
                if let Some(client) = self.signed_in.try_client() {
                    let order = Order {
                        member,
                        action: StaffAction::Suspend,
                        reason: String::new(),
                        key: String::new(),
                    };
                    self.toasts.say_with_undo(words::staff_reactivated(&name), move || {
                        let (client, order) = (client.clone(), order.clone());
                        spawn_local(async move {
                            let result = carry_out(client, order.clone()).await;
                            self.settle(order, result);
                        });
                    });
                }
            }
            Done::Revoked(revoked) => {
                let mut said = words::staff_revoked(revoked.sessions_ended);
                if revoked.invitations_cancelled > 0 {
                    said = format!(
                        "{said} {}",
                        words::staff_revoked_invitations(revoked.invitations_cancelled)
                    );
                }
                if revoked.requests_closed > 0 {
                    said = format!("{said} {}", words::staff_revoked_requests(revoked.requests_closed));
                }
                self.toasts
                    .say(format!("{said} {}", words::staff_revoked_millis(revoked.millis)));
            }
            Done::Suspended(_) => self.toasts.say(words::staff_suspended(&name)),
            Done::SessionsEnded(count) => self.toasts.say(words::staff_sessions_ended(count)),
            Done::TwoFactorReset(_) => self.toasts.say(words::staff_two_factor_was_reset(&name)),
            Done::Dismissed(_) => self.toasts.say(words::staff_dismissed(&name)),
            Done::Reminded(_) => self.toasts.say(words::staff_reminded(&name)),
            Done::PasswordLinkSent => self.toasts.say(words::staff_password_link_sent(&name)),
            Done::Cancelled(_) => self.toasts.say(words::staff_cancelled(&name)),
        }
        self.close();
        self.tell(changed);
    }

    /// The dialog with the link has been read.
    pub(super) fn link_read(self, member: StaffMember) {
        self.close();
        self.tell(StaffChanged {
            id: member.id.clone(),
            member: Some(member),
        });
    }

    fn tell(self, changed: StaffChanged) {
        if let Some(on_change) = self.on_change.try_get_value() {
            on_change(changed);
        }
    }
}
