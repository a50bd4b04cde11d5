//! The staff accounts page: everybody who has access, searched, filtered and sorted by the backend, fifty at a time.
//!
//! `question` is what is asked, `listing` what has been answered, `access` and `standing` what a row says of somebody;
//! none of them knows a page or a network. `state` asks and keeps the answers, and the rest draws them.

mod access;
mod cells;
mod counts;
mod empty;
mod focus;
mod listing;
mod question;
mod row;
mod row_actions;
#[cfg(test)]
mod sample;
mod standing;
mod state;
mod tab;
mod table;
mod tabs;
mod toolbar;

use latchkey_contract::screen::{STAFF_NEW, STAFF_ONBOARDING};
use leptos::prelude::*;

pub(crate) use self::cells::step_word;
use self::state::{Shape, StaffList};
use self::table::List;
use self::tabs::Tabs;
use self::toolbar::Toolbar;
use super::chapters::{Letters, Page};
use super::staff_actions::{StaffActionDialogs, StaffActions};
use crate::chapter::later;
use crate::components::page_head::PageHead;
use crate::i18n::words;
use crate::reactive::memo;

/// The page.
#[component]
pub(crate) fn StaffPage() -> impl IntoView {
    let list = StaffList::new();
    let actions = StaffActions::new(move |_| list.refresh());
    let add = view! {
        <a class="button" href=STAFF_ONBOARDING.path>{words::staff_onboarding_title}</a>
        <a class="button primary" href=STAFF_NEW.path>{words::staff_add}</a>
    };
    // What is said about letters comes after the list, which it is nothing to wait for.
    let has_rows = memo(move || list.shape() == Shape::Rows);
    view! {
        <div class="page">
            <PageHead
                title=Signal::derive(words::staff_title)
                lead=Signal::derive(move || list.counts.lead())
                actions=add.into_any()
            />
            <Toolbar list />
            <Tabs list />
            <List list actions />
            {move || has_rows.get().then(|| later(nothing, Page::Letters(Letters::Line)))}
        </div>
        <StaffActionDialogs actions />
    }
}

/// What stands where the line about letters comes.
fn nothing() -> AnyView {
    ().into_any()
}
