//! The description of the API as OpenAPI 3.1, made of the table of endpoints and the schemas of the types.
//!
//! It is apart from both because they are what it describes: nothing here decides anything, and nothing of it reaches
//! the browser. What a table of endpoints need not know (summaries, bodies, answers, refusals) is in [`operations`],
//! held complete by the contract's tests.

mod arrival;
mod catalogue;
pub(crate) mod foreign;
mod operation;
mod operations;
mod ownership;
mod parameters;
mod refusals;
mod responses;

use std::collections::BTreeSet;

use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

use crate::endpoint::{ENDPOINTS, Endpoint, Guard};
use crate::event;
use crate::problem::{MEDIA_TYPE, Problem};
use operation::{Body, Operation, Tag, Trait};

/// The media type of a merge patch (RFC 7396).
pub const MERGE_PATCH: &str = "application/merge-patch+json";

/// Where components stand in the document.
const SCHEMAS: &str = "/components/schemas";

/// What is said once of all calls.
const ABOUT: &str = "What a backend of the Latchkey admin speaks: JSON in UTF-8 with camelCase members, times as RFC 3339 \
     in UTC, opaque ids. Refusals are problem details (RFC 9457) with a `code`. Any path can also answer 404 `not-found` \
     and 405 `method-not-allowed`. A request that is not safe and that is signed in by the cookie needs an `Origin` \
     header that matches. `x-latchkey-rule` says who may call: `open`, `signedIn`, `owner`, the permissions that are needed, \
     or the rule that the descriptor of the resource has for it. Where `x-latchkey-fresh` is true, the person must have signed \
     in, or proved anew who it is, within the last ten minutes or what the backend was started with; otherwise 401 \
     `reauth-required`.";

/// Schemas of what clients send, and of what backends answer: the same type can be stricter one way.
struct Schemas {
    requests: SchemaGenerator,
    answers: SchemaGenerator,
}

impl Schemas {
    fn new() -> Self {
        let settings = || {
            SchemaSettings::draft2020_12().with(|settings| {
                settings.definitions_path = SCHEMAS.into();
                settings.meta_schema = None;
            })
        };
        Self {
            requests: settings().for_deserialize().into_generator(),
            answers: settings().for_serialize().into_generator(),
        }
    }

    /// The components of both; a name that they share means the same.
    fn components(mut self) -> Map<String, Value> {
        let mut all = self.answers.take_definitions(true);
        for (name, schema) in self.requests.take_definitions(true) {
            let known = all.insert(name.clone(), schema.clone());
            assert!(
                known.is_none_or(|known| known == schema),
                "`{name}` has one schema in requests and another in answers"
            );
        }
        all
    }
}

/// The names of the endpoints that are described; the same as those of [`ENDPOINTS`], which a test holds.
pub fn described() -> BTreeSet<&'static str> {
    operations::all().iter().map(|operation| operation.name).collect()
}

/// The description.
///
/// # Panics
/// Where an endpoint has no entry in [`operations`], or one type has two schemas; tests hold that neither happens.
pub fn document() -> Value {
    let operations = operations::all();
    let mut schemas = Schemas::new();
    let mut paths = Map::new();
    for endpoint in ENDPOINTS {
        let operation = operations
            .iter()
            .find(|operation| operation.name == endpoint.name)
            .unwrap_or_else(|| panic!("`{}` is not described in openapi/operations.rs", endpoint.name));
        let item = paths
            .entry(endpoint.path)
            .or_insert_with(|| parameters::of_path(endpoint.path));
        item[endpoint.method.as_str().to_ascii_lowercase()] = describe(endpoint, operation, &mut schemas);
    }
    schemas.answers.subschema_for::<Problem<Value>>();

    json!({
        "openapi": "3.1.1",
        "info": {
            "title": "Latchkey",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
            "description": ABOUT,
        },
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "servers": [{ "url": "/api/v1" }],
        "tags": Tag::ALL.map(|tag| json!({ "name": tag.name(), "description": tag.about() })),
        "paths": paths,
        "components": {
            "schemas": schemas.components(),
            "securitySchemes": {
                "cookie": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "latchkey",
                    "description": "`HttpOnly; SameSite=Strict; Path=/`, and `Secure` over https.",
                },
                "bearer": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "For a client of another origin: `POST /session` with `token: true`.",
                },
            },
        },
    })
}

/// One call.
fn describe(endpoint: &Endpoint, operation: &Operation, schemas: &mut Schemas) -> Value {
    let mut call = json!({
        "operationId": endpoint.name,
        "tags": [operation.tag.name()],
        "summary": operation.summary,
        "x-latchkey-rule": match &endpoint.guard {
            Guard::Open => json!("open"),
            Guard::Rule(rule) => json!(rule),
            Guard::Resource(act) => json!({ "resource": act.as_str() }),
        },
        "x-latchkey-fresh": endpoint.fresh,
        "security": match endpoint.guard {
            Guard::Open => json!([]),
            Guard::Rule(_) | Guard::Resource(_) => json!([{ "cookie": [] }, { "bearer": [] }]),
        },
        "responses": responses::of(endpoint, operation, schemas),
    });
    if let Some(about) = operation.about {
        call["description"] = json!(about);
    }
    if operation.is(Trait::Streams) {
        call["x-latchkey-events"] = events(&mut schemas.answers);
    }
    let parameters = parameters::of(endpoint, operation);
    if !parameters.is_empty() {
        call["parameters"] = Value::Array(parameters);
    }
    if let Some(Body { schema, patch, needed }) = operation.body {
        let media = json!({ "schema": schema(&mut schemas.requests) });
        let mut content = json!({ "application/json": media });
        if patch {
            content[MERGE_PATCH] = media;
        }
        call["requestBody"] = json!({ "required": needed, "content": content });
    }
    call
}

/// The data of each event by its name.
fn events(answers: &mut SchemaGenerator) -> Value {
    let nothing = json!({ "type": "object" });
    json!({
        event::STREAM_OPENED: nothing,
        event::STREAM_RESET: nothing,
        event::STREAM_ALIVE: nothing,
        event::SESSION_CHANGED: nothing,
        event::SESSION_ENDED: answers.subschema_for::<event::SessionEnded>(),
        event::SESSION_ELSEWHERE: nothing,
        event::STAFF_CHANGED: answers.subschema_for::<event::StaffChanged>(),
        event::RESOURCE_CHANGED: answers.subschema_for::<event::ResourceChanged>(),
        event::ACTIVITY_CHANGED: nothing,
    })
}

/// The content of a refusal.
fn problem_content(schema: Value) -> Value {
    json!({ MEDIA_TYPE: { "schema": schema } })
}
