//! Fields, and what the schema says of each: of a record, of a row, and of what a command asks for.

use std::collections::BTreeSet;

use latchkey_contract::resource::{Field, JsonType, Kind, Schema};

use super::notes::Notes;

/// Fields and the schema of the object that they are members of.
pub(super) fn fields(notes: &mut Notes<'_>, place: &str, fields: &[Field], object: &Schema, outermost: &Schema) {
    let plain = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.len() <= 40
            && name.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    notes.unless(
        object.kind == Some(JsonType::Object) && object.additional_properties == Some(false),
        format!("{place}/schema is not a closed object"),
    );
    let mut seen = BTreeSet::new();
    for field in fields {
        let name = &field.name;
        let at = format!("{place}/{name}");
        notes.unless(
            plain(name.as_str()),
            format!("{at} is not a name of letters and digits"),
        );
        notes.unless(seen.insert(name), format!("{at} is there twice"));
        notes.text(&format!("{at}: label"), Some(&field.label));
        notes.text(&format!("{at}: help"), field.help.as_ref());
        notes.rule(&format!("{at}: view"), field.view.as_ref());
        notes.rule(&format!("{at}: edit"), field.edit.as_ref());
        for choice in &field.choices {
            notes.text(&format!("{at}: choice {}", choice.value), Some(&choice.label));
        }
        let Some(schema) = object.properties.get(name) else {
            notes.note(format!("{at} is not in the schema"));
            continue;
        };
        let read_only = schema.read_only;
        notes.unless(
            !field.copy || matches!(field.kind, Kind::Text | Kind::LongText),
            format!("{at} is to be copied, but is no text"),
        );
        notes.unless(
            field.view.is_none() || read_only || !object.needs(name),
            format!("{at} is needed, but not everybody may see it"),
        );
        match outermost.resolve(schema) {
            Some(schema) => kind(notes, &at, field, schema, outermost),
            None => notes.note(format!("{at} refers to a definition that does not exist")),
        }
    }
    for name in object.properties.keys().chain(&object.required) {
        notes.unless(
            seen.contains(name),
            format!("{place}/{name} is in the schema, but is no field"),
        );
    }
}

/// A field's kind, and what its schema must be for it.
fn kind(notes: &mut Notes<'_>, at: &str, field: &Field, schema: &Schema, outermost: &Schema) {
    let is = |kind| schema.kind == Some(kind);
    let refers = |names: &[&str]| {
        names.iter().any(|name| {
            outermost
                .definitions
                .get(*name)
                .is_some_and(|defined| defined == schema)
        })
    };
    let bounded = schema.max_length.is_some();
    let chosen = |values: &[String]| {
        let choices: Vec<_> = field.choices.iter().map(|choice| &choice.value).collect();
        !choices.is_empty() && values.iter().collect::<Vec<_>>() == choices
    };
    let right = match field.kind {
        Kind::Text | Kind::LongText => is(JsonType::String) && bounded,
        Kind::Number => {
            let number = is(JsonType::Number) || is(JsonType::Integer);
            number && schema.minimum.is_some() && schema.maximum.is_some()
        }
        Kind::Money => refers(&["money", "price"]),
        Kind::Date => is(JsonType::String) && schema.format.is_some(),
        Kind::Choice => is(JsonType::String) && chosen(&schema.values),
        Kind::Switch => is(JsonType::Boolean),
        Kind::Choices => {
            let items = schema.items.as_deref();
            is(JsonType::Array) && schema.max_items.is_some() && items.is_some_and(|items| chosen(&items.values))
        }
        Kind::Image => refers(&["image"]),
        Kind::Address => refers(&["address"]),
        Kind::Lines => is(JsonType::Array) && schema.max_items.is_some() && !field.of.is_empty(),
        Kind::Reference => is(JsonType::String) && bounded && field.resource.is_some(),
        Kind::Unknown => false,
    };
    notes.unless(right, format!("{at}: the schema is not that of a field of its kind"));
    if field.kind == Kind::Lines {
        match schema.items.as_deref().and_then(|items| outermost.resolve(items)) {
            Some(items) => fields(notes, at, &field.of, items, outermost),
            None => notes.note(format!("{at}: the schema does not say what a row is")),
        }
    }
}
