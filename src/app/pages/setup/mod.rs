//! The first start of an empty store: whoever holds the set-up link becomes its owner.

mod currencies;
mod form;

use leptos::prelude::*;

use crate::components::door::Door;
use crate::components::page_head::Heading;
use crate::i18n::words;
use crate::navigation::use_fragment;
use crate::reactive::{live, memo};
use crate::session::{Phase, use_sessions};
use form::{Draft, SetupForm};

/// Why the link at hand does not open the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shut {
    NoToken,
    BadToken,
    Already,
}

impl Shut {
    fn title(self) -> String {
        match self {
            Self::NoToken => words::setup_no_token_title(),
            Self::BadToken => words::setup_bad_token_title(),
            Self::Already => words::setup_already_title(),
        }
    }

    fn text(self) -> String {
        match self {
            Self::NoToken => words::setup_no_token_text(),
            Self::BadToken => words::setup_bad_token_text(),
            Self::Already => words::setup_already_text(),
        }
    }
}

/// The page. Its token stands behind the `#` of the address, which browsers keep to themselves.
#[component]
pub(crate) fn SetupPage() -> impl IntoView {
    let sessions = use_sessions();
    let token = use_fragment();
    // Another link begins anew, and what was typed stays.
    let draft = Draft::new();
    let refused = RwSignal::new(None::<(String, Shut)>);
    let shut = memo(move || {
        let token = token.get();
        match refused.get() {
            _ if sessions.phase() != Phase::NoOwner => Some(Shut::Already),
            _ if token.is_empty() => Some(Shut::NoToken),
            Some((tried, shut)) if tried == token => Some(shut),
            _ => None,
        }
    });
    let title = move || shut.get().map_or_else(words::setup_title, Shut::title);
    let refuse = move |token: String, shut: Shut| {
        refused.try_set(Some((token, shut)));
    };
    let card = live(move || match shut.get() {
        None => view! { <SetupForm token=token.get() draft refuse /> }.into_any(),
        Some(shut) => view! { <ShutDoor shut /> }.into_any(),
    });
    view! { <Door title=Signal::derive(title) wide=true>{card}</Door> }
}

/// What stands in place of the form.
#[component]
fn ShutDoor(
    /// Why.
    shut: Shut,
) -> impl IntoView {
    let way_out = (shut == Shut::Already).then(|| {
        // Whoever is signed in is taken to the overview from there.
        view! { <div class="buttons"><a class="button primary" href="/sign-in">{words::setup_sign_in}</a></div> }
    });
    view! {
        <Heading title=Signal::derive(move || shut.title()) />
        <p class="lead">{move || shut.text()}</p>
        {way_out}
    }
}
