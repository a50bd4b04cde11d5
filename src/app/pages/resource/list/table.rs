//! Rows as a table; on a narrow page each is a card. The roles are written out because of that.

use std::sync::Arc;

use latchkey_contract::resource::{Field, Kind, Resource};
use leptos::prelude::*;

use super::state::RecordList;
use crate::client::FieldRecord;
use crate::components::keyed::keyed;
use crate::pages::resource::kit::{record_path, spoken};
use crate::pages::resource::shown::{cell, name_of};
use crate::pages::resource::value::{at, is_empty};
use crate::reactive::{handler, live};

/// What a table shows.
#[derive(Clone)]
pub(in crate::pages::resource) struct Rows {
    /// Whose records.
    pub(in crate::pages::resource) resource: Arc<Resource>,
    /// Where its list lies.
    pub(in crate::pages::resource) path: String,
    /// The records.
    pub(in crate::pages::resource) records: Vec<FieldRecord>,
}

/// The columns that this person gets to see: those a record brings. The one with the name comes first.
fn columns(resource: &Resource) -> Vec<Field> {
    let sessions = crate::session::use_sessions();
    let seen = |field: &&Field| field.view.as_ref().is_none_or(|rule| sessions.allows(rule));
    let mut columns: Vec<_> = resource
        .columns
        .iter()
        .filter_map(|name| resource.field(name.as_str()))
        .filter(seen)
        .cloned()
        .collect();
    if let Some(name) = resource.name.as_ref().and_then(|name| resource.field(name.as_str()))
        && !columns.iter().any(|column| column.name == name.name)
    {
        columns.insert(0, name.clone());
    }
    columns
}

fn is_figure(field: &Field) -> bool {
    matches!(field.kind, Kind::Number | Kind::Money)
}

/// The table.
#[component]
pub(in crate::pages::resource) fn Table(
    #[prop(into)] rows: Signal<Rows>,
    /// What the table is called.
    label: Signal<String>,
    /// The list that can be sorted by the heads, where there is one.
    #[prop(optional)]
    list: Option<RecordList>,
) -> impl IntoView {
    let resource = rows.with_untracked(|rows| Arc::clone(&rows.resource));
    let columns = StoredValue::new(untrack(|| columns(&resource)));
    let heads = columns.with_value(|columns| columns.iter().map(|field| head(&resource, field, list)).collect_view());
    let busy = live(move || list.is_some_and(RecordList::is_asking).to_string());
    // A row stays what it is while its record does: whoever is in it keeps the focus.
    let records = move || rows.with(|rows| rows.records.clone());
    let line = move |record: FieldRecord| {
        columns.with_value(|columns| rows.with_untracked(|rows| row(&rows.resource, &rows.path, columns, &record)))
    };
    view! {
        <div class="records-frame">
            <table class="records" role="table" aria-label=label aria-busy=busy>
                <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">
                    {keyed(records, |record| format!("{} {}", record.id, record.version.0), line)}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

fn head(resource: &Resource, field: &Field, list: Option<RecordList>) -> AnyView {
    let label = field.label.clone();
    let label = live(move || spoken(&label));
    let class = is_figure(field).then_some("number");
    let sortable = resource.sorts.contains(&field.name);
    let Some(list) = list.filter(|_| sortable) else {
        return view! { <th role="columnheader" scope="col" class=class>{label}</th> }.into_any();
    };
    let name = field.name.0.clone();
    let clicked = name.clone();
    let sort = move |_| {
        let kit = list.kit;
        list.change(|question| *question = question.sorted_by(&kit.resource(), &clicked));
    };
    let order = live(move || {
        list.question
            .with(|question| question.aria_sort(&list.kit.resource(), &name))
    });
    view! {
        <th role="columnheader" scope="col" class=class aria-sort=order>
            <button class="sort" type="button" on:click=handler(sort)>{label}</button>
        </th>
    }
    .into_any()
}

fn row(resource: &Resource, path: &str, columns: &[Field], record: &FieldRecord) -> AnyView {
    let link = record_path(path, record.id.as_str());
    let named = columns
        .iter()
        .position(|field| Some(&field.name) == resource.name.as_ref())
        .unwrap_or(0);
    let cells = columns.iter().enumerate().map(|(index, field)| {
        let value = at(&record.fields, field.name.as_str());
        let schema = resource.schema.member(&field.name);
        if index == named {
            let name = name_of(resource, record);
            return view! { <th role="rowheader" scope="row" class="record-name"><a href=link.clone()>{name}</a></th> }
                .into_any();
        }
        let label = field.label.clone();
        let class = match field.kind {
            // On a card, a line without a value says nothing.
            _ if is_empty(value) => "vacant",
            Kind::Image => "thumb-cell",
            Kind::Date => "moment",
            _ if is_figure(field) => "number",
            _ => "",
        };
        view! { <td role="cell" class=class data-label=live(move || spoken(&label))>{cell(field, value, schema)}</td> }
            .into_any()
    });
    view! { <tr role="row">{cells.collect_view()}</tr> }.into_any()
}
