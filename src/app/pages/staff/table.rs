//! The rows, or what stands in their place.

use leptos::prelude::*;

use super::empty::Empty;
use super::listing::key;
use super::question::Column;
use super::row::Row;
use super::state::{Shape, StaffList};
use crate::components::keyed::keyed;
use crate::components::retry::Retry;
use crate::i18n::words;
use crate::pages::staff_actions::StaffActions;
use crate::reactive::{handler, live, memo};

/// The list.
#[component]
pub(super) fn List(list: StaffList, actions: StaffActions) -> impl IntoView {
    let shape = memo(move || list.shape());
    let said = live(move || match shape.get() {
        Shape::Waiting => words::frame_loading(),
        Shape::Failed(_) => String::new(),
        Shape::Nobody(..) | Shape::Rows => list
            .rows(|listing| words::staff_found(listing.total))
            .unwrap_or_default(),
    });
    let contents = live(move || {
        match shape.get() {
        Shape::Waiting => view! {
            <div class="skeleton rows" aria-hidden="true">{(0..6).map(|_| view! { <span class="bone row"></span> }).collect_view()}</div>
        }
        .into_any(),
        Shape::Failed(error) => view! { <Retry error retry=Callback::new(move |()| list.refresh()) /> }.into_any(),
        Shape::Nobody(tab, searched) => view! { <Empty list tab searched /> }.into_any(),
        Shape::Rows => view! { <Table list actions /> <More list /> }.into_any(),
    }
    });
    view! {
        <p class="visually-hidden" role="status">{said}</p>
        {contents}
    }
}

#[component]
fn Table(list: StaffList, actions: StaffActions) -> impl IntoView {
    view! {
        <table
            class="people"
            role="table"
            aria-label=words::staff_title
            aria-busy=move || list.is_asking().to_string()
        >
            <thead role="rowgroup">
                <tr role="row">
                    <SortHead list column=Column::Name label=words::staff_column_name />
                    <th role="columnheader" scope="col">{words::staff_column_email}</th>
                    <th role="columnheader" scope="col">{words::staff_column_access}</th>
                    <th role="columnheader" scope="col">{words::staff_column_status}</th>
                    <SortHead list column=Column::LastSeen label=words::staff_column_last_seen />
                    <th role="columnheader" scope="col">
                        <span class="visually-hidden">{words::staff_column_actions}</span>
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {keyed(move || list.members(), key, move |member| view! { <Row list actions member /> })}
            </tbody>
        </table>
    }
    .into_any()
}

/// The head of a column that can be sorted by.
#[component]
fn SortHead(list: StaffList, column: Column, label: fn() -> String) -> impl IntoView {
    view! {
        <th role="columnheader" scope="col" aria-sort=move || list.order.get().aria_sort(column)>
            <button
                class="sort"
                type="button"
                on:click=handler(move |_| list.order.update(|order| *order = order.clicked(column)))
            >
                {label}
            </button>
        </th>
    }
}

/// How many of how many, and the way to more.
#[component]
fn More(list: StaffList) -> impl IntoView {
    let showing = live(move || {
        list.rows(|listing| match listing.next {
            Some(_) => words::staff_showing(listing.members.len() as u64, listing.total),
            None => words::staff_all_shown(listing.total),
        })
        .unwrap_or_default()
    });
    let more = memo(move || list.rows(|listing| listing.next.is_some()) == Some(true));
    let busy = Signal::derive(move || list.is_growing().then_some("true"));
    view! {
        <div class="more">
            <p class="muted">{showing}</p>
            {move || more.get().then(|| view! {
                <button
                    class="button"
                    type="button"
                    aria-busy=busy
                    aria-disabled=busy
                    on:click=handler(move |_| list.show_more())
                >
                    {words::staff_show_more}
                </button>
            })}
        </div>
    }
    .into_any()
}
