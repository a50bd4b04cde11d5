//! The tabs: links, because they are addresses.

use leptos::prelude::*;

use super::state::StaffList;
use super::tab::Tab;
use crate::i18n::{self, words};
use crate::reactive::live;

/// The links, each with how many people are behind it.
#[component]
pub(super) fn Tabs(list: StaffList) -> impl IntoView {
    let link = move |tab: Tab| {
        let current = live(move || (list.tab.get() == tab).then_some("page"));
        let count = live(move || {
            list.counts
                .of(tab)
                .map(|count| view! { <span class="count">{i18n::format::number(count)}</span> })
        });
        view! { <a class="tab" href=tab.href() data-noscroll="" aria-current=current>{label(tab)} " " {count}</a> }
    };
    view! { <nav class="tabs" aria-label=words::staff_tabs>{Tab::ALL.map(link).into_iter().collect_view()}</nav> }
}

fn label(tab: Tab) -> fn() -> String {
    match tab {
        Tab::Current => words::staff_tab_current,
        Tab::Invited => words::staff_tab_invited,
        Tab::Former => words::staff_tab_former,
    }
}
