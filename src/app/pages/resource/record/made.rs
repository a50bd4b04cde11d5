//! The page of making a record.

use leptos::prelude::*;

use super::blocks::Blocks;
use super::page::Restored;
use super::save::{SaveBar, on_submit};
use super::state::{FORM, RecordState};
use crate::components::form::ErrorSummary;
use crate::components::leave_guard::LeaveGuard;
use crate::components::page_head::{Crumb, PageHead};
use crate::i18n::words;
use crate::pages::resource::kit::{Kit, spoken};

/// The page.
#[component]
pub(in crate::pages::resource) fn NewPage(kit: Kit) -> impl IntoView {
    let state = RecordState::new(kit, None);
    let create = kit.resource().words.create.clone();
    let title = Signal::derive(move || create.as_ref().map_or_else(words::resource_new, spoken));
    let crumb = Crumb {
        href: Signal::stored(kit.path()),
        words: Signal::derive(move || kit.title()),
    };
    view! {
        <LeaveGuard
            unsaved=Signal::derive(move || state.is_dirty())
            text=words::resource_unsaved
            on_leave=Callback::new(move |()| state.abandon())
        />
        <div class="page record-page">
            <PageHead title crumb />
            <Restored state />
            <form class="stack" id=FORM novalidate on:submit=on_submit(state)>
                <ErrorSummary form=state.form />
                <Blocks state />
                <SaveBar state />
            </form>
        </div>
    }
    .into_any()
}
