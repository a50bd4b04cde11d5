//! Nobody to show: what that means, and what to do about it.

use leptos::prelude::*;

use super::question::Filters;
use super::state::StaffList;
use super::tab::Tab;
use crate::components::picture::{Picture, Pictured};
use crate::i18n::words;
use crate::reactive::handler;

/// A message of the language files.
type Words = fn() -> String;

/// Stands in the place of the rows.
#[component]
pub(super) fn Empty(
    list: StaffList,
    tab: Tab,
    /// Whether a search or a filter is why.
    searched: bool,
) -> impl IntoView {
    let (picture, title, text): (_, Words, Words) = match (searched, tab) {
        (true, _) => (
            Pictured::Signpost,
            words::staff_empty_search_title,
            words::staff_empty_search_text,
        ),
        (_, Tab::Current) => (Pictured::Key, words::staff_empty_title, words::staff_empty_text),
        (_, Tab::Invited) => (
            Pictured::Key,
            words::staff_empty_invited_title,
            words::staff_empty_invited_text,
        ),
        (_, Tab::Former) => (
            Pictured::Key,
            words::staff_empty_former_title,
            words::staff_empty_former_text,
        ),
    };
    let clear = move |_| {
        list.filters.set(Filters::default());
        // The button goes with what it cleared away.
        if let Some(search) = document().get_element_by_id("staff-search")
            && let Ok(search) = wasm_bindgen::JsCast::dyn_into(search)
        {
            crate::navigation::focus(&search);
        }
    };
    view! {
        <div class="empty">
            <Picture of=picture />
            <h2>{title}</h2>
            <p>{text}</p>
            {searched.then(|| view! {
                <div class="buttons">
                    <button class="button" type="button" on:click=handler(clear)>{words::staff_clear_filters}</button>
                </div>
            })}
        </div>
    }
    .into_any()
}
