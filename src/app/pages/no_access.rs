//! Refusals that a person understands: what is missing, whom to ask, and that nothing is broken.

use latchkey_contract::screen::ONBOARDING;
use latchkey_permissions::{Catalogue, Denial, PermissionId, PermissionSet, Rule};
use leptos::prelude::*;

use crate::components::page_head::Heading;
use crate::components::picture::{Picture, Pictured};
use crate::i18n::{self, words};
use crate::navigation::title_follows;
use crate::reactive::live;
use crate::session::use_signed_in;

/// A page that this person may not open. The address stays; when access changes, the page opens by itself.
#[component]
pub(crate) fn NoAccessPage(
    /// Who may.
    rule: Rule,
    /// Why not.
    denial: Denial,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let labels = move || match denial {
        Denial::Missing(missing) => missing_labels(&signed_in.catalogue(), &rule, missing),
        _ => Vec::new(),
    };
    let missing = live(move || {
        let labels = labels();
        (!labels.is_empty()).then(|| {
            let count = labels.len() as u64;
            let pills = labels
                .into_iter()
                .map(|label| view! { <span class="pill">{label}</span> " " });
            view! {
                <p>{words::no_access_missing(count)}</p>
                <p class="missing">{pills.collect_view()}</p>
                <p>{words::no_access_ask}</p>
            }
        })
    });
    if matches!(denial, Denial::Onboarding(_)) {
        return view! {
            <Refusal picture=Pictured::Key title=Signal::derive(words::onboarding_title) way=(ONBOARDING.path, words::onboarding_go)>
                <p>{words::onboarding_text}</p>
            </Refusal>
        }
        .into_any();
    }
    let owner = (denial == Denial::OwnerOnly).then(|| view! { <p>{words::no_access_owner}</p> });
    view! {
        <Refusal picture=Pictured::Lock title=Signal::derive(words::no_access_title)>
            {owner}
            {missing}
        </Refusal>
    }
    .into_any()
}

/// The permissions that a rule finds missing, in the reader's language. Reactive in the language.
pub(crate) fn missing_labels(catalogue: &Catalogue, rule: &Rule, missing: PermissionSet) -> Vec<String> {
    let label = |id: &PermissionId| match catalogue.permission(id) {
        Some(entry) => entry.label.in_language(&i18n::language::tag()).to_owned(),
        None => id.to_string(),
    };
    rule.compile(catalogue)
        .missing(catalogue, missing)
        .iter()
        .map(label)
        .collect()
}

/// Where somebody arrives for whom nothing has been opened yet.
#[component]
pub(crate) fn NoAccessYet(
    /// Why not.
    denial: Denial,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let title = move || match denial {
        Denial::NotStarted(when) => words::not_started_title(&i18n::format::date(when)),
        Denial::Ended(_) => words::ended_title(),
        Denial::Suspended => words::suspended_title(),
        Denial::Onboarding(_) => words::onboarding_title(),
        Denial::SignedOut | Denial::OwnerOnly | Denial::Missing(_) => words::no_access_yet_title(),
    };
    let text = live(move || match denial {
        Denial::NotStarted(_) => words::not_started_text(),
        Denial::Ended(Some(when)) => words::ended_text(&i18n::format::date(when)),
        Denial::Ended(None) => words::ended_text_undated(),
        Denial::Suspended => words::suspended_text(),
        Denial::Onboarding(_) => words::onboarding_text(),
        Denial::SignedOut | Denial::OwnerOnly | Denial::Missing(_) => {
            words::no_access_yet_text(&signed_in.known.read().session.store.name)
        }
    });
    // Whose access has not started can take the steps before it meanwhile.
    let steps = untrack(|| !signed_in.known.read().session.account.onboarding.is_empty());
    let steps = steps.then(|| view! { <p><a href=ONBOARDING.path>{words::onboarding_go}</a></p> });
    view! {
        <Refusal picture=Pictured::Key title=Signal::derive(title) at_home=true>
            <p>{text}</p>
            {steps}
        </Refusal>
    }
}

/// Where a way on leads, and what it is called.
type Way = (&'static str, fn() -> String);

/// The shape that all pages without contents share.
#[component]
pub(crate) fn Refusal(
    /// What is drawn.
    picture: Pictured,
    /// The heading, and the window's title.
    title: Signal<String>,
    /// Whether this is where one arrives anyway; then the way on is the profile.
    #[prop(optional)]
    at_home: bool,
    /// Where the way on leads, if it is neither the profile nor the overview, and what it is called.
    #[prop(optional)]
    way: Option<Way>,
    /// What is said.
    children: Children,
) -> impl IntoView {
    let signed_in = use_signed_in();
    title_follows(move || words::frame_window_title(&title.get(), &signed_in.known.read().session.store.name));
    let (href, label): Way = if let Some(way) = way {
        way
    } else if at_home {
        ("/profile", words::no_access_go_to_profile)
    } else {
        ("/", words::frame_back_to_overview)
    };
    view! {
        <div class="page">
            <div class="empty">
                <Picture of=picture />
                <Heading title />
                {children()}
                <div class="buttons"><a class="button primary" href=href>{label}</a></div>
            </div>
        </div>
    }
}
