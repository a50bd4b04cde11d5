//! JSON documents with other values at some places: damage that gets past the parser. One source for the tests of every
//! reader of them, which each include it.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// A value that is wrong almost anywhere.
fn odd() -> impl Strategy<Value = Value> {
    let deep = (0..60).fold(json!("deep"), |inner, _| json!([inner]));
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        "[a-z.]{0,12}".prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        Just(json!("x".repeat(10_000))),
        Just(json!([])),
        Just(json!({})),
        Just(json!({ "": { "en": [] } })),
        Just(deep),
    ]
}

/// Counts the values of a document, itself included.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(values) => values.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum::<usize>(),
        _ => 0,
    }
}

/// The value in this place, counted from the top.
fn nth(value: &mut Value, place: usize) -> Option<&mut Value> {
    if place == 0 {
        return Some(value);
    }
    let mut left = place - 1;
    let within: Box<dyn Iterator<Item = &mut Value>> = match value {
        Value::Array(values) => Box::new(values.iter_mut()),
        Value::Object(members) => Box::new(members.values_mut()),
        _ => return None,
    };
    for inner in within {
        let size = count(inner);
        if left < size {
            return nth(inner, left);
        }
        left -= size;
    }
    None
}

/// This document with other values at some places, members that are gone, and members that were doubled elsewhere.
pub(crate) fn altered(whole: &Value) -> impl Strategy<Value = Value> + use<> {
    let whole = whole.clone();
    let change = (any::<Index>(), any::<Index>(), odd(), 0..4_u8);
    proptest::collection::vec(change, 1..4).prop_map(move |changes| {
        let mut document = whole.clone();
        for (place, other, odd, kind) in changes {
            let size = count(&document);
            let from = nth(&mut document, other.index(size)).map(|value| value.clone());
            let Some(value) = nth(&mut document, place.index(size)) else {
                continue;
            };
            match (kind, value) {
                (0, Value::Object(members)) => {
                    let name = members.keys().nth(other.index(members.len().max(1))).cloned();
                    name.and_then(|name| members.remove(&name));
                }
                (1, Value::Array(values)) => values.extend(from),
                (2, value) => *value = from.unwrap_or_default(),
                (_, value) => *value = odd,
            }
        }
        document
    })
}
