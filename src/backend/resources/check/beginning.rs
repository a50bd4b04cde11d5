//! Records that are there from the first start on.

use std::collections::BTreeSet;

use jsonschema::Validator;
use latchkey_contract::resource::{Resource, Shape};
use serde_json::Value;

use super::notes::Notes;
use crate::resources::Fields;
use crate::resources::definition::Definition;
use crate::resources::schema;
use crate::validate::Faults;

/// The one record's first fields, which must be there where there is one, and be what the schema says.
pub(super) fn first(
    notes: &mut Notes<'_>,
    resource: &Resource,
    definition: &Definition,
    kept: Option<&Validator>,
) -> Option<Fields> {
    let there = definition.first.is_some();
    notes.unless(
        there == (resource.shape == Shape::One),
        "the first fields go with a resource of one record",
    );
    let value: Value = match serde_json::from_str(definition.first.as_ref()?) {
        Ok(value) => value,
        Err(error) => {
            notes.note(format!("the first fields are not JSON: {error}"));
            return None;
        }
    };
    let mut faults = Faults::default();
    schema::hold(kept?, &value, &mut faults);
    for fault in faults.found() {
        notes.note(format!("the first fields: {} {}", fault.pointer, fault.detail));
    }
    match value {
        Value::Object(fields) => Some(fields),
        _ => None,
    }
}

/// The records that are always there, which nobody makes or takes away, and which are what the schema says.
pub(super) fn held(
    notes: &mut Notes<'_>,
    resource: &Resource,
    definition: &Definition,
    kept: Option<&Validator>,
) -> Vec<(String, Fields)> {
    /// One of them.
    #[derive(serde::Deserialize)]
    struct Held {
        id: String,
        fields: Fields,
    }

    let (Some(text), Some(kept)) = (definition.held, kept) else {
        return Vec::new();
    };
    let fixed = resource.shape == Shape::Many && resource.rules.create.is_none() && resource.rules.delete.is_none();
    notes.unless(fixed, "records that are always there are neither made nor taken away");
    let records: Vec<Held> = match serde_json::from_str(text) {
        Ok(records) => records,
        Err(error) => {
            notes.note(format!("the records that are always there cannot be read: {error}"));
            return Vec::new();
        }
    };
    let mut ids = BTreeSet::new();
    let mut held = Vec::new();
    for record in records {
        notes.unless(
            ids.insert(record.id.clone()),
            format!("the record {} is there twice", record.id),
        );
        let value = Value::Object(record.fields);
        let mut faults = Faults::default();
        schema::hold(kept, &value, &mut faults);
        for fault in faults.found() {
            notes.note(format!("the record {}: {} {}", record.id, fault.pointer, fault.detail));
        }
        if let Value::Object(fields) = value {
            held.push((record.id, fields));
        }
    }
    held
}
