//! The list of a resource's records: searched, filtered and sorted by the backend, one page at a time; and, where records
//! lie in one another, the tree.
//!
//! `question` is what is asked and stands in the address, `steps` the way through the pages; neither knows a page or a
//! network. `state` asks and keeps the answer, and the rest draws it.

mod filters;
mod head;
mod paging;
mod question;
mod range;
mod state;
mod steps;
mod table;
mod toolbar;
mod tree;
mod tree_order;

use std::cell::RefCell;

use leptos::prelude::*;

use self::head::ListHead;
use self::paging::{Paging, Standing};
use self::state::{RecordList, Shape};
pub(super) use self::table::{Rows, Table};
use self::toolbar::Toolbar;
pub(super) use self::tree::TreePage;
use super::kit::{Kit, speaking};
use crate::components::picture::{Picture, Pictured};
use crate::components::retry::Retry;
use crate::i18n::words;
use crate::pages::section::AboutAccess;
use crate::reactive::{handler, live, memo};

thread_local! {
    /// Counts what has been done to records, so that lists on the screen ask again.
    static DONE: RefCell<ArcRwSignal<u32>> = RefCell::new(ArcRwSignal::new(0));
}

/// Says that records have changed.
pub(super) fn stale() {
    DONE.with_borrow(ArcRwSignal::clone)
        .update(|done| *done = done.wrapping_add(1));
}

/// How often records have changed. Reactive.
pub(super) fn stale_count() -> u32 {
    DONE.with_borrow(ArcRwSignal::clone).get()
}

/// The page.
#[component]
pub(super) fn ListPage(kit: Kit) -> impl IntoView {
    let list = RecordList::new(kit);
    let about = kit.named().screen().map(|screen| view! { <AboutAccess screen /> });
    view! {
        <div class="page">
            <ListHead kit query=list.query() />
            <Toolbar list />
            <Contents list />
            {about}
        </div>
    }
    .into_any()
}

/// The rows, or what stands in their place.
#[component]
fn Contents(list: RecordList) -> impl IntoView {
    let shape = memo(move || list.shape());
    let kit = list.kit;
    live(move || {
        match shape.get() {
        Shape::Waiting => view! {
            <p class="visually-hidden" role="status">{words::frame_loading}</p>
            <div class="skeleton rows" aria-hidden="true">{(0..6).map(|_| view! { <span class="bone row"></span> }).collect_view()}</div>
        }
        .into_any(),
        Shape::Failed(error) => view! { <Retry error retry=Callback::new(move |()| list.ask()) /> }.into_any(),
        Shape::Nothing { searched } => view! { <Empty list searched /> }.into_any(),
        Shape::Rows => {
            let rows = Signal::derive(move || Rows {
                resource: kit.resource(),
                path: kit.path(),
                records: list.records(),
            });
            view! {
                <Standing list />
                <Table rows label=Signal::derive(move || kit.title()) list=list />
                <Paging list />
            }
            .into_any()
        }
    }
    })
}

/// Nothing to show: what that means, and what to do about it.
#[component]
fn Empty(
    list: RecordList,
    /// Whether a search or a filter is why.
    searched: bool,
) -> impl IntoView {
    let kit = list.kit;
    if searched {
        let clear = move |_| {
            list.clear();
            // The button goes with what it cleared away.
            crate::pages::resource::focus_on("h1");
        };
        return view! {
            <div class="empty" role="status">
                <Picture of=Pictured::Signpost />
                <h2>{words::resource_no_hits_title}</h2>
                <p>{words::resource_no_hits_text}</p>
                <div class="buttons">
                    <button class="button" type="button" on:click=handler(clear)>{words::resource_clear_filters}</button>
                </div>
            </div>
        }
        .into_any();
    }
    let resource = kit.resource();
    let create = resource.words.create.clone().map(|text| {
        let create = speaking(text);
        let may = memo(move || kit.allows(kit.resource().rules.create.as_ref()));
        live(move || {
            let href = format!("{}/new", kit.path());
            may.get()
                .then(|| view! { <div class="buttons"><a class="button" href=href>{create}</a></div> })
        })
    });
    let said = resource
        .words
        .empty
        .clone()
        .map_or_else(|| Signal::derive(words::resource_empty), speaking);
    view! {
        <div class="empty" role="status">
            <Picture of=Pictured::Key />
            <h2>{said}</h2>
            {create}
        </div>
    }
    .into_any()
}
