//! The choice of days. Every choice is a step in the history: Back leads to the days before.

use leptos::prelude::*;

use super::span::Span;
use crate::components::segmented::{Segment, Segmented};
use crate::i18n::words;
use crate::navigation::use_goer;
use crate::reactive::{handler, live};
use crate::time::now;

/// The usual lengths, two days, and whether to compare.
#[component]
pub(super) fn Toolbar(span: Memo<Span>) -> impl IntoView {
    let goer = StoredValue::new(use_goer());
    let go = move |span: Span| goer.with_value(|goer| goer.to(&format!("/reports?{}", span.query())));
    let segment = |days: i64| Segment {
        value: Some(days),
        label: Signal::derive(move || words::reports_last_days(u64::try_from(days).unwrap_or_default())),
        lang: None,
    };
    let day = move |id: &'static str, label: fn() -> String, first: bool| {
        let value = live(move || span.with(|span| if first { span.from.clone() } else { span.to.clone() }));
        let change = move |event| {
            let day = event_target_value(&event);
            // An emptied field asks for nothing; the days stay until there is another.
            if day.is_empty() {
                return;
            }
            let mut wanted = span.get_untracked();
            if first {
                wanted.from = day;
            } else {
                wanted.to = day;
            }
            if wanted.from > wanted.to {
                // Whichever was not touched follows, so that there is always a span.
                if first {
                    wanted.to.clone_from(&wanted.from);
                } else {
                    wanted.from.clone_from(&wanted.to);
                }
            }
            go(wanted);
        };
        view! {
            <div class="filter">
                <label class="label" for=id>{label}</label>
                <input class="input" type="date" id=id prop:value=value on:change=handler(change) />
            </div>
        }
    };
    let compared = live(move || span.with(|span| span.compare));
    let compare = move |event| {
        let mut wanted = span.get_untracked();
        wanted.compare = event_target_checked(&event);
        go(wanted);
    };
    let choose = move |days: Option<i64>| {
        let compare = span.with_untracked(|span| span.compare);
        go(Span {
            compare,
            ..Span::last(days.unwrap_or(30), now())
        });
    };
    view! {
        <div class="toolbar">
            <Segmented
                legend=words::reports_span
                name="span"
                segments=Span::LENGTHS.map(segment).into_iter().collect()
                chosen=Signal::derive(move || span.with(|span| span.length(now())))
                choose
            />
            {day("reports-from", words::reports_from, true)}
            {day("reports-to", words::reports_to, false)}
            <div class="check">
                <input class="box" type="checkbox" id="reports-compare" prop:checked=compared on:change=handler(compare) />
                <label for="reports-compare">{words::reports_compare}</label>
            </div>
        </div>
    }
}
