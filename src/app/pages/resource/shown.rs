//! Values as they are read: one line of text wherever there is room for no more, and otherwise what their kind looks like.

use latchkey_contract::resource::{Choice, Field, Format, Kind, Resource, Schema, Tone};
use leptos::prelude::*;
use serde_json::Value;

use super::kit::{record_path, spoken};
use super::value::{at, is_empty};
use super::written;
use crate::client::{FieldRecord, Fields};
use crate::i18n::{self, words};
use crate::reactive::live;
use crate::session::use_signed_in;

/// How a record is called. Reactive in the language.
pub(super) fn name_of(resource: &Resource, record: &FieldRecord) -> String {
    let named = resource.name.as_ref().and_then(|name| resource.field(name.as_str()));
    let text = named.map(|field| {
        plain(
            field,
            at(&record.fields, field.name.as_str()),
            resource.schema.member(&field.name),
        )
    });
    text.filter(|text| !text.is_empty())
        .unwrap_or_else(|| record.id.0.clone())
}

/// A value in one line of text; empty where there is nothing. Reactive in the language.
pub(super) fn plain(field: &Field, value: &Value, schema: Option<&Schema>) -> String {
    if is_empty(value) {
        return String::new();
    }
    match (field.kind, value) {
        (Kind::Money, _) => written::money(value),
        (Kind::Number, Value::Number(number)) => written::number(number),
        (Kind::Date, Value::String(text)) => {
            if schema.and_then(|schema| schema.format) == Some(Format::DateTime) {
                written::moment(text)
            } else {
                written::day(text)
            }
        }
        (Kind::Choice, Value::String(text)) => choice(field, text).map_or_else(|| text.clone(), |it| spoken(&it.label)),
        (Kind::Switch, Value::Bool(on)) => {
            if *on {
                words::resource_yes()
            } else {
                words::resource_no()
            }
        }
        (Kind::Choices, Value::Array(values)) => {
            let label = |value: &Value| {
                let text = value.as_str().unwrap_or_default();
                choice(field, text).map_or_else(|| text.to_owned(), |it| spoken(&it.label))
            };
            i18n::format::list(&values.iter().map(label).collect::<Vec<_>>())
        }
        (Kind::Image, Value::Object(image)) => at(image, "alt").as_str().unwrap_or_default().to_owned(),
        (Kind::Address, Value::Object(address)) => address_lines(address).join(", "),
        (Kind::Lines, Value::Array(rows)) => words::resource_rows(rows.len() as u64),
        (Kind::Reference, Value::Object(reference)) => at(reference, "name").as_str().unwrap_or_default().to_owned(),
        (_, Value::String(text)) => text.clone(),
        (_, value) => value.to_string(),
    }
}

/// The choice of a value.
fn choice<'a>(field: &'a Field, value: &str) -> Option<&'a Choice> {
    field.choices.iter().find(|choice| choice.value == value)
}

fn address_lines(address: &Fields) -> Vec<String> {
    let part = |name: &str| at(address, name).as_str().unwrap_or_default().trim().to_owned();
    let town = format!("{} {}", part("postcode"), part("city"));
    let lines = [
        part("name"),
        part("street"),
        town.trim().to_owned(),
        part("region"),
        country(&part("country")),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// A country in the reader's language, by its two letters.
pub(super) fn country(code: &str) -> String {
    let letters = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    letters
        .then(|| written::country(code))
        .flatten()
        .unwrap_or_else(|| code.to_owned())
}

/// A value as its kind looks like; a dash where there is nothing.
pub(super) fn shown(field: &Field, value: &Value, schema: Option<&Schema>, root: &Schema) -> AnyView {
    if is_empty(value) {
        return view! { <span class="muted">"–"<span class="visually-hidden">{words::resource_nothing}</span></span> }
            .into_any();
    }
    match (field.kind, value) {
        (Kind::LongText, Value::String(text)) => view! { <p class="long-text">{text.clone()}</p> }.into_any(),
        (Kind::Text, Value::String(text)) => line(text, schema.and_then(|schema| schema.format)),
        (Kind::Choice, Value::String(text)) => badge(field, text),
        (Kind::Image, Value::Object(image)) => picture(image, false),
        (Kind::Address, Value::Object(address)) => {
            let lines = address_lines(address)
                .into_iter()
                .map(|line| view! { <span>{line}</span> });
            view! { <address class="address">{lines.collect_view()}</address> }.into_any()
        }
        (Kind::Lines, Value::Array(rows)) => table(field, rows, schema, root),
        (Kind::Reference, Value::Object(_)) => reference(field, value),
        _ => text(field, value, schema),
    }
}

/// A value in a cell of a list.
pub(super) fn cell(field: &Field, value: &Value, schema: Option<&Schema>) -> AnyView {
    match (field.kind, value) {
        _ if is_empty(value) => ().into_any(),
        (Kind::Choice, Value::String(text)) => badge(field, text),
        (Kind::Image, Value::Object(image)) => picture(image, true),
        // What is so stands out among what is not.
        (Kind::Switch, Value::Bool(false)) => view! { <span class="muted">{words::resource_no}</span> }.into_any(),
        _ => text(field, value, schema),
    }
}

fn text(field: &Field, value: &Value, schema: Option<&Schema>) -> AnyView {
    let (field, value, schema) = (field.clone(), value.clone(), schema.cloned());
    let number = matches!(field.kind, Kind::Number | Kind::Money).then_some("figure");
    view! { <span class=number>{live(move || plain(&field, &value, schema.as_ref()))}</span> }.into_any()
}

fn line(text: &str, format: Option<Format>) -> AnyView {
    let (text, address) = (text.to_owned(), text.to_owned());
    let web = text.starts_with("https://") || text.starts_with("http://");
    match format {
        Some(Format::Uri) if web => {
            view! { <a href=address rel="external noopener noreferrer" target="_blank">{text}</a> }.into_any()
        }
        Some(Format::Email) => view! { <a href=format!("mailto:{address}") rel="external">{text}</a> }.into_any(),
        _ => text.into_any(),
    }
}

/// A choice with what it says about the record, by shape and word.
pub(super) fn badge(field: &Field, value: &str) -> AnyView {
    let Some(choice) = choice(field, value).cloned() else {
        return value.to_owned().into_any();
    };
    let told = field.choices.iter().any(|choice| choice.tone != Tone::Neutral);
    let tone = match choice.tone {
        Tone::Good => "success",
        Tone::Attention => "warning",
        Tone::Bad => "danger",
        Tone::Neutral | Tone::Unknown => "neutral",
    };
    let label = live(move || spoken(&choice.label));
    if told {
        view! { <span class="status" data-tone=tone>{label}</span> }.into_any()
    } else {
        view! { <span>{label}</span> }.into_any()
    }
}

/// Where a picture is to be had: in the address itself, or below the API's base; nowhere for anything else.
pub(super) fn source(src: &str) -> Option<String> {
    if src.starts_with("data:image/") {
        return Some(src.to_owned());
    }
    let below = !src.is_empty() && !src.contains([':', '\\']) && !src.starts_with("//");
    below.then(|| use_signed_in().client().media_url(src.trim_start_matches('/')))
}

fn picture(image: &Fields, small: bool) -> AnyView {
    let part = |name: &str| at(image, name).as_str().unwrap_or_default().to_owned();
    let class = if small { "thumb" } else { "image" };
    match source(&part("src")) {
        Some(src) => view! { <img class=class src=src alt=part("alt") loading="lazy" /> }.into_any(),
        None => part("alt").into_any(),
    }
}

/// What is referred to, as a link where it can be opened.
fn reference(field: &Field, value: &Value) -> AnyView {
    let part = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (id, name) = (part("id"), part("name"));
    let name = if name.is_empty() { id.clone() } else { name };
    let signed_in = use_signed_in();
    let sessions = crate::session::use_sessions();
    let to = field.resource.clone();
    live(move || {
        let known = signed_in.known.get();
        let brief = known.resources.iter().find(|brief| Some(&brief.id) == to.as_ref());
        match brief.filter(|brief| sessions.allows(&brief.view)) {
            Some(brief) => view! { <a href=record_path(&brief.path, &id)>{name.clone()}</a> }.into_any(),
            None => name.clone().into_any(),
        }
    })
    .into_any()
}

/// Rows as a table.
fn table(field: &Field, rows: &[Value], schema: Option<&Schema>, root: &Schema) -> AnyView {
    let row_schema = schema
        .and_then(|schema| schema.items.as_deref())
        .and_then(|items| root.resolve(items));
    let member = |of: &Field| {
        row_schema
            .and_then(|row| row.properties.get(&of.name))
            .and_then(|it| root.resolve(it))
    };
    let is_figure = |of: &Field| matches!(of.kind, Kind::Number | Kind::Money).then_some("number");
    let heads = field.of.iter().map(|of| {
        let label = of.label.clone();
        view! { <th scope="col" class=is_figure(of)>{live(move || spoken(&label))}</th> }
    });
    let lines = rows.iter().map(|row| {
        let cells = field.of.iter().map(|of| {
            let value = row.get(of.name.as_str()).unwrap_or(&Value::Null);
            view! { <td class=is_figure(of)>{shown(of, value, member(of), root)}</td> }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let label = field.label.clone();
    view! {
        // No region: the block around it may have the same name.
        <div class="table-scroll" tabindex="0" role="group" aria-label=live(move || spoken(&label))>
            <table class="table">
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{lines.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
