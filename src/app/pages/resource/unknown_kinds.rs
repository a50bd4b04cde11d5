//! A field of a kind that this version does not know, from the descriptor to what is sent: it is read as it is, never an
//! input, and whatever is saved leaves its value alone. Each step has tests of its own; this is the way through them all.

use latchkey_contract::resource::{Field, Kind, Resource};
use serde_json::{Value, json};

use super::checks::without_nothing;
use super::draft::{changes, meet, rebase};
use super::kept::without_secrets;
use super::rights::can_be_sent;
use super::shown::plain;
use super::value::at;
use crate::client::Fields;
use crate::json;

/// A backend of tomorrow: a new kind of field beside a known one, in a record and in its rows.
fn resource() -> Resource {
    let text = json!({
        "id": "parcels", "section": "sales", "path": "/sales/parcels",
        "words": { "title": { "en": "Parcels" } },
        "rules": { "view": { "all": ["orders.view"] }, "edit": { "all": ["orders.manage"] } },
        "fields": [
            { "name": "to", "kind": "text", "label": { "en": "To" } },
            { "name": "route", "kind": "map", "label": { "en": "Route" } },
            { "name": "code", "kind": "barcode", "label": { "en": "Code" } },
            {
                "name": "stops", "kind": "lines", "label": { "en": "Stops" },
                "of": [
                    { "name": "place", "kind": "text", "label": { "en": "Place" } },
                    { "name": "point", "kind": "map", "label": { "en": "Point" } },
                ],
            },
        ],
        "schema": {
            "type": "object",
            "properties": {
                "to": { "type": "string" },
                "route": { "type": "array", "items": { "type": "array", "items": { "type": "number" } } },
                "code": { "type": "string" },
                "stops": { "type": "array", "items": {
                    "type": "object",
                    "properties": { "place": { "type": "string" }, "point": { "type": "array" } },
                } },
            },
        },
    });
    json::read(&text.to_string()).expect("what is new in it is no reason to refuse it")
}

fn fields(value: Value) -> Fields {
    match value {
        Value::Object(fields) => fields,
        other => panic!("{other}"),
    }
}

fn saved() -> Fields {
    fields(json!({
        "to": "Lund", "route": [[55.7, 13.2], [59.3, 18.1]], "code": "||| | ||",
        "stops": [{ "place": "Malmö", "point": [55.6, 13.0] }],
    }))
}

fn field<'a>(resource: &'a Resource, name: &str) -> &'a Field {
    resource.field(name).expect("there is one")
}

#[test]
fn it_is_read_as_it_is_and_is_no_input() {
    let (resource, saved) = (resource(), saved());
    for name in ["route", "code"] {
        let field = field(&resource, name);
        assert_eq!(field.kind, Kind::Unknown);
        assert!(!can_be_sent(&resource.schema, field), "{name} is an input");
    }
    assert!(can_be_sent(&resource.schema, field(&resource, "to")));
    let read = |name: &str| plain(field(&resource, name), at(&saved, name), None);
    assert_eq!(read("route"), "[[55.7,13.2],[59.3,18.1]]");
    assert_eq!(read("code"), "||| | ||");
}

#[test]
fn saving_something_else_leaves_it_alone() {
    let (resource, before) = (resource(), saved());
    let mut now = before.clone();
    now.insert("to".to_owned(), json!("Visby"));
    assert_eq!(
        Value::Object(changes(&resource, &before, &now)),
        json!({ "to": "Visby" })
    );

    // In rows, which are sent as a whole, it goes back as it came.
    now.insert("stops".to_owned(), json!([{ "place": "Ystad", "point": [55.6, 13.0] }]));
    assert_eq!(
        Value::Object(changes(&resource, &before, &now)),
        json!({ "to": "Visby", "stops": [{ "place": "Ystad", "point": [55.6, 13.0] }] })
    );
}

#[test]
fn it_outlasts_a_reload_and_somebody_elses_change() {
    let (resource, before) = (resource(), saved());
    let mut mine = before.clone();
    mine.insert("to".to_owned(), json!("Visby"));
    let kept = without_secrets(&resource, &mine);
    assert_eq!(kept, mine, "what is kept over a reload has all of it");

    let mut theirs = before.clone();
    theirs.insert("route".to_owned(), json!([[1.5, 2.5]]));
    let meeting = meet(&resource, &before, &kept, &theirs);
    assert_eq!(meeting.contested, []);
    let both = rebase(&resource, &before, &kept, &theirs, &[]);
    assert_eq!(at(&both, "route"), &json!([[1.5, 2.5]]), "the other's is taken");
    assert_eq!(
        Value::Object(changes(&resource, &theirs, &both)),
        json!({ "to": "Visby" })
    );
}

#[test]
fn a_new_record_is_made_without_it() {
    let resource = resource();
    let typed = fields(json!({ "to": "Visby" }));
    let body = without_nothing(&changes(&resource, &Fields::new(), &typed));
    assert_eq!(Value::Object(body), json!({ "to": "Visby" }));
}
