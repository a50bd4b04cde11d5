//! What one may do, in the catalogue's words.

use latchkey_permissions::{Access, Denial, Extent, SectionEntry};
use leptos::prelude::*;

use crate::i18n::{self, format, words};
use crate::reactive::live;
use crate::session::{Known, use_signed_in};

/// The sections in which somebody holds something, each with what that is.
fn held(known: &Known) -> Vec<(String, Vec<String>)> {
    let Access::Granted(granted) = known.access else {
        return Vec::new();
    };
    let language = i18n::language::tag();
    let line = |section: &SectionEntry| {
        let what = match known.catalogue.extent(&section.id, granted) {
            Extent::Nothing => return None,
            Extent::Everything => vec![words::overview_all()],
            Extent::Part { .. } => {
                let set = known.catalogue.section_set(&section.id) & granted;
                known
                    .catalogue
                    .entries(set)
                    .map(|entry| entry.label.in_language(&language).to_owned())
                    .collect()
            }
        };
        Some((section.label.in_language(&language).to_owned(), what))
    };
    known.catalogue.sections().iter().filter_map(line).collect()
}

/// Why somebody holds nothing.
fn nothing(denial: Denial) -> String {
    match denial {
        Denial::NotStarted(when) => words::not_started_title(&format::date(when)),
        Denial::Ended(Some(when)) => words::ended_text(&format::date(when)),
        Denial::Ended(None) => words::ended_title(),
        Denial::Suspended => words::suspended_title(),
        Denial::Onboarding(_) => words::onboarding_text(),
        Denial::SignedOut | Denial::OwnerOnly | Denial::Missing(_) => words::profile_access_none(),
    }
}

/// The list. It follows at once when access changes.
#[component]
pub(super) fn AccessCard() -> impl IntoView {
    let signed_in = use_signed_in();
    let contents = live(move || {
        let known = signed_in.known.get();
        if known.access == Access::Owner {
            return view! { <p>{words::profile_access_owner}</p> }.into_any();
        }
        if let Some(denial) = known.access.why_nothing() {
            return view! { <p>{nothing(denial)}</p> }.into_any();
        }
        let line = |(section, what): (String, Vec<String>)| {
            let what = what.into_iter().map(|one| view! { <dd>{one}</dd> }).collect_view();
            view! { <div><dt>{section}</dt>{what}</div> }
        };
        view! { <dl class="facts">{held(&known).into_iter().map(line).collect_view()}</dl> }.into_any()
    });
    let until = live(move || {
        let known = signed_in.known.read();
        let ends = known.session.account.ends?;
        let line = words::profile_access_until(&format::date(ends));
        Some(view! { <p><span class="pill">{line}</span></p> })
    });
    view! {
        <section class="card" aria-labelledby="access">
            <h2 class="card-title" id="access">{words::profile_access}</h2>
            <div class="stack">{contents} {until}</div>
        </section>
    }
}
