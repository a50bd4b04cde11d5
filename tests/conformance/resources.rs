//! What lies behind the menus of the tested backend: which resources it has, and a record of each that could be made.
//! Nothing here knows one by name.

use latchkey_contract::list::Page;
use latchkey_contract::resource::{Field, Format, JsonType, Kind, Record, Resource, Schema};
use latchkey_contract::session::Session;
use serde_json::{Map, Value, json};

use crate::people::{fresh_word, owner};

/// The fields of a record.
pub type Fields = Map<String, Value>;

/// All resources, as the owner hears of them.
#[track_caller]
pub fn all() -> Vec<Resource> {
    let page: Page<Resource> = owner().get("/resources").send().expect(200).read();
    page.items
}

/// The path of a resource's list.
pub fn path(resource: &Resource) -> String {
    format!("/resources/{}", resource.id)
}

/// A record that could be made: what is needed, and no more. None where that cannot be told from the descriptor: a text
/// of a certain form, or a reference where there is nothing to refer to.
pub fn sample(resource: &Resource) -> Option<Fields> {
    let session: Session = owner().get("/session").send().expect(200).read();
    object(
        &resource.fields,
        &resource.schema,
        &resource.schema,
        &session.store.currency,
    )
}

fn object(fields: &[Field], object: &Schema, outermost: &Schema, currency: &str) -> Option<Fields> {
    let needed = fields.iter().filter(|field| {
        let read_only = object
            .properties
            .get(&field.name)
            .is_some_and(|schema| schema.read_only);
        object.needs(&field.name) && !read_only
    });
    needed
        .map(|field| {
            let schema = outermost.resolve(object.properties.get(&field.name)?)?;
            Some((field.name.to_string(), value(field, schema, outermost, currency)?))
        })
        .collect()
}

fn value(field: &Field, schema: &Schema, outermost: &Schema, currency: &str) -> Option<Value> {
    Some(match field.kind {
        Kind::Text | Kind::LongText => json!(text(schema)?),
        Kind::Number => json!(schema.minimum.unwrap_or_default()),
        Kind::Money => json!({ "amount": "1", "currency": currency }),
        Kind::Date if schema.format == Some(Format::DateTime) => json!("2026-11-24T09:30:00Z"),
        Kind::Date => json!("2026-11-24"),
        Kind::Choice => json!(field.choices.first()?.value),
        Kind::Choices => {
            let few = schema.min_items.unwrap_or_default() as usize;
            json!(
                field
                    .choices
                    .iter()
                    .take(few)
                    .map(|choice| &choice.value)
                    .collect::<Vec<_>>()
            )
        }
        Kind::Switch => json!(false),
        Kind::Image => json!({ "src": "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=", "alt": "" }),
        Kind::Address => json!({
            "name": "Ada Conformance", "street": "Storgatan 1", "postcode": "411 01", "city": "Göteborg", "country": "SE",
        }),
        Kind::Lines => {
            let row = outermost.resolve(schema.items.as_deref()?)?;
            let few = 0..schema.min_items.unwrap_or_default();
            let rows = few.map(|_| object(&field.of, row, outermost, currency).map(Value::Object));
            json!(rows.collect::<Option<Vec<_>>>()?)
        }
        Kind::Reference => {
            let list = format!("/resources/{}?limit=1", field.resource.as_ref()?);
            let page: Page<Record<Fields>> = owner().get(list).send().expect(200).read();
            json!(page.items.first()?.id)
        }
        Kind::Unknown => return None,
    })
}

fn text(schema: &Schema) -> Option<String> {
    let word = fresh_word();
    let text = match schema.format {
        Some(Format::Email) => format!("{word}@conformance.example.test"),
        Some(Format::Uri) => format!("https://{word}.example.test/"),
        Some(_) => return None,
        None if schema.pattern.is_some() || schema.kind != Some(JsonType::String) => return None,
        None => word,
    };
    let most = schema.max_length.map_or(usize::MAX, |most| most as usize);
    // The end of a word is what makes it fresh.
    let short: String = text.chars().skip(text.chars().count().saturating_sub(most)).collect();
    (schema.format.is_none() || short == text).then_some(short)
}

/// A record's fields as a client would send them: what is referred to by its id alone.
pub fn as_sent(fields: &[Field], values: &Fields) -> Fields {
    let mut sent = values.clone();
    for field in fields {
        match (field.kind, sent.get_mut(field.name.as_str())) {
            (Kind::Reference, Some(value)) => *value = value["id"].clone(),
            (Kind::Lines, Some(Value::Array(rows))) => {
                for row in rows {
                    if let Value::Object(members) = row {
                        *members = as_sent(&field.of, members);
                    }
                }
            }
            _ => {}
        }
    }
    sent
}
