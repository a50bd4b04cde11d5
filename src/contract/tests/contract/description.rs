//! The description is sound, and describes what is there: every call, and the JSON that the types read and write.

use std::collections::BTreeSet;

use latchkey_contract::endpoint::{ENDPOINTS, Guard, Method};
use latchkey_contract::openapi;
use latchkey_contract::permissions::PRESET_CATALOGUE;
use latchkey_contract::problem::ProblemCode;
use serde_json::{Value, json};

fn operation<'a>(document: &'a Value, name: &str) -> &'a Value {
    let endpoint = ENDPOINTS.iter().find(|endpoint| endpoint.name == name).expect("a call");
    &document["paths"][endpoint.path][endpoint.method.as_str().to_lowercase()]
}

/// A validator of one of the document's schemas, which may refer to the document's components.
fn validator(document: &Value, schema: &Value) -> jsonschema::Validator {
    let mut schema = schema.clone();
    schema["components"] = document["components"].clone();
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("a sound schema")
}

fn component(document: &Value, name: &str) -> jsonschema::Validator {
    validator(document, &json!({ "$ref": format!("#/components/schemas/{name}") }))
}

/// Each value in the document with its path.
fn walk<'a>(value: &'a Value, path: &str, visit: &mut dyn FnMut(&str, &'a Value)) {
    visit(path, value);
    match value {
        Value::Object(members) => members
            .iter()
            .for_each(|(name, member)| walk(member, &format!("{path}/{name}"), visit)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(n, item)| walk(item, &format!("{path}/{n}"), visit)),
        _ => {}
    }
}

#[test]
fn every_call_is_described_and_nothing_else() {
    let calls: BTreeSet<&str> = ENDPOINTS.iter().map(|endpoint| endpoint.name).collect();
    assert_eq!(openapi::described(), calls);

    let document = openapi::document();
    let mut ids = Vec::new();
    walk(&document["paths"], "", &mut |path, value| {
        if path.ends_with("/operationId") {
            ids.extend(value.as_str());
        }
    });
    assert_eq!(ids.len(), calls.len());
    assert_eq!(ids.into_iter().collect::<BTreeSet<_>>(), calls);
}

#[test]
fn every_reference_leads_somewhere_and_every_component_is_referred_to() {
    let document = openapi::document();
    let mut referred = BTreeSet::new();
    walk(&document, "", &mut |path, value| {
        // A descriptor's schema has such a member itself, which is described like any other.
        if path.ends_with("/$ref") && !path.ends_with("/properties/$ref") {
            let reference = value.as_str().expect("a text");
            let pointer = reference.strip_prefix('#').expect("a reference within the document");
            assert!(document.pointer(pointer).is_some(), "{path}: {reference}");
            referred.insert(pointer.trim_start_matches("/components/schemas/").to_owned());
        }
    });
    let components = document["components"]["schemas"].as_object().expect("schemas");
    assert_eq!(referred, components.keys().cloned().collect());
}

#[test]
fn every_schema_is_sound() {
    let document = openapi::document();
    let components = document["components"]["schemas"].as_object().expect("schemas");
    for (name, schema) in components {
        assert!(jsonschema::draft202012::meta::is_valid(schema), "{name}");
    }
    walk(&document["paths"], "", &mut |path, value| {
        if path.ends_with("/schema") {
            assert!(jsonschema::draft202012::meta::is_valid(value), "{path}");
        }
    });
}

#[test]
fn parameters_of_a_path_are_declared_and_nothing_but_them() {
    let document = openapi::document();
    for (path, item) in document["paths"].as_object().expect("paths") {
        let in_path: Vec<&str> = path
            .split('/')
            .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
            .collect();
        let declared: Vec<&str> = item["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|parameter| parameter["in"] == "path" && parameter["required"] == true)
            .filter_map(|parameter| parameter["name"].as_str())
            .collect();
        assert_eq!(in_path, declared, "{path}");
    }
}

#[test]
fn the_guard_of_a_call_is_told() {
    let document = openapi::document();
    for endpoint in ENDPOINTS {
        let operation = operation(&document, endpoint.name);
        let open = endpoint.guard == Guard::Open;
        assert_eq!(operation["security"] == json!([]), open, "{}", endpoint.name);
        assert_eq!(operation["x-latchkey-rule"] == "open", open, "{}", endpoint.name);
        assert_eq!(
            operation["responses"]["401"].is_object(),
            !open || ["signIn", "resetPassword"].contains(&endpoint.name)
        );
    }
    assert_eq!(operation(&document, "inviteStaff")["x-latchkey-rule"], "owner");
    assert_eq!(operation(&document, "inviteStaff")["x-latchkey-fresh"], true);
    assert_eq!(operation(&document, "suspendStaff")["x-latchkey-fresh"], false);
    assert_eq!(operation(&document, "getSession")["x-latchkey-rule"], "signedIn");
}

#[test]
fn answers_name_their_status_and_refusals_their_codes() {
    let document = openapi::document();
    let mut told = BTreeSet::new();
    for endpoint in ENDPOINTS {
        let responses = operation(&document, endpoint.name)["responses"]
            .as_object()
            .expect("responses");
        let successes = responses.keys().filter(|status| status.starts_with('2')).count();
        assert_eq!(successes, 1, "{}", endpoint.name);
        for (status, response) in responses {
            let Some(problem) = response.pointer("/content/application~1problem+json/schema") else {
                assert!(status.starts_with('2') || status == "304", "{} {status}", endpoint.name);
                continue;
            };
            let codes = problem["properties"]["code"]["enum"].as_array().expect("codes");
            for code in codes {
                let code: ProblemCode = serde_json::from_value(code.clone()).expect("a code");
                assert_eq!(code.status().to_string(), *status, "{}", endpoint.name);
                told.insert(code.as_str());
            }
        }
    }
    let all: BTreeSet<&str> = ProblemCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(told, all);
}

#[test]
fn a_change_of_a_record_needs_if_match_and_takes_both_forms_of_json() {
    let document = openapi::document();
    for endpoint in ENDPOINTS {
        let operation = operation(&document, endpoint.name);
        let needs = operation["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|parameter| parameter["name"] == "If-Match" && parameter["required"] == true);
        assert_eq!(needs, endpoint.if_match, "{}", endpoint.name);
        assert_eq!(operation["responses"]["428"].is_object(), needs, "{}", endpoint.name);
        if endpoint.method == Method::Patch {
            let content = operation["requestBody"]["content"].as_object().expect("a body");
            let types: Vec<&str> = content.keys().map(String::as_str).collect();
            assert_eq!(types, ["application/json", openapi::MERGE_PATCH]);
        }
    }
}

#[test]
fn the_shipped_catalogue_has_the_described_form() {
    let document = openapi::document();
    let catalogue: Value = serde_json::from_str(PRESET_CATALOGUE).expect("JSON");
    let schema = component(&document, "Catalogue");
    let faults: Vec<String> = schema.iter_errors(&catalogue).map(|error| error.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new());

    for (pointer, wrong) in [
        ("/version", json!(1)),
        ("/sections/0/id", json!("Sales")),
        ("/sections/0/label", json!({ "sv": "Försäljning" })),
        ("/sections/0/permissions/0/id", json!("orders")),
        ("/sections/0/permissions/0/sensitive", json!("very")),
        ("/sections/0/permissions/0/requires", json!([1])),
        ("/ownerPowers", json!(null)),
    ] {
        let mut broken = catalogue.clone();
        *broken.pointer_mut(pointer).expect("a member") = wrong;
        assert!(!schema.is_valid(&broken), "{pointer}");
    }
}

#[test]
fn requests_are_closed_in_the_description_as_they_are_in_the_types() {
    let document = openapi::document();
    let mut bodies = 0;
    let mut records = Vec::new();
    for endpoint in ENDPOINTS {
        let Some(body) = operation(&document, endpoint.name).get("requestBody") else {
            continue;
        };
        let schema = body.pointer("/content/application~1json/schema").expect("a schema");
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            bodies += 1;
            let schema = document.pointer(&reference[1..]).expect("a schema");
            assert_eq!(schema["additionalProperties"], json!(false), "{}", endpoint.name);
        } else {
            // Which members a record has, its descriptor says.
            records.push(endpoint.name);
            assert_eq!(*schema, json!({ "type": "object", "additionalProperties": true }));
        }
    }
    assert_eq!(bodies, 22);
    assert_eq!(records, ["createRecord", "commandList", "patchRecord", "commandRecord"]);
}

#[test]
fn limits_are_described() {
    let document = openapi::document();
    let invite = component(&document, "NewStaffMember");
    assert!(invite.is_valid(&json!({ "email": "a@b.test", "permissions": ["orders.view"] })));
    assert!(!invite.is_valid(&json!({ "email": "a@b.test", "permissions": ["Orders"] })));
    assert!(!invite.is_valid(&json!({ "email": "a@b.test", "permissions": [], "name": "n".repeat(201) })));
    assert!(!invite.is_valid(&json!({ "email": "a@b.test", "permissions": [], "ends": "tomorrow" })));
    let join = component(&document, "Join");
    assert!(join.is_valid(&json!({ "name": "n", "password": "p".repeat(15) })));
    assert!(!join.is_valid(&json!({ "name": "n", "password": "p".repeat(14) })));
    assert!(!join.is_valid(&json!({ "name": "", "password": "p".repeat(15) })));
}
