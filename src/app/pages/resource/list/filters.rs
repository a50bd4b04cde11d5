//! One filter, by the kind of its field: a choice, yes or no, another record, or the two ends of a range.

use latchkey_contract::resource::{Choice, Field, Format, Kind};
use leptos::prelude::*;

use super::range::{ends, with_end};
use super::state::RecordList;
use crate::client::{FieldRecord, Load};
use crate::i18n::words;
use crate::pages::resource::descriptors::descriptor;
use crate::pages::resource::fields::{Combobox, Search};
use crate::pages::resource::kit::speaking;
use crate::pages::resource::shown::name_of;
use crate::reactive::{handler, live};

/// A text of the language files.
type Words = fn() -> String;

/// The filter.
#[component]
pub(super) fn Filter(list: RecordList, field: Field) -> impl IntoView {
    match field.kind {
        Kind::Choice | Kind::Choices => view! { <OneOf list field /> }.into_any(),
        Kind::Switch => view! { <YesOrNo list field /> }.into_any(),
        Kind::Reference => view! { <Record list field /> }.into_any(),
        Kind::Number | Kind::Money | Kind::Date => view! { <Range list field /> }.into_any(),
        _ => ().into_any(),
    }
}

/// What the filter is set to. Reactive.
fn value(list: RecordList, name: &str) -> String {
    list.question
        .with(|question| question.filters.get(name).cloned().unwrap_or_default())
}

fn set(list: RecordList, name: &str, value: Option<String>) {
    list.change(|question| match value.filter(|value| !value.is_empty()) {
        Some(value) => drop(question.filters.insert(name.to_owned(), value)),
        None => drop(question.filters.remove(name)),
    });
}

fn id(field: &Field) -> String {
    format!("filter-{}", field.name)
}

#[component]
fn OneOf(list: RecordList, field: Field) -> impl IntoView {
    let name = StoredValue::new(field.name.0.clone());
    let option = move |choice: &Choice| {
        let (own, label) = (choice.value.clone(), speaking(choice.label.clone()));
        let selected = live(move || name.with_value(|name| value(list, name)) == own);
        view! { <option value=choice.value.clone() prop:selected=selected>{label}</option> }
    };
    let options = field.choices.iter().map(option).collect_view();
    select(list, &field, options.into_any())
}

#[component]
fn YesOrNo(list: RecordList, field: Field) -> impl IntoView {
    let name = StoredValue::new(field.name.0.clone());
    let options = [("true", words::resource_yes as Words), ("false", words::resource_no)].map(|(own, label)| {
        let selected = live(move || name.with_value(|name| value(list, name)) == own);
        view! { <option value=own prop:selected=selected>{label}</option> }
    });
    select(list, &field, options.into_iter().collect_view().into_any())
}

fn select(list: RecordList, field: &Field, options: AnyView) -> AnyView {
    let name = StoredValue::new(field.name.0.clone());
    let any = live(move || name.with_value(|name| value(list, name)).is_empty());
    let choose = move |event| name.with_value(|name| set(list, name, Some(event_target_value(&event))));
    view! {
        <div class="filter">
            <label class="label" for=id(field)>{speaking(field.label.clone())}</label>
            <select class="input" id=id(field) on:change=handler(choose)>
                <option value="" prop:selected=any>{words::resource_any}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// Both ends of a range. What is typed counts when the input is left, not at each digit.
#[component]
fn Range(list: RecordList, field: Field) -> impl IntoView {
    let moment = list.kit.schema_of(&field).and_then(|schema| schema.format) == Some(Format::DateTime);
    let kind = if field.kind == Kind::Date { "date" } else { "number" };
    let name = StoredValue::new(field.name.0.clone());
    let end = |upper: bool, label: Words| {
        let now = live(move || {
            let range = name.with_value(|name| value(list, name));
            let (from, to) = ends(&range);
            // A moment is filtered by the day.
            let end = if upper { to } else { from };
            if moment {
                end.get(..10).unwrap_or(end).to_owned()
            } else {
                end.to_owned()
            }
        });
        let change = move |event| {
            let typed = event_target_value(&event);
            let end = match (moment && !typed.is_empty(), upper) {
                (true, false) => format!("{typed}T00:00:00Z"),
                (true, true) => format!("{typed}T23:59:59Z"),
                (false, _) => typed,
            };
            name.with_value(|name| {
                let range = untrack(|| value(list, name));
                set(list, name, with_end(&range, upper, &end));
            });
        };
        view! {
            <input class="input" type=kind step="any" aria-label=label prop:value=now on:change=handler(change) />
        }
    };
    view! {
        <fieldset class="filter">
            <legend class="label">{speaking(field.label)}</legend>
            <div class="input-group">{end(false, words::resource_from)} {end(true, words::resource_to)}</div>
        </fieldset>
    }
    .into_any()
}

/// Another resource's record. The address has its id; what it is called is asked for.
#[component]
fn Record(list: RecordList, field: Field) -> impl IntoView {
    let Some(resource) = field.resource.clone() else {
        return ().into_any();
    };
    let signed_in = list.kit.signed_in;
    let known = signed_in.known.get_untracked();
    let may = known
        .resources
        .iter()
        .any(|brief| brief.id == resource && untrack(|| list.kit.sessions.allows(&brief.view)));
    if !may {
        return ().into_any();
    }
    let id = id(&field);
    let name = StoredValue::new(field.name.0.clone());
    let load = Load::<(String, String)>::new();
    let asked = resource.clone();
    crate::reactive::effect(move || {
        let chosen = name.with_value(|name| value(list, name));
        if chosen.is_empty() {
            load.set((String::new(), String::new()));
            return;
        }
        let (client, resource) = (signed_in.client(), asked.clone());
        load.ask(move |_| async move {
            let Some(described) = descriptor(signed_in, resource.clone()).await? else {
                return Ok((chosen.clone(), chosen));
            };
            let record: FieldRecord = client
                .record(&resource, &latchkey_contract::id::RecordId(chosen))
                .await?;
            let name = untrack(|| name_of(&described, &record));
            Ok((record.id.0, name))
        });
    });
    let label = speaking(field.label);
    let input = live(move || {
        let chosen = load.with(|load| load.ready().cloned()).filter(|(id, _)| !id.is_empty());
        let put = Callback::new(move |offer: Option<(String, String)>| {
            name.with_value(|name| set(list, name, offer.map(|(id, _)| id)));
        });
        let search = Search::new(resource.clone(), chosen, put);
        view! { <Combobox search id=id.clone() described_by=Signal::stored(None::<String>) invalid=Signal::stored(None::<&'static str>) /> }
    });
    view! { <div class="filter"><label class="label" for=format!("filter-{}", field.name)>{label}</label>{input}</div> }
        .into_any()
}
