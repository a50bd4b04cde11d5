//! What a form finds wrong before it is sent: by the browser's own constraints, which the schema's keywords have been
//! made, and by what the browser has no constraint for. And the words for what is found, by either side.

use js_sys::{Array, Reflect, RegExp};
use latchkey_contract::problem::{FieldCode, FieldError};
use latchkey_contract::resource::{Field, Format, Kind, Schema};
use leptos::prelude::document;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::value::{at, is_empty};
use crate::client::Fields;
use crate::components::form::field_error;
use crate::components::problem::field_message;
use crate::i18n::words;

/// The errors of the inputs inside an element, and of these fields of a body.
pub(super) fn check(form_id: &str, fields: &[Field], schema: &Schema, body: &Fields) -> Vec<FieldError> {
    let mut found = inputs_of(form_id);
    for field in fields {
        let pointer = format!("/{}", field.name);
        let told = found.iter().any(|error| error.pointer.starts_with(&pointer));
        if let Some(code) = missing(field, schema, body).filter(|_| !told) {
            found.push(field_error(&pointer, code));
        }
    }
    found
}

/// What the browser cannot know: whether anything stands in what is no input, and how many rows there are.
fn missing(field: &Field, schema: &Schema, body: &Fields) -> Option<FieldCode> {
    let value = at(body, field.name.as_str());
    let member = schema.member(&field.name);
    let count = value.as_array().map_or(0, Vec::len);
    let fewest = member.and_then(|schema| schema.min_items).unwrap_or(0) as usize;
    let most = member
        .and_then(|schema| schema.max_items)
        .map_or(usize::MAX, |most| most as usize);
    let write_only = member.is_some_and(|schema| schema.write_only);
    if schema.needs(&field.name) && is_empty(value) && !write_only && field.kind != Kind::Switch {
        Some(FieldCode::Required)
    } else if count < fewest && !is_empty(value) {
        Some(FieldCode::TooFew)
    } else if count > most {
        Some(FieldCode::TooMany)
    } else {
        None
    }
}

fn inputs_of(form_id: &str) -> Vec<FieldError> {
    // Names of inputs here are pointers.
    let Ok(inputs) = document().query_selector_all(&format!("#{form_id} [name^='/']")) else {
        return Vec::new();
    };
    let elements = (0..inputs.length()).filter_map(|index| inputs.get(index)?.dyn_into::<Element>().ok());
    elements.filter_map(|element| wrong(&element)).collect()
}

fn wrong(input: &Element) -> Option<FieldError> {
    let validity = Reflect::get(input, &"validity".into()).ok()?;
    let is = |name: &str| Reflect::get(&validity, &name.into()).is_ok_and(|flag| flag.is_truthy());
    let value = Reflect::get(input, &"value".into())
        .ok()?
        .as_string()
        .unwrap_or_default();
    let blank = value.trim().is_empty() && input.has_attribute("required") && !is("badInput");
    let code = if is("valueMissing") || blank {
        FieldCode::Required
    } else if is("tooShort") {
        FieldCode::TooShort
    } else if is("tooLong") {
        FieldCode::TooLong
    } else if is("rangeUnderflow") {
        FieldCode::BelowMinimum
    } else if is("rangeOverflow") {
        FieldCode::AboveMaximum
    } else if is("badInput") || is("typeMismatch") || is("stepMismatch") || misses_pattern(input, &value) {
        FieldCode::Malformed
    } else {
        return None;
    };
    Some(field_error(&input.get_attribute("name")?, code))
}

fn misses_pattern(input: &Element, value: &str) -> bool {
    let (Some(pattern), false) = (input.get_attribute("data-pattern"), value.is_empty()) else {
        return false;
    };
    // A decimal comma counts as a point where a number is typed, as it is when it is read.
    let number = input.get_attribute("inputmode").as_deref() == Some("decimal");
    let value = if number {
        value.replace(',', ".").split_whitespace().collect()
    } else {
        value.trim().to_owned()
    };
    // A pattern that is none is the backend's affair, and must not stop anybody here; so it is made where it may throw.
    let arguments = Array::of2(&JsValue::from_str(&pattern), &JsValue::from_str("u"));
    let made = Reflect::get(&js_sys::global(), &"RegExp".into())
        .and_then(JsCast::dyn_into::<js_sys::Function>)
        .and_then(|regexp| Reflect::construct(&regexp, &arguments));
    match made {
        Ok(pattern) => !pattern.unchecked_into::<RegExp>().test(&value),
        Err(_) => false,
    }
}

/// An error in words, by what the schema says of its place.
pub(super) fn message(root: &Schema, error: &FieldError) -> String {
    let schema = find(root, &error.pointer);
    let number = |number: Option<u32>| number.map(u64::from);
    let bound = |bound: Option<i64>| bound.map(|bound| super::written::number(&bound.into()));
    let words = schema.and_then(|schema| match error.code {
        FieldCode::TooShort => number(schema.min_length).map(words::field_too_short),
        FieldCode::TooLong => number(schema.max_length).map(words::field_too_long),
        FieldCode::TooFew => number(schema.min_items).map(words::resource_too_few),
        FieldCode::TooMany => number(schema.max_items).map(words::resource_too_many),
        FieldCode::BelowMinimum => bound(schema.minimum).map(|least| words::resource_at_least(&least)),
        FieldCode::AboveMaximum => bound(schema.maximum).map(|most| words::resource_at_most(&most)),
        FieldCode::Malformed => match schema.format {
            Some(Format::Email) => Some(words::field_email_malformed()),
            Some(Format::Uri) => Some(words::resource_malformed_uri()),
            Some(Format::Date | Format::DateTime) => Some(words::resource_malformed_date()),
            _ => None,
        },
        FieldCode::Taken => Some(words::resource_taken()),
        _ => None,
    });
    let amount = error.pointer.ends_with("/amount") && error.code == FieldCode::Malformed;
    match words {
        Some(words) => words,
        None if amount => words::resource_malformed_amount(),
        None if error.code == FieldCode::Taken => words::resource_taken(),
        None => field_message(&FieldError {
            // Not one of the fields that have words of their own elsewhere.
            pointer: String::new(),
            ..error.clone()
        }),
    }
}

/// The schema at a pointer.
fn find<'a>(root: &'a Schema, pointer: &str) -> Option<&'a Schema> {
    pointer.split('/').skip(1).try_fold(root, |schema, step| {
        let below = match (&schema.items, step.parse::<usize>()) {
            (Some(items), Ok(_)) => items.as_ref(),
            _ => schema.properties.iter().find(|(name, _)| name.as_str() == step)?.1,
        };
        root.resolve(below)
    })
}

/// The body without what is nothing.
pub(super) fn without_nothing(fields: &Fields) -> Fields {
    let some = fields
        .iter()
        .filter(|(_, value)| !is_empty(value) || value.is_boolean());
    some.map(|(name, value): (&String, &Value)| (name.clone(), value.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use latchkey_contract::resource::Schema;
    use serde_json::json;

    use super::find;

    #[test]
    fn a_pointer_leads_through_rows_and_references() {
        let root: Schema = serde_json::from_value(json!({
            "properties": {
                "price": { "$ref": "#/$defs/price" },
                "lines": { "items": { "properties": { "quantity": { "maximum": 9 } } } },
            },
            "$defs": { "price": { "properties": { "amount": { "maxLength": 12 } } } },
        }))
        .expect("a schema");
        assert_eq!(
            find(&root, "/price/amount").and_then(|schema| schema.max_length),
            Some(12)
        );
        assert_eq!(
            find(&root, "/lines/3/quantity").and_then(|schema| schema.maximum),
            Some(9)
        );
        assert_eq!(find(&root, "/lines/x"), None);
        assert_eq!(find(&root, "/nothing"), None);
    }
}
