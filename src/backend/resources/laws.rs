//! What holds across records, for every resource: a reference leads somewhere, money is in the store's currency, and in
//! a tree nothing lies in itself.

use std::collections::{BTreeMap, BTreeSet};

use latchkey_contract::problem::FieldCode;
use latchkey_contract::resource::{Field, Kind, Shape};
use serde_json::Value;

use super::Fields;
use super::model::Model;
use super::records;
use super::values::references;
use super::work::Work;
use crate::problem::Refusal;
use crate::validate::Faults;

/// Holds what has been changed against these laws. What stayed as it was is not asked again: a record can name another
/// that has been taken away since.
pub(crate) async fn hold(
    work: &mut Work<'_>,
    fields: &[Field],
    before: &Fields,
    after: &Fields,
) -> Result<(), Refusal> {
    let mut faults = Faults::default();
    let known: BTreeSet<_> = references(fields, before)
        .into_iter()
        .map(|(resource, id, _)| (resource, id))
        .collect();
    let mut wanted: BTreeMap<&str, Vec<(&str, String)>> = BTreeMap::new();
    for (resource, id, pointer) in references(fields, after) {
        if !known.contains(&(resource, id)) {
            wanted.entry(resource).or_default().push((id, pointer));
        }
    }
    for (resource, asked) in wanted {
        let model = work.model(resource)?;
        let ids: Vec<&str> = asked.iter().map(|(id, _)| *id).collect();
        let there = records::existing(work.db, &model, &ids).await?;
        for (id, pointer) in asked {
            if !there.iter().any(|known| known == id) {
                faults.note(pointer, FieldCode::UnknownValue, "There is no such record.");
            }
        }
    }
    for field in fields {
        let name = field.name.as_str();
        if let Some(value) = after.get(name).filter(|value| before.get(name) != Some(value)) {
            currency(field, value, &format!("/{name}"), &work.currency, &mut faults);
        }
    }
    faults.none()
}

fn currency(field: &Field, value: &Value, pointer: &str, wanted: &str, faults: &mut Faults) {
    match field.kind {
        Kind::Money if value["currency"].as_str() != Some(wanted) => faults.note(
            format!("{pointer}/currency"),
            FieldCode::UnknownValue,
            format!("This store's currency is {wanted}."),
        ),
        Kind::Lines => {
            for (n, row) in value.as_array().into_iter().flatten().enumerate() {
                for field in &field.of {
                    let name = field.name.as_str();
                    if let Some(value) = row.get(name) {
                        currency(field, value, &format!("{pointer}/{n}/{name}"), wanted, faults);
                    }
                }
            }
        }
        _ => {}
    }
}

/// In a tree, nothing lies in itself, however far down.
pub(crate) async fn hold_tree(work: &mut Work<'_>, model: &Model, id: &str, after: &Fields) -> Result<(), Refusal> {
    if model.resource.shape != Shape::Tree {
        return Ok(());
    }
    let mut above = after.get("parent").and_then(Value::as_str).map(str::to_owned);
    let mut passed = BTreeSet::new();
    while let Some(parent) = above {
        if parent == id {
            return Err(Refusal::member(
                "/parent",
                FieldCode::UnknownValue,
                "Nothing can lie in itself.",
            ));
        }
        if !passed.insert(parent.clone()) {
            break;
        }
        let next = records::one(work.db, model, &parent).await?;
        above = next.and_then(|record| Some(record.fields.get("parent")?.as_str()?.to_owned()));
    }
    Ok(())
}
