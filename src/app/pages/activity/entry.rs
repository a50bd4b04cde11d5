//! One entry: its sentence, when it was, why, and on demand everything else that is known of it.

use latchkey_contract::activity::Entry;
use leptos::prelude::*;

use super::changes::{Fact, facts};
use super::sentence::sentence;
use crate::i18n::{self, words};
use crate::reactive::live;
use crate::session::use_signed_in;
use crate::time::now;

/// The entry in the list.
#[component]
pub(super) fn Row(entry: Entry) -> impl IntoView {
    let signed_in = use_signed_in();
    let at = entry.at;
    let when = live(move || i18n::format::relative_alone(at, now()));
    let exactly = live(move || i18n::format::date_time(at));
    let reason = (!entry.reason.is_empty()).then(|| {
        let reason = entry.reason.clone();
        view! { <p>{move || words::activity_reason(&reason)}</p> }
    });
    let told = StoredValue::new(entry);
    let said = live(move || told.with_value(sentence));
    let known = live(move || {
        let facts = told.with_value(|entry| facts(entry, &signed_in.catalogue()));
        let fact = |Fact { name, says }: Fact| view! { <div><dt>{name}</dt><dd>{says}</dd></div> };
        facts.into_iter().map(fact).collect_view()
    });
    view! {
        <li class="row">
            <div class="row-text">
                <p>{said}</p>
                {reason}
                <details class="behind">
                    <summary><time datetime=at.to_string() title=exactly>{when}</time> " · " {words::activity_details}</summary>
                    <dl class="facts">{known}</dl>
                </details>
            </div>
        </li>
    }
    .into_any()
}
