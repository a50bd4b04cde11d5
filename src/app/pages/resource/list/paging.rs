//! How much of the list is seen, and the ways to the pages before and after. They are links, because pages are addresses.

use leptos::prelude::*;

use super::state::RecordList;
use crate::i18n::words;
use crate::pages::resource::focus_on;
use crate::reactive::{handler, live};

/// How much of the list is seen. It has the focus when another page has come.
#[component]
pub(super) fn Standing(list: RecordList) -> impl IntoView {
    let said = live(move || match list.standing() {
        (_, count, total) if count == total => words::resource_total(total),
        (Some(first), count, total) => words::resource_showing(first, first + count.saturating_sub(1), total),
        (None, count, total) => words::resource_showing_some(count, total),
    });
    view! { <p class="muted standing" id="list-standing" tabindex="-1" role="status">{said}</p> }
}

/// The links.
#[component]
pub(super) fn Paging(list: RecordList) -> impl IntoView {
    let link = |address: Option<String>, rel: &'static str, label: fn() -> String| {
        let go = handler(move |_| focus_on("#list-standing"));
        address.map(|address| view! { <a class="button" href=address rel=rel on:click=go>{label}</a> })
    };
    let links = live(move || {
        let (before, next) = (list.before(), list.next());
        (before.is_some() || next.is_some()).then(|| {
            view! {
                <nav class="more" aria-label=words::resource_pages>
                    {link(before, "prev", words::resource_previous)}
                    {link(next, "next", words::resource_next)}
                </nav>
            }
        })
    });
    view! { {links} }
}
