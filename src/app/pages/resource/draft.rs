//! What stands in the form of a record, what saving it would send, and how it goes together with what somebody else has
//! saved meanwhile. Pure: no page, no network.

use latchkey_contract::id::FieldName;
use latchkey_contract::resource::{Field, Resource, Schema};
use serde_json::Value;

use super::value::{at, patch, same, wire};
use crate::client::Fields;

/// A field's value as it is sent.
fn sent(resource: &Resource, field: &Field, fields: &Fields) -> Value {
    sent_as(&resource.schema, field, fields)
}

/// A field's value as it is sent in a body that has this schema.
pub(super) fn sent_as(root: &Schema, field: &Field, fields: &Fields) -> Value {
    wire(field, at(fields, field.name.as_str()), root.member(&field.name), root)
}

/// The fields that differ between two states of a record.
pub(super) fn differing<'a>(
    resource: &'a Resource,
    before: &'a Fields,
    now: &'a Fields,
) -> impl Iterator<Item = &'a Field> {
    let differs = move |field: &&Field| !same(&sent(resource, field, before), &sent(resource, field, now));
    resource.fields.iter().filter(differs)
}

/// The merge patch that saving sends.
pub(super) fn changes(resource: &Resource, before: &Fields, now: &Fields) -> Fields {
    let change = |field: &Field| {
        let change = patch(&sent(resource, field, before), &sent(resource, field, now))?;
        Some((field.name.0.clone(), change))
    };
    resource.fields.iter().filter_map(change).collect()
}

/// Two versions of a record that were made from the same one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Meeting {
    /// What only the other has changed.
    pub(super) taken: Vec<FieldName>,
    /// What both have changed, to different values.
    pub(super) contested: Vec<FieldName>,
}

/// How one's own version, made from `base`, meets the other's.
pub(super) fn meet(resource: &Resource, base: &Fields, mine: &Fields, theirs: &Fields) -> Meeting {
    let mut meeting = Meeting {
        taken: Vec::new(),
        contested: Vec::new(),
    };
    for field in differing(resource, base, theirs) {
        let own = sent(resource, field, mine);
        if same(&sent(resource, field, base), &own) {
            meeting.taken.push(field.name.clone());
        } else if !same(&own, &sent(resource, field, theirs)) {
            meeting.contested.push(field.name.clone());
        }
    }
    meeting
}

/// The other's version with one's own changes on top, except for the fields of which the other's are `preferred`.
pub(super) fn rebase(
    resource: &Resource,
    base: &Fields,
    mine: &Fields,
    theirs: &Fields,
    preferred: &[FieldName],
) -> Fields {
    let mut merged = theirs.clone();
    for field in differing(resource, base, mine).filter(|field| !preferred.contains(&field.name)) {
        let name = field.name.as_str();
        match mine.get(name) {
            Some(value) => drop(merged.insert(name.to_owned(), value.clone())),
            None => drop(merged.remove(name)),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use latchkey_contract::resource::Resource;
    use serde_json::{Value, json};

    use super::{changes, meet, rebase};
    use crate::client::Fields;

    fn resource() -> Resource {
        let field = |name: &str, kind: &str| json!({ "name": name, "kind": kind, "label": { "en": name } });
        serde_json::from_value(json!({
            "id": "products", "section": "catalog", "path": "/catalog/products",
            "words": { "title": { "en": "Products" } },
            "rules": { "view": { "all": ["products.view"] } },
            "fields": [field("name", "text"), field("stock", "number"), field("price", "money"), field("maker", "reference")],
            "schema": { "type": "object" },
        }))
        .expect("a resource")
    }

    fn fields(value: Value) -> Fields {
        match value {
            Value::Object(fields) => fields,
            _ => panic!("an object"),
        }
    }

    fn names(list: &[latchkey_contract::id::FieldName]) -> Vec<&str> {
        list.iter().map(|name| name.as_str()).collect()
    }

    #[test]
    fn only_what_was_changed_is_sent() {
        let before = fields(json!({ "name": "Cup", "stock": 3, "maker": { "id": "1", "name": "A" }, "odd": [1] }));
        let mut now = before.clone();
        assert!(changes(&resource(), &before, &now).is_empty());
        now.insert("stock".to_owned(), json!(4));
        now.insert("maker".to_owned(), json!({ "id": "2", "name": "B" }));
        assert_eq!(
            Value::Object(changes(&resource(), &before, &now)),
            json!({ "stock": 4, "maker": "2" })
        );
    }

    #[test]
    fn a_reference_that_is_called_something_else_now_is_no_change() {
        let before = fields(json!({ "maker": { "id": "1", "name": "A" } }));
        let now = fields(json!({ "maker": { "id": "1", "name": "Ltd A" } }));
        assert!(changes(&resource(), &before, &now).is_empty());
    }

    #[test]
    fn what_the_other_alone_changed_is_taken_and_what_both_changed_is_contested() {
        let base = fields(json!({ "name": "Cup", "stock": 3, "price": { "amount": "1", "currency": "SEK" } }));
        let mine = fields(json!({ "name": "Mug", "stock": 4, "price": { "amount": "1", "currency": "SEK" } }));
        let theirs = fields(json!({ "name": "Cup", "stock": 9, "price": { "amount": "2", "currency": "SEK" } }));
        let meeting = meet(&resource(), &base, &mine, &theirs);
        assert_eq!(names(&meeting.taken), ["price"]);
        assert_eq!(names(&meeting.contested), ["stock"]);

        let kept = rebase(&resource(), &base, &mine, &theirs, &[]);
        let expected = json!({ "name": "Mug", "stock": 4, "price": { "amount": "2", "currency": "SEK" } });
        assert_eq!(Value::Object(kept), expected);
        let taken = rebase(&resource(), &base, &mine, &theirs, &meeting.contested);
        assert_eq!(taken.get("stock"), Some(&json!(9)));
        assert_eq!(taken.get("name"), Some(&json!("Mug")));
    }

    #[test]
    fn the_same_change_twice_is_no_contest() {
        let base = fields(json!({ "stock": 3 }));
        let both = fields(json!({ "stock": 4 }));
        let meeting = meet(&resource(), &base, &both, &both);
        assert_eq!((meeting.taken.len(), meeting.contested.len()), (0, 0));
    }
}
