//! Values of fields: as a record brings them, as they are sent, and what has changed between two of them. Pure.

use latchkey_contract::resource::{Field, Kind, Schema};
use serde_json::{Map, Value};

use crate::client::Fields;

/// Nothing.
pub(super) const NOTHING: Value = Value::Null;

/// A field's value; null where there is none.
pub(super) fn at<'a>(fields: &'a Fields, name: &str) -> &'a Value {
    fields.get(name).unwrap_or(&NOTHING)
}

/// Whether nothing stands there.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.values().all(is_empty),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// A value as a client sends it: a reference by its id alone, rows without what only the backend sets. `schema` is the
/// value's own, `root` the outermost.
pub(super) fn wire(field: &Field, value: &Value, schema: Option<&Schema>, root: &Schema) -> Value {
    match (field.kind, value) {
        (Kind::Reference, Value::Object(members)) => members.get("id").cloned().unwrap_or(Value::Null),
        (Kind::Lines, Value::Array(rows)) => {
            let row_schema = schema
                .and_then(|schema| schema.items.as_deref())
                .and_then(|items| root.resolve(items));
            Value::Array(rows.iter().map(|row| wire_row(field, row, row_schema, root)).collect())
        }
        _ => value.clone(),
    }
}

fn wire_row(field: &Field, row: &Value, schema: Option<&Schema>, root: &Schema) -> Value {
    let Value::Object(members) = row else {
        return row.clone();
    };
    let member = |(name, value): (&String, &Value)| {
        let of = field.of.iter().find(|of| of.name.as_str() == name);
        let own = schema.and_then(|schema| schema.properties.keys().find(|known| known.as_str() == name));
        let set = schema
            .zip(own)
            .is_some_and(|(schema, own)| root.is_read_only(schema, own));
        let member = schema
            .zip(own)
            .and_then(|(schema, own)| root.resolve(schema.properties.get(own)?));
        // What no field describes travels on as it came.
        let wired = || of.map_or_else(|| value.clone(), |of| wire(of, value, member, root));
        (!set && !value.is_null()).then(|| (name.clone(), wired()))
    };
    Value::Object(members.iter().filter_map(member).collect())
}

/// The merge patch (RFC 7396) that makes `now` of `before`; none where they are the same.
pub(super) fn patch(before: &Value, now: &Value) -> Option<Value> {
    if before == now || (is_empty(before) && is_empty(now)) {
        return None;
    }
    if is_empty(now) {
        return Some(Value::Null);
    }
    let (Value::Object(old), Value::Object(new)) = (before, now) else {
        return Some(now.clone());
    };
    let gone = old.keys().filter(|name| at(new, name).is_null());
    let gone = gone.map(|name| (name.clone(), Value::Null));
    let changed = new.iter().filter_map(|(name, value)| {
        let change = patch(at(old, name), value)?;
        Some((name.clone(), change))
    });
    Some(Value::Object(gone.chain(changed).collect::<Map<_, _>>()))
}

/// The merge patch of the value's own field, sent whole where it is an object that was not there before.
pub(super) fn same(before: &Value, now: &Value) -> bool {
    patch(before, now).is_none()
}

#[cfg(test)]
mod tests {
    use latchkey_contract::id::FieldName;
    use latchkey_contract::resource::{Field, Kind, Schema};
    use serde_json::{Value, json};

    use super::{is_empty, patch, wire};

    fn field(kind: &Value) -> Field {
        let whole = json!({ "name": "x", "kind": kind, "label": { "en": "X" } });
        serde_json::from_value(whole).expect("a field")
    }

    #[test]
    fn a_change_is_a_merge_patch_of_what_differs() {
        assert_eq!(patch(&json!("a"), &json!("a")), None);
        assert_eq!(patch(&json!("a"), &json!("b")), Some(json!("b")));
        assert_eq!(patch(&json!(1), &Value::Null), Some(Value::Null));
        let before = json!({ "amount": "12.50", "currency": "SEK" });
        let now = json!({ "amount": "13", "currency": "SEK" });
        assert_eq!(patch(&before, &now), Some(json!({ "amount": "13" })));
    }

    #[test]
    fn what_is_left_out_of_an_object_is_cleared() {
        let before = json!({ "city": "Lund", "region": "Skåne" });
        assert_eq!(
            patch(&before, &json!({ "city": "Lund" })),
            Some(json!({ "region": null }))
        );
    }

    #[test]
    fn nothing_and_blank_are_the_same() {
        for nothing in [json!(null), json!(""), json!("  "), json!([]), json!({ "src": "" })] {
            assert!(is_empty(&nothing), "{nothing}");
            assert_eq!(patch(&Value::Null, &nothing), None);
        }
        assert_eq!(patch(&Value::Null, &json!(false)), Some(json!(false)));
        assert_eq!(patch(&json!(0), &json!(0)), None);
    }

    #[test]
    fn a_list_is_replaced_as_a_whole() {
        assert_eq!(patch(&json!([1, 2]), &json!([2])), Some(json!([2])));
    }

    #[test]
    fn a_reference_is_sent_by_its_id() {
        let reference = field(&json!("reference"));
        let root = Schema::default();
        let value = json!({ "id": "7", "name": "Dewi" });
        assert_eq!(wire(&reference, &value, None, &root), json!("7"));
        assert_eq!(wire(&reference, &json!("7"), None, &root), json!("7"));
    }

    #[test]
    fn rows_lose_what_the_backend_sets_and_keep_what_nobody_knows() {
        let mut lines = field(&json!("lines"));
        lines.of = vec![field(&json!("reference"))];
        let root = Schema::default();
        let total = Schema {
            read_only: true,
            ..Schema::default()
        };
        let items = Schema {
            properties: [(FieldName("total".to_owned()), total)].into(),
            ..Schema::default()
        };
        let schema = Schema {
            items: Some(Box::new(items)),
            ..Schema::default()
        };
        let value = json!([{ "x": { "id": "7", "name": "Cup" }, "total": 3, "new": [1] }]);
        assert_eq!(lines.kind, Kind::Lines);
        assert_eq!(
            wire(&lines, &value, Some(&schema), &root),
            json!([{ "x": "7", "new": [1] }])
        );
    }
}
