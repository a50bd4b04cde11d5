//! `/staff/activity`: what happened in the store, the newest first, and whether it is still what was written.
//!
//! `question` is what is asked, and stands in the address, so that a link leads to what happened to one person or
//! record; `sentence` and `changes` are what an entry says.

mod changes;
mod entry;
mod list;
mod question;
mod refused;
mod sentence;
mod toolbar;
mod verify;

use latchkey_contract::screen::STAFF;
use leptos::prelude::*;

use self::list::List;
use self::question::Question;
use self::toolbar::Toolbar;
use self::verify::Verify;
use crate::components::file_link::fetch_file;
use crate::components::page_head::PageHead;
use crate::i18n::words;
use crate::navigation::{said_in, use_query};
use crate::reactive::{live, memo};
use crate::session::use_signed_in;

/// The page.
#[component]
pub(crate) fn ActivityPage() -> impl IntoView {
    let query = use_query();
    let text = RwSignal::new(String::new());
    let question = memo(move || query.with(|query| Question::said(|name| said_in(query, name), text.get())));
    let client = StoredValue::new(use_signed_in().client());
    let file = live(move || client.with_value(|client| client.activity_file(&question.with(Question::query))));
    let actions = view! { <a class="button" href=file download="" on:click=fetch_file()>{words::reports_csv}</a> };
    view! {
        <div class="page">
            <PageHead
                title=Signal::derive(words::activity_title)
                crumb=(STAFF.path, words::staff_title as fn() -> String)
                lead=Signal::derive(words::activity_lead)
                actions=actions.into_any()
            />
            <Toolbar question text />
            <List question />
            <Verify />
        </div>
    }
}
