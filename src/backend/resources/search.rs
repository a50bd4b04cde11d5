//! What a record is searched by: one folded text, made of all that everybody who sees the record may see of it.

use std::collections::BTreeSet;

use latchkey_contract::resource::{Field, Kind};
use serde_json::Value;

use super::Fields;
use super::model::Model;
use super::values::references;
use crate::validate::folded;

/// The longest text that a record is searched by, in characters.
const SEARCH_MAX: usize = 4_000;

/// What a record is searched by: its texts, as far as everybody who sees it may see them, and what it refers to.
pub(crate) fn search(model: &Model, fields: &Fields, name: impl Fn(&str, &str) -> Option<String>) -> String {
    let mut words = Vec::new();
    let open: Vec<Field> = model
        .resource
        .fields
        .iter()
        .filter(|field| field.view.is_none() && !model.is_write_only(&field.name))
        .cloned()
        .collect();
    texts(&open, fields, &mut words);
    let referred: Vec<String> = references(&open, fields)
        .iter()
        .filter_map(|(resource, id, _)| name(resource, id))
        .collect();
    words.extend(referred.iter().map(String::as_str));
    // An order names its buyer more than once; to be found, once is enough.
    let mut known = BTreeSet::new();
    words.retain(|word| known.insert(*word));
    // A line between them, which nobody searches for: nothing is found that begins in one text and ends in the next.
    let text: String = words.join("\n").chars().take(SEARCH_MAX).collect();
    folded(&text)
}

fn texts<'a>(fields: &[Field], values: &'a Fields, words: &mut Vec<&'a str>) {
    for field in fields {
        match (field.kind, values.get(field.name.as_str())) {
            (Kind::Text | Kind::LongText, Some(Value::String(text))) => words.push(text),
            (Kind::Address, Some(Value::Object(members))) => {
                let lines = ["name", "street", "postcode", "city"].iter();
                words.extend(lines.filter_map(|name| members.get(*name)?.as_str()));
            }
            (Kind::Lines, Some(Value::Array(rows))) => {
                for row in rows.iter().filter_map(Value::as_object) {
                    texts(&field.of, row, words);
                }
            }
            _ => {}
        }
    }
}
