//! What one may do, in the catalogue's words.

use latchkey_contract::periods::Turn;
use latchkey_contract::profile::Profile;
use latchkey_permissions::{Access, Denial, Extent, PermissionId, PermissionSet, SectionEntry, Time};
use leptos::prelude::*;

use crate::client::Load;
use crate::i18n::{self, format, words};
use crate::pages::staff_form::dates::Side;
use crate::reactive::{live, memo};
use crate::session::{Known, use_signed_in};
use crate::time::now;

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

/// What changes by itself. It comes with the account, and is asked for again where what one may do has changed since.
fn turns(profile: Load<Profile>) -> Memo<Vec<Turn>> {
    let signed_in = use_signed_in();
    let again = Load::<Vec<Turn>>::new();
    let version = memo(move || signed_in.known.read().session.version.clone());
    Effect::new(move |before: Option<_>| {
        let now = version.get();
        if before.is_some_and(|before| before != now) {
            let client = signed_in.client();
            again.ask(move |_| async move { client.profile().await.map(|profile| profile.turns) });
        }
        now
    });
    memo(move || {
        let first = || profile.with(|profile| profile.ready().map(|profile| profile.turns.clone()));
        let newest = again.with(|again| again.ready().cloned());
        newest.or_else(first).unwrap_or_default()
    })
}

/// The lines of what is held for a time: from when, until when, and what has ended and is not held again. Reactive in the
/// language.
fn parts(turns: &[Turn], known: &Known, now: Time) -> Vec<String> {
    let catalogue = &known.catalogue;
    let held = known.access.granted().unwrap_or_default();
    let labels = |set: PermissionSet| {
        let language = i18n::language::tag();
        let labels = catalogue
            .entries(set)
            .map(|entry| entry.label.in_language(&language).to_owned());
        format::list(&labels.collect::<Vec<_>>())
    };
    let set = |ids: &[PermissionId]| catalogue.set(ids.iter().cloned()).known;
    let line = |turn: &Turn| {
        let (gains, loses) = (set(&turn.gains), set(&turn.loses));
        let is_past = turn.at <= now;
        let (begins, ends) = (Side::Start.said(turn.at), Side::End.said(turn.at));
        let from = (!is_past && !gains.is_empty()).then(|| words::profile_access_part_from(&labels(gains), &begins));
        let over = if is_past { loses - held } else { loses };
        let until = (!over.is_empty()).then(|| match is_past {
            true => words::profile_access_part_ended(&labels(over), &ends),
            false => words::profile_access_part_until(&labels(over), &ends),
        });
        from.into_iter().chain(until)
    };
    turns.iter().flat_map(line).collect()
}

/// The list. It follows at once when access changes.
#[component]
pub(super) fn AccessCard(
    /// The account.
    profile: Load<Profile>,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let turns = turns(profile);
    let parts = live(move || {
        let known = signed_in.known.get();
        let line = |text: String| view! { <li>{text}</li> };
        let lines = turns.with(|turns| parts(turns, &known, now()));
        (!lines.is_empty()).then(|| view! { <ul class="stack tight">{lines.into_iter().map(line).collect_view()}</ul> })
    });
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
        let line = words::profile_access_until(&format::date(ends.plus_millis(-1)));
        Some(view! { <p><span class="pill">{line}</span></p> })
    });
    view! {
        <section class="card" aria-labelledby="access">
            <h2 class="card-title" id="access">{words::profile_access}</h2>
            <div class="stack">{contents} {parts} {until}</div>
        </section>
    }
}
