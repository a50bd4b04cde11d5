//! Holding what is sent against a JSON Schema, and saying what is wrong in the contract's words.

use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind as Kind;
use latchkey_contract::problem::FieldCode;
use serde_json::{Value, json};

use crate::validate::Faults;

/// The definitions that every schema here can refer to, by `#/$defs/` and the name.
pub(crate) fn definitions() -> Value {
    let line = |max: u32| json!({ "type": "string", "maxLength": max });
    let named = |max: u32| json!({ "type": "string", "minLength": 1, "maxLength": max });
    let money = |pattern: &str| {
        json!({
            "type": "object",
            "additionalProperties": false,
            "required": ["amount", "currency"],
            "properties": {
                "amount": { "type": "string", "maxLength": 16, "pattern": pattern },
                "currency": { "type": "string", "maxLength": 3, "pattern": "^[A-Z]{3}$" },
            },
        })
    };
    json!({
        "money": money(r"^-?[0-9]{1,12}(\.[0-9]{1,2})?$"),
        "price": money(r"^[0-9]{1,9}(\.[0-9]{1,2})?$"),
        "address": {
            "type": "object",
            "additionalProperties": false,
            "required": ["name", "street", "city", "country"],
            "properties": {
                "name": named(200),
                "street": named(200),
                "postcode": line(20),
                "city": named(100),
                "region": line(100),
                "country": { "type": "string", "maxLength": 2, "pattern": "^[A-Z]{2}$" },
            },
        },
        "image": {
            "type": "object",
            "additionalProperties": false,
            "required": ["src"],
            "properties": {
                // A path below the API's base, or the picture itself; never an address of another server.
                "src": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 49_152,
                    "pattern": "^(data:image/(avif|gif|jpeg|png|svg\\+xml|webp);base64,[A-Za-z0-9+/]+={0,2}\
                                |[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*)$",
                },
                "alt": line(300),
            },
        },
    })
}

/// The schema with those of the [`definitions`] that it refers to; its file does not repeat them.
pub(crate) fn with_definitions(mut schema: Value) -> Value {
    let text = schema.to_string();
    let mut needed = definitions();
    if let (Some(schema), Some(needed)) = (schema.as_object_mut(), needed.as_object_mut()) {
        needed.retain(|name, _| text.contains(&format!("\"#/$defs/{name}\"")));
        if !needed.is_empty() {
            schema.insert("$defs".into(), Value::Object(std::mem::take(needed)));
        }
    }
    schema
}

/// The schema of what a client sends: nothing that is read-only is needed.
pub(crate) fn as_sent(mut schema: Value) -> Value {
    forget_read_only(&mut schema);
    schema
}

fn forget_read_only(schema: &mut Value) {
    let read_only: Vec<String> = schema["properties"]
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, member)| member["readOnly"] == true)
        .map(|(name, _)| name.clone())
        .collect();
    if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
        required.retain(|name| !read_only.iter().any(|other| name == other));
    }
    let members = schema.get_mut("properties").and_then(Value::as_object_mut);
    for member in members.into_iter().flat_map(|members| members.values_mut()) {
        if let Some(items) = member.get_mut("items") {
            forget_read_only(items);
        }
    }
}

/// Makes a validator, once for all.
///
/// # Errors
/// A sentence, where the schema is none.
pub(crate) fn compile(schema: &Value) -> Result<Validator, String> {
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .offline()
        .build(schema)
        .map_err(|error| format!("the schema cannot be used: {error}"))
}

/// Notes what is wrong with `value`: for each place the first thing.
pub(crate) fn hold(validator: &Validator, value: &Value, faults: &mut Faults) {
    let mut seen = Vec::new();
    let mut note = |pointer: String, code, detail: String| {
        if !seen.contains(&pointer) {
            faults.note(pointer.clone(), code, detail);
            seen.push(pointer);
        }
    };
    for error in validator.iter_errors(value) {
        let pointer = error.instance_path().as_str().to_owned();
        let below = |name: &str| format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
        match error.kind() {
            Kind::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                note(below(name), FieldCode::Required, "This member is needed.".into());
            }
            Kind::AdditionalProperties { unexpected } => {
                for name in unexpected {
                    note(
                        below(name),
                        FieldCode::UnknownMember,
                        "There is no such member here.".into(),
                    );
                }
            }
            Kind::Type { .. } => note(pointer, FieldCode::WrongType, "This member has another type.".into()),
            Kind::MinLength { .. } if error.instance().as_str() == Some("") => {
                note(pointer, FieldCode::Required, "Write something here.".into());
            }
            Kind::MinLength { limit } => note(
                pointer,
                FieldCode::TooShort,
                format!("Use at least {limit} characters."),
            ),
            Kind::MaxLength { limit } => note(pointer, FieldCode::TooLong, format!("Use at most {limit} characters.")),
            Kind::Minimum { limit } => note(pointer, FieldCode::BelowMinimum, format!("Use {limit} or more.")),
            Kind::Maximum { limit } => note(pointer, FieldCode::AboveMaximum, format!("Use {limit} or less.")),
            Kind::ExclusiveMinimum { limit } => {
                note(pointer, FieldCode::BelowMinimum, format!("Use more than {limit}."));
            }
            Kind::ExclusiveMaximum { limit } => {
                note(pointer, FieldCode::AboveMaximum, format!("Use less than {limit}."));
            }
            Kind::MinItems { limit } => note(pointer, FieldCode::TooFew, format!("Use at least {limit}.")),
            Kind::MaxItems { limit } => note(pointer, FieldCode::TooMany, format!("Use at most {limit}.")),
            Kind::Enum { .. } | Kind::Constant { .. } => {
                note(pointer, FieldCode::UnknownValue, "There is no such choice.".into());
            }
            _ => note(
                pointer,
                FieldCode::Malformed,
                "This member does not have its form.".into(),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(schema: Value, value: &Value) -> Vec<(String, FieldCode)> {
        let validator = compile(&with_definitions(schema)).expect("it is a schema");
        let mut faults = Faults::default();
        hold(&validator, value, &mut faults);
        faults
            .found()
            .map(|fault| (fault.pointer.clone(), fault.code))
            .collect()
    }

    #[test]
    fn each_thing_that_can_be_wrong_has_its_code_and_its_place() {
        let schema = json!({
            "type": "object",
            "additionalProperties": false,
            "required": ["name", "gone"],
            "properties": {
                "name": { "type": "string", "minLength": 1 },
                "gone": { "type": "string" },
                "code": { "type": "string", "minLength": 3, "maxLength": 4 },
                "long": { "type": "string", "maxLength": 1 },
                "low": { "type": "integer", "minimum": 0 },
                "high": { "type": "integer", "maximum": 9 },
                "few": { "type": "array", "minItems": 1 },
                "many": { "type": "array", "maxItems": 1 },
                "choice": { "enum": ["a"] },
                "day": { "type": "string", "format": "date" },
                "mail": { "type": "string", "format": "email" },
                "web": { "type": "string", "format": "uri" },
                "when": { "type": "string", "format": "date-time" },
                "cost": { "$ref": "#/$defs/price" },
                "flag": { "type": "boolean" },
            },
        });
        let value = json!({
            "name": "", "code": "ab", "long": "ab", "low": -1, "high": 10, "few": [], "many": [1, 2], "choice": "b",
            "day": "2026-13-01", "mail": "x", "web": "x y", "when": "today", "flag": "yes", "a/b": 1,
            "cost": { "amount": "-1", "currency": "EUR" },
        });
        let mut found = found(schema, &value);
        let mut wanted = [
            ("/name", FieldCode::Required),
            ("/gone", FieldCode::Required),
            ("/code", FieldCode::TooShort),
            ("/long", FieldCode::TooLong),
            ("/low", FieldCode::BelowMinimum),
            ("/high", FieldCode::AboveMaximum),
            ("/few", FieldCode::TooFew),
            ("/many", FieldCode::TooMany),
            ("/choice", FieldCode::UnknownValue),
            ("/day", FieldCode::Malformed),
            ("/mail", FieldCode::Malformed),
            ("/web", FieldCode::Malformed),
            ("/when", FieldCode::Malformed),
            ("/flag", FieldCode::WrongType),
            ("/a~1b", FieldCode::UnknownMember),
            ("/cost/amount", FieldCode::Malformed),
        ]
        .map(|(pointer, code)| (pointer.to_owned(), code));
        wanted.sort_by(|a, b| a.0.cmp(&b.0));
        found.sort_by(|a, b| a.0.cmp(&b.0));
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_picture_is_a_path_of_ours_or_the_picture_itself() {
        let schema = json!({ "$ref": "#/$defs/image" });
        for good in ["pictures/key-1.webp", "data:image/png;base64,iVBORw0KGgo="] {
            assert_eq!(found(schema.clone(), &json!({ "src": good })), [], "{good}");
        }
        for bad in [
            "https://example.com/a.png",
            "//example.com/a.png",
            "javascript:alert(1)",
            "data:text/html;base64,AAAA",
            "../../etc/passwd",
            "",
        ] {
            assert_eq!(found(schema.clone(), &json!({ "src": bad })).len(), 1, "{bad}");
        }
    }

    #[test]
    fn what_is_read_only_is_not_asked_of_a_client() {
        let row = json!({
            "type": "object",
            "required": ["a", "b"],
            "properties": { "a": { "readOnly": true }, "b": {} },
        });
        let mut whole = row.clone();
        whole["properties"]["rows"] = json!({ "type": "array", "items": row });
        let sent = as_sent(whole);
        assert_eq!(sent["required"], json!(["b"]));
        assert_eq!(sent["properties"]["rows"]["items"]["required"], json!(["b"]));
    }
}
