//! Search, filters, and on a narrow page the order.

use std::time::Duration;

use latchkey_contract::resource::Field;
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;

use super::filters::Filter;
use super::state::RecordList;
use crate::i18n::{self, words};
use crate::pages::resource::kit::speaking;
use crate::reactive::{handler, live, memo};

/// How long to wait after a letter before asking.
const PAUSE: Duration = Duration::from_millis(200);

/// How many filters stand in the open.
const OPEN: usize = 2;

/// Search, filters and order.
#[component]
pub(super) fn Toolbar(list: RecordList) -> impl IntoView {
    let resource = list.kit.resource();
    let sessions = list.kit.sessions;
    let seen = |field: &&Field| untrack(|| field.view.as_ref().is_none_or(|rule| sessions.allows(rule)));
    let fields: Vec<Field> = resource
        .filters
        .iter()
        .filter_map(|name| resource.field(name.as_str()))
        .filter(seen)
        .cloned()
        .collect();
    let (open, folded) = fields.split_at(fields.len().min(OPEN));
    let filter = |field: &Field| view! { <Filter list field=field.clone() /> };
    let open = open.iter().map(filter).collect_view();
    let more = (!folded.is_empty()).then(|| {
        let names: Vec<_> = folded.iter().map(|field| field.name.0.clone()).collect();
        let set = memo(move || {
            let set = list
                .question
                .with(|question| names.iter().filter(|name| question.filters.contains_key(*name)).count());
            set as u64
        });
        let count = live(move || {
            (set.get() > 0).then(|| view! { " " <span class="count">{i18n::format::number(set.get())}</span> })
        });
        let expanded = set.get_untracked() > 0;
        view! {
            <details class="filters" open=expanded>
                <summary>{words::resource_more_filters} {count}</summary>
                <div class="toolbar">{folded.iter().map(filter).collect_view()}</div>
            </details>
        }
    });
    let clear = live(move || {
        let set = list.question.with(|question| !question.filters.is_empty());
        set.then(|| {
            view! {
                <button class="button quiet" type="button" on:click=handler(move |_| list.clear())>{words::resource_clear_filters}</button>
            }
        })
    });
    let search = resource.search.then(|| view! { <Search list /> });
    let sort = (!resource.sorts.is_empty()).then(|| view! { <SortChoice list /> });
    view! {
        <div class="toolbar">{search} {open} {sort} {clear}</div>
        {more}
    }
    .into_any()
}

#[component]
fn Search(list: RecordList) -> impl IntoView {
    let mut search = debounce(PAUSE, move |text: String| list.change(|question| question.text = text));
    let label = live(move || words::resource_search(&list.kit.title()));
    view! {
        <div class="search" role="search">
            <label class="visually-hidden" for="list-search">{label.clone()}</label>
            <input
                class="input"
                id="list-search"
                type="search"
                autocomplete="off"
                placeholder=label
                prop:value=move || list.question.with(|question| question.text.clone())
                on:input=handler(move |event| search(event_target_value(&event)))
            />
        </div>
    }
    .into_any()
}

/// The order, where the heads of the columns are out of sight.
#[component]
fn SortChoice(list: RecordList) -> impl IntoView {
    let resource = list.kit.resource();
    let fields = resource.sorts.iter().filter_map(|name| resource.field(name.as_str()));
    let options = fields.flat_map(|field| {
        [
            (false, words::resource_ascending as fn(&str) -> String),
            (true, words::resource_descending),
        ]
        .map(|(descending, words)| {
            let (name, label) = (field.name.0.clone(), speaking(field.label.clone()));
            let value = if descending { format!("-{name}") } else { name.clone() };
            let want = if descending { "descending" } else { "ascending" };
            let selected = live(move || {
                let sort = list
                    .question
                    .with(|question| question.aria_sort(&list.kit.resource(), &name));
                sort == Some(want)
            });
            view! { <option value=value prop:selected=selected>{live(move || words(&label.get()))}</option> }
        })
    });
    let choose = move |event| {
        let sort = event_target_value(&event);
        list.change(|question| question.sort = Some(sort));
    };
    view! {
        <div class="filter sort-choice">
            <label class="label" for="list-sort">{words::resource_sort}</label>
            <select class="input" id="list-sort" on:change=handler(choose)>{options.collect_view()}</select>
        </div>
    }
    .into_any()
}
