//! Links that no longer open anything. Each says why and what to do, so that nobody tries the same link again.

use latchkey_contract::problem::ProblemCode;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::form::{ErrorSummary, Form};
use crate::components::page_head::Heading;
use crate::i18n::words;
use crate::reactive::{handler, live};
use crate::session::use_sessions;

/// Why a link no longer opens anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dead {
    Expired,
    Replaced,
    Used,
    Cancelled,
    Unknown,
}

impl Dead {
    /// What a refusal says of the link; nothing where it is about something else.
    pub(super) fn of(code: ProblemCode) -> Option<Self> {
        match code {
            ProblemCode::InvitationExpired => Some(Self::Expired),
            ProblemCode::InvitationReplaced => Some(Self::Replaced),
            ProblemCode::InvitationUsed => Some(Self::Used),
            ProblemCode::InvitationCancelled => Some(Self::Cancelled),
            ProblemCode::NotFound => Some(Self::Unknown),
            _ => None,
        }
    }

    /// What happened. Reactive.
    pub(super) fn title(self) -> String {
        match self {
            Self::Expired => words::join_expired_title(),
            Self::Replaced => words::join_replaced_title(),
            Self::Used => words::join_used_title(),
            Self::Cancelled => words::join_cancelled_title(),
            Self::Unknown => words::join_unknown_title(),
        }
    }

    fn text(self) -> String {
        match self {
            Self::Expired => words::join_expired_text(),
            Self::Replaced => words::join_replaced_text(),
            Self::Used => words::join_used_text(),
            Self::Cancelled => words::join_cancelled_text(),
            Self::Unknown => words::join_unknown_text(),
        }
    }

    /// Whether whoever opened the link probably has an account already.
    fn may_have_joined(self) -> bool {
        matches!(self, Self::Used)
    }

    /// Whether the owner can be asked for a new invitation: the link is one of theirs, and nobody has joined with it.
    fn may_ask(self) -> bool {
        matches!(self, Self::Expired | Self::Replaced | Self::Cancelled)
    }
}

/// What stands on the page in place of the form.
#[component]
pub(super) fn DeadLink(
    /// What the link carries.
    token: String,
    /// Why.
    dead: Dead,
) -> impl IntoView {
    let kind = if dead.may_have_joined() {
        "button primary"
    } else {
        "button"
    };
    view! {
        <Heading title=Signal::derive(move || dead.title()) />
        <p class="lead">{move || dead.text()}</p>
        {dead.may_ask().then(|| view! { <AskAgain token /> })}
        <div class="buttons"><a class=kind href="/sign-in">{words::join_sign_in}</a></div>
    }
}

/// Asks the owner for a new invitation.
#[component]
fn AskAgain(token: String) -> impl IntoView {
    let sessions = use_sessions();
    let form = Form::new(&[]);
    let asked = RwSignal::new(false);
    let token = StoredValue::new(token);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (client, token) = (sessions.client(), token.get_value());
        let send = async move { client.request_invitation(&token).await };
        form.submit(Vec::new(), send, move |()| {
            asked.try_set(true);
        });
    };
    // The place of what is said stands from the beginning, so that it is read aloud when it is said.
    let said = live(move || {
        asked.get().then(|| {
            view! {
                <div class="notice" data-tone="success">
                    <h2 class="notice-title">{words::join_asked_title}</h2>
                    <p>{words::join_asked_text}</p>
                </div>
            }
        })
    });
    view! {
        <div role="status">{said}</div>
        <Show when=move || !asked.get()>
            <form class="form" novalidate on:submit=handler(submit)>
                <ErrorSummary form />
                <SubmitButton
                    label=words::join_ask
                    busy_label=words::join_asking
                    busy=form.busy()
                    wait=form.wait()
                    kind="primary wide"
                />
            </form>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use latchkey_contract::problem::ProblemCode;

    use super::Dead;

    #[test]
    fn each_way_of_dying_is_told_apart() {
        let gone = ProblemCode::ALL
            .iter()
            .filter(|code| code.as_str().starts_with("invitation-"));
        let mut found: Vec<_> = gone
            .map(|code| Dead::of(*code).expect("a heading for every code of an invitation"))
            .collect();
        assert_eq!(found.len(), 4);
        found.dedup();
        assert_eq!(found.len(), 4);
    }

    #[test]
    fn the_owner_can_be_asked_where_nobody_has_joined_with_the_link() {
        let may_ask = |code| Dead::of(code).is_some_and(Dead::may_ask);
        assert!(may_ask(ProblemCode::InvitationExpired));
        assert!(may_ask(ProblemCode::InvitationReplaced));
        assert!(may_ask(ProblemCode::InvitationCancelled));
        assert!(!may_ask(ProblemCode::InvitationUsed));
        assert!(!may_ask(ProblemCode::NotFound));
    }

    #[test]
    fn a_refusal_about_something_else_leaves_the_link_alive() {
        assert_eq!(Dead::of(ProblemCode::Invalid), None);
        assert_eq!(Dead::of(ProblemCode::TooManyAttempts), None);
    }
}
