//! Links that no longer open anything. Each says why and what to do, so that nobody tries the same link again.

use latchkey_contract::problem::ProblemCode;
use leptos::prelude::*;

use crate::components::page_head::Heading;
use crate::i18n::words;

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
}

/// What stands on the page in place of the form.
#[component]
pub(super) fn DeadLink(
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
        <div class="buttons"><a class=kind href="/sign-in">{words::join_sign_in}</a></div>
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
    fn a_refusal_about_something_else_leaves_the_link_alive() {
        assert_eq!(Dead::of(ProblemCode::Invalid), None);
        assert_eq!(Dead::of(ProblemCode::TooManyAttempts), None);
    }
}
