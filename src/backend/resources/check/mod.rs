//! Reading descriptors strictly. What is wrong with one is said at start, with its name, and nothing is served: a rule
//! that nobody passes or a filter that is ignored would be found by whoever it harms.

mod commands;
mod fields;
mod first;
mod head;
mod notes;
mod together;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use latchkey_contract::resource::Resource;
use latchkey_permissions::Catalogue;
use serde_json::Value;

use super::Fields;
use super::definition::Definition;
use super::model::Model;
use super::schema;
use super::table::Table;
use notes::Notes;
pub(super) use notes::Strictness;
pub(super) use together::together;

/// Reads one descriptor.
///
/// # Errors
/// A sentence for each fault.
pub(super) fn model(
    definition: &Definition,
    catalogue: &Catalogue,
    strictness: Strictness,
) -> Result<Model, Vec<String>> {
    let mut raw: Value = serde_json::from_str(&definition.descriptor)
        .map_err(|error| vec![format!("a descriptor is not JSON: {error}")])?;
    if !raw.is_object() {
        return Err(vec!["a descriptor is an object".to_owned()]);
    }
    let mut notes = Notes {
        id: raw["id"].as_str().unwrap_or("a descriptor without an id").to_owned(),
        found: Vec::new(),
        catalogue,
        strictness,
    };
    let written = raw.clone();
    raw["schema"] = schema::with_definitions(raw["schema"].take());
    let commands = raw.get_mut("commands").and_then(Value::as_array_mut);
    for command in commands.into_iter().flatten() {
        if command.get("schema").is_some() {
            command["schema"] = schema::with_definitions(command["schema"].take());
        }
    }
    let resource: Resource = match serde_json::from_value(raw.clone()) {
        Ok(resource) => resource,
        Err(error) => {
            notes.note(error.to_string());
            return Err(notes.found);
        }
    };
    let read = serde_json::to_value(&resource).unwrap_or_default();
    lost(&mut notes, "", &written, &read);

    head::head(&mut notes, &resource);
    head::names(&mut notes, &resource);
    fields::fields(&mut notes, "", &resource.fields, &resource.schema, &resource.schema);
    commands::commands(&mut notes, &resource, definition);

    let validator =
        |notes: &mut Notes<'_>, schema: &Value| schema::compile(schema).map_err(|fault| notes.note(fault)).ok();
    let sent = validator(&mut notes, &schema::as_sent(raw["schema"].clone()));
    let kept = validator(&mut notes, &raw["schema"]);
    let mut inputs = BTreeMap::new();
    for command in raw["commands"].as_array().into_iter().flatten() {
        if let (Some(id), Some(schema)) = (command["id"].as_str(), command.get("schema"))
            && let Some(validator) = validator(&mut notes, schema)
        {
            inputs.insert(id.to_owned(), validator);
        }
    }
    let defaults: Fields = raw["schema"]["properties"]
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, member)| Some((name.clone(), member.get("default")?.clone())))
        .collect();
    let first = first::only(&mut notes, &resource, definition, kept.as_ref());
    let held = first::held(&mut notes, &resource, definition, kept.as_ref());

    match (sent, kept) {
        (Some(sent), Some(kept)) if notes.found.is_empty() => Ok(Model {
            table: Table::of(&resource),
            resource,
            sent,
            kept,
            inputs,
            defaults,
            first,
            held,
            settled: AtomicI64::new(i64::MIN),
            behaviour: Arc::clone(&definition.behaviour),
        }),
        _ => Err(notes.found),
    }
}

/// Members that were written and not read: misspelled, or of another version.
fn lost(notes: &mut Notes<'_>, place: &str, written: &Value, read: &Value) {
    match (written, read) {
        (Value::Object(written), Value::Object(read)) => {
            for (name, value) in written {
                // A schema can have keywords that only a validator reads.
                if name == "schema" {
                    continue;
                }
                match read.get(name) {
                    Some(read) => lost(notes, &format!("{place}/{name}"), value, read),
                    None => notes.note(format!("{place}/{name} says nothing; leave it out or spell it right")),
                }
            }
        }
        (Value::Array(written), Value::Array(read)) => {
            for (n, (written, read)) in written.iter().zip(read).enumerate() {
                lost(notes, &format!("{place}/{n}"), written, read);
            }
        }
        _ => {}
    }
}
