//! The records that are there from the beginning: the one of a resource of one, and those that a list always has.

use std::collections::BTreeSet;

use jsonschema::Validator;
use latchkey_contract::resource::{Resource, Shape};
use serde::Deserialize;
use serde_json::Value;

use super::notes::Notes;
use crate::resources::definition::Definition;
use crate::resources::{Fields, schema};
use crate::validate::Faults;

/// A record that a list always has.
#[derive(Deserialize)]
struct Held {
    id: String,
    fields: Fields,
}

/// The one record's first fields, which must be there where there is one, and be what the schema says.
pub(super) fn only(
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
    described(notes, "the first fields", value, kept?)
}

/// The records that a list always has: each once, as the schema says, and neither made nor taken away by anybody.
pub(super) fn held(
    notes: &mut Notes<'_>,
    resource: &Resource,
    definition: &Definition,
    kept: Option<&Validator>,
) -> Vec<(String, Fields)> {
    let (Some(text), Some(kept)) = (definition.held, kept) else {
        return Vec::new();
    };
    let fixed = resource.shape == Shape::Many && resource.rules.create.is_none() && resource.rules.delete.is_none();
    notes.unless(fixed, "records that a list always has are neither made nor taken away");
    let records: Vec<Held> = match serde_json::from_str(text) {
        Ok(records) => records,
        Err(error) => {
            notes.note(format!("the records that it always has cannot be read: {error}"));
            return Vec::new();
        }
    };
    let mut ids = BTreeSet::new();
    let mut held = Vec::new();
    for Held { id, fields } in records {
        let what = format!("the record {id}");
        notes.unless(ids.insert(id.clone()), format!("{what} is there twice"));
        if let Some(fields) = described(notes, &what, Value::Object(fields), kept) {
            held.push((id, fields));
        }
    }
    held
}

/// Notes where fields are not what the schema says.
fn described(notes: &mut Notes<'_>, what: &str, value: Value, kept: &Validator) -> Option<Fields> {
    let mut faults = Faults::default();
    schema::hold(kept, &value, &mut faults);
    for fault in faults.found() {
        notes.note(format!("{what}: {} {}", fault.pointer, fault.detail));
    }
    match value {
        Value::Object(fields) => Some(fields),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use latchkey_permissions::{Catalogue, PRESET_CATALOGUE};
    use serde_json::json;

    use crate::resources::check::{self, Strictness};
    use crate::resources::definition::Definition;

    fn found(definition: &Definition) -> String {
        let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).expect("it is a catalogue");
        let model = check::model(definition, &catalogue, Strictness::Theirs);
        model.err().unwrap_or_default().join("\n")
    }

    fn descriptor(create: bool) -> String {
        let mut descriptor = json!({
            "id": "things", "section": "sales", "path": "/sales/things", "rules": {"view": "owner"},
            "words": {"title": {"en": "Things"}, "create": {"en": "Add"}},
            "fields": [{"name": "name", "kind": "text", "label": {"en": "Name"}}],
            "schema": {
                "type": "object", "additionalProperties": false, "required": ["name"],
                "properties": {"name": {"type": "string", "maxLength": 9}},
            },
        });
        if create {
            descriptor["rules"]["create"] = "owner".into();
        }
        descriptor.to_string()
    }

    #[test]
    fn what_a_list_always_has_is_fixed_and_as_its_schema_says() {
        let good = r#"[{"id": "a", "fields": {"name": "A"}}, {"id": "b", "fields": {"name": "B"}}]"#;
        assert_eq!(found(&Definition::new(descriptor(false)).holds(good)), "");
        for (said, create, records) in [
            ("neither made nor taken away", true, good),
            (
                "the record a is there twice",
                false,
                r#"[{"id": "a", "fields": {"name": "A"}}, {"id": "a", "fields": {"name": "B"}}]"#,
            ),
            (
                "the record a: /name",
                false,
                r#"[{"id": "a", "fields": {"name": "much too long"}}]"#,
            ),
            ("cannot be read", false, r#"{"id": "a"}"#),
        ] {
            let found = found(&Definition::new(descriptor(create)).holds(records));
            assert!(found.contains(said), "`{said}` is not in: {found}");
        }
    }
}
