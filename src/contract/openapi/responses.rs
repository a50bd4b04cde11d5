//! Answers: the one of success with its headers, 304, and each refusal by its status.

use serde_json::{Map, Value, json};

use super::operation::{Header, Operation, Trait};
use super::{SCHEMAS, Schemas, problem_content, refusals};
use crate::endpoint::Endpoint;
use crate::problem::ProblemCode;

/// All answers of a call, by status.
pub(super) fn of(endpoint: &Endpoint, operation: &Operation, schemas: &mut Schemas) -> Value {
    let answer = operation.answer.map(|schema| schema(&mut schemas.answers).to_value());
    let mut responses = Map::new();
    responses.insert(operation.status.to_string(), success(operation, answer.as_ref()));
    if operation.is(Trait::Revalidates) {
        let headers = json!({ "ETag": etag() });
        responses.insert(
            "304".into(),
            json!({ "description": "It is still what `If-None-Match` names.", "headers": headers }),
        );
    }
    for (status, codes) in refusals::of(endpoint, operation) {
        responses.insert(status.to_string(), refusal(&codes, answer.as_ref()));
    }
    responses.sort_keys();
    Value::Object(responses)
}

fn success(operation: &Operation, answer: Option<&Value>) -> Value {
    let mut headers = Map::new();
    for header in operation.headers {
        let (name, value) = match header {
            Header::ETag => ("ETag", etag()),
            Header::SetsCookie => (
                "Set-Cookie",
                text(
                    "The session's cookie; not for a client that uses a bearer token.",
                    false,
                ),
            ),
            Header::ClearsCookie => (
                "Set-Cookie",
                text(
                    "Takes the session's cookie away, where it is the present one that ends.",
                    false,
                ),
            ),
        };
        headers.insert(name.into(), value);
    }
    if !operation.is(Trait::Impersonal) {
        headers.insert(
            "Cache-Control".into(),
            json!({ "required": true, "schema": { "const": "no-store" } }),
        );
    }
    if operation.is(Trait::Csv) {
        headers.insert(
            "Content-Disposition".into(),
            text("`attachment`, with a name for the file.", true),
        );
    }
    if operation.is(Trait::Streams) {
        // Proxies that know of it pass each event on as it comes.
        headers.insert(
            "X-Accel-Buffering".into(),
            json!({ "required": true, "schema": { "const": "no" } }),
        );
    }
    let mut success = json!({
        "description": match operation.status {
            201 => "Created.",
            202 => "It will be seen to.",
            204 => "Done.",
            _ => "As asked for.",
        },
        "headers": headers,
    });
    if let Some(schema) = answer {
        let media = if operation.is(Trait::Csv) {
            "text/csv"
        } else if operation.is(Trait::Streams) {
            "text/event-stream"
        } else {
            "application/json"
        };
        success["content"] = json!({ media: { "schema": schema } });
    }
    success
}

/// A refusal with one of `codes`, which share a status. A stale one brings the record, which is what success answers.
fn refusal(codes: &[ProblemCode], answer: Option<&Value>) -> Value {
    let status = codes[0].status();
    let names: Vec<&str> = codes.iter().map(|code| code.as_str()).collect();
    let mut members = json!({ "status": { "const": status }, "code": { "enum": names } });
    let mut required = vec!["status", "code"];
    if codes.contains(&ProblemCode::Stale) {
        members["current"] = answer.cloned().unwrap_or(Value::Bool(true));
        required.push("current");
    }
    let described: Vec<String> = codes
        .iter()
        .map(|code| format!("`{}`: {}.", code.as_str(), code.title()))
        .collect();
    let mut response = json!({
        "description": described.join(" "),
        "content": problem_content(json!({
            "$ref": format!("#{SCHEMAS}/Problem"),
            "properties": members,
            "required": required,
        })),
    });
    if matches!(status, 429 | 503) {
        response["headers"] = json!({
            "Retry-After": {
                "description": "Seconds to wait.",
                "required": status == 429,
                "schema": { "type": "integer", "minimum": 0 },
            },
        });
    }
    response
}

fn etag() -> Value {
    text("The state of the record: its version in quotes.", true)
}

fn text(about: &str, required: bool) -> Value {
    json!({ "description": about, "required": required, "schema": { "type": "string" } })
}
