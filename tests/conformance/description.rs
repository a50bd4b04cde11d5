//! Holds an answer against the API description: that it is described at all, its headers, its media type and its JSON.
//!
//! The description lets backends add members that clients ignore; here such a member is a failure, since whatever a
//! backend says without the contract knowing of it may say too much.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use jsonschema::Validator;
use latchkey_contract::endpoint::{ENDPOINTS, Endpoint};
use latchkey_contract::openapi;
use latchkey_contract::problem::{MEDIA_TYPE, Problem, ProblemCode};
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::settings::Settings;

/// The description, its answers closed.
fn document() -> &'static Value {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    DOCUMENT.get_or_init(|| {
        let mut document = openapi::document();
        close(&mut document);
        document
    })
}

/// Lets no schema of an object have members that it does not name. One that narrows what it refers to stays open.
fn close(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(close);
            let is_open = members.get("properties").is_some_and(Value::is_object)
                && !members.contains_key("additionalProperties")
                && !members.contains_key("$ref");
            if is_open {
                members.insert("additionalProperties".into(), json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

/// The validator of a schema at a place in the description.
fn validator(pointer: &str) -> Arc<Validator> {
    static KNOWN: Mutex<BTreeMap<String, Arc<Validator>>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let entry = known.entry(pointer.to_owned()).or_insert_with(|| {
        let mut schema = document()
            .pointer(pointer)
            .unwrap_or_else(|| panic!("the description has no {pointer}"))
            .clone();
        schema["components"] = document()["components"].clone();
        let validator = jsonschema::draft202012::options()
            .should_validate_formats(true)
            .build(&schema);
        Arc::new(validator.unwrap_or_else(|error| panic!("{pointer}: {error}")))
    });
    Arc::clone(entry)
}

/// The call that a method and a path belong to, where there is one.
fn endpoint(call: &str) -> Option<&'static Endpoint> {
    let (method, path) = call.split_once(' ')?;
    let path = path.split('?').next()?;
    let matches = |template: &str| {
        let (mut parts, mut wanted) = (path.split('/'), template.split('/'));
        let same = wanted.by_ref().all(|wanted| {
            parts
                .next()
                .is_some_and(|part| part == wanted || (wanted.starts_with('{') && !part.is_empty()))
        });
        same && parts.next().is_none()
    };
    // A path that is written out goes before one that takes any id there, as OpenAPI has it.
    ENDPOINTS
        .iter()
        .filter(|endpoint| endpoint.method.as_str() == method && matches(endpoint.path))
        .min_by_key(|endpoint| endpoint.path.matches('{').count())
}

fn escaped(text: &str) -> String {
    text.replace('~', "~0").replace('/', "~1")
}

/// Holds an answer against the description.
#[track_caller]
pub(crate) fn check(answer: &Answer) {
    check_cookies(answer);
    if answer.status >= 400 {
        check_refusal(answer);
    }
    let Some(endpoint) = endpoint(&answer.call) else {
        if answer.status >= 400 {
            validate(answer, "/components/schemas/Problem");
        }
        return;
    };
    let place = format!(
        "/paths/{}/{}/responses/{}",
        escaped(endpoint.path),
        endpoint.method.as_str().to_ascii_lowercase(),
        answer.status
    );
    let Some(response) = document().pointer(&place) else {
        panic!(
            "a status that the API description of {} does not have: {answer}",
            endpoint.name
        );
    };
    check_headers(answer, response, &place);
    let Some(content) = response["content"].as_object() else {
        assert!(answer.body.is_empty(), "a body where none is described: {answer}");
        return;
    };
    let media_type = answer.media_type().unwrap_or_default();
    assert!(
        content.contains_key(media_type),
        "the media type `{media_type}` is not described: {answer}"
    );
    validate(answer, &format!("{place}/content/{}/schema", escaped(media_type)));
}

#[track_caller]
fn validate(answer: &Answer, pointer: &str) {
    // A file is described as a text, and so is a stream.
    let body = match answer.media_type() {
        Some("text/csv" | "text/event-stream") => json!(String::from_utf8_lossy(&answer.body)),
        _ => answer.json(),
    };
    let faults: Vec<String> = validator(pointer)
        .iter_errors(&body)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(faults.is_empty(), "not as described, {}\n{answer}", faults.join("; "));
}

/// What every refusal has, whoever refuses what.
#[track_caller]
fn check_refusal(answer: &Answer) {
    assert_eq!(answer.media_type(), Some(MEDIA_TYPE), "{answer}");
    let problem: Problem<Value> = answer.read();
    assert_ne!(problem.code, ProblemCode::Unknown, "a code without meaning: {answer}");
    assert_eq!(
        problem.status, answer.status,
        "the problem names another status: {answer}"
    );
    assert_eq!(
        problem.code.status(),
        answer.status,
        "the code belongs to another status: {answer}"
    );
    let said = [&problem.kind, &problem.title, &problem.detail];
    assert!(said.iter().all(|text| !text.trim().is_empty()), "{answer}");
    let names_members = match problem.code {
        ProblemCode::Invalid => true,
        // It may name the member as well.
        ProblemCode::EmailTaken => !problem.errors.is_empty(),
        _ => false,
    };
    assert_eq!(
        names_members,
        !problem.errors.is_empty(),
        "`errors` belongs to `invalid`: {answer}"
    );
    assert_eq!(
        problem.code == ProblemCode::MissingPermission,
        !problem.missing.is_empty(),
        "`missing` belongs to `missing-permission`: {answer}"
    );
}

#[track_caller]
fn check_headers(answer: &Answer, response: &Value, place: &str) {
    for (name, header) in response["headers"].as_object().into_iter().flatten() {
        let Some(value) = answer.header(name) else {
            assert!(header["required"] != true, "{name} is missing: {answer}");
            continue;
        };
        let value = value
            .parse::<u64>()
            .map_or_else(|_| json!(value), |number| json!(number));
        let schema = validator(&format!("{place}/headers/{}/schema", escaped(name)));
        assert!(schema.is_valid(&value), "{name} is {value}: {answer}");
    }
}

/// A cookie of the backend's is out of reach of scripts and of other sites.
#[track_caller]
fn check_cookies(answer: &Answer) {
    for line in answer.headers.get_all("set-cookie") {
        let line = line.to_str().expect("a cookie in ASCII");
        let attributes: Vec<String> = line
            .split(';')
            .skip(1)
            .map(|part| part.trim().to_ascii_lowercase())
            .collect();
        for needed in ["httponly", "samesite=strict", "path=/"] {
            assert!(
                attributes.iter().any(|attribute| attribute == needed),
                "{needed}: {line}"
            );
        }
        assert!(
            !attributes.iter().any(|attribute| attribute.starts_with("domain")),
            "a cookie for other hosts: {line}"
        );
        let is_secure = attributes.iter().any(|attribute| attribute == "secure");
        assert_eq!(is_secure, Settings::get().is_https(), "{line}");
    }
}
