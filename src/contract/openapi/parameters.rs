//! Parameters: those of paths, of the list of staff, and the headers that guard a change.

use serde_json::{Value, json};

use super::operation::{Operation, Trait};
use crate::activity::Kind;
use crate::endpoint::Endpoint;
use crate::limits::{IDEMPOTENCY_KEY_MAX, IDEMPOTENCY_KEY_MIN, PAGE_DEFAULT, PAGE_MAX, REASON_MAX};
use crate::list::STAFF_SORTS;
use latchkey_permissions::Status;

/// A path's own item, with its `{members}` as parameters.
pub(super) fn of_path(path: &str) -> Value {
    let members: Vec<Value> = members(path)
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }))
        .collect();
    if members.is_empty() {
        json!({})
    } else {
        json!({ "parameters": members })
    }
}

/// The names of a path's `{members}`.
pub(super) fn members(path: &str) -> impl Iterator<Item = &str> {
    path.split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

/// A call's own parameters.
pub(super) fn of(endpoint: &Endpoint, operation: &Operation) -> Vec<Value> {
    let mut parameters = Vec::new();
    if operation.is(Trait::ListsStaff) {
        parameters.extend(staff_list());
    }
    if operation.is(Trait::ListsResources) {
        parameters.extend(resource_list());
    }
    if operation.is(Trait::NarrowsTexts) {
        parameters.push(query(
            "language",
            "A BCP 47 tag. Texts may be answered in this language alone, with English beside it; in all there are \
             where nothing is said.",
            json!({ "type": "string" }),
        ));
    }
    if operation.is(Trait::ListsRecords) {
        parameters.extend(record_list(operation.is(Trait::Csv)));
    }
    if operation.is(Trait::ListsActivity) {
        parameters.extend(activity_list(operation.is(Trait::Csv)));
    }
    if operation.is(Trait::TakesHead) {
        parameters.push(query(
            "head",
            "A `head` that was answered earlier.",
            json!({ "type": "string" }),
        ));
    }
    if operation.is(Trait::MovesHolders) {
        parameters.push(query(
            "moveTo",
            "The role that the holders get in its place; empty where they only lose this one.",
            json!({ "type": "string" }),
        ));
    }
    if operation.is(Trait::TakesReason) {
        parameters.push(query(
            "reason",
            "Why, for the record of what happens: asked for where somebody gets something sensitive by it.",
            json!({ "type": "string", "maxLength": REASON_MAX }),
        ));
    }
    if operation.is(Trait::SpansDays) {
        parameters.extend(span());
    }
    if operation.is(Trait::Streams) {
        let text = json!({ "type": "string" });
        parameters.extend([
            query(
                "after",
                "The id of the last event that was heard, where `Last-Event-ID` cannot be sent.",
                text.clone(),
            ),
            header(
                "Last-Event-ID",
                false,
                "The id of the last event that was heard; goes before `after`.",
                text,
            ),
        ]);
    }
    if endpoint.if_match {
        parameters.push(header(
            "If-Match",
            true,
            "The `ETag` of the record as it was seen; 412 where it has changed since, 428 where this is missing.",
            json!({ "type": "string" }),
        ));
    }
    if operation.is(Trait::Idempotent) {
        parameters.push(header(
            "Idempotency-Key",
            false,
            "The same key and body give the first answer again; the same key with another body is 422.",
            json!({ "type": "string", "minLength": IDEMPOTENCY_KEY_MIN, "maxLength": IDEMPOTENCY_KEY_MAX }),
        ));
    }
    if operation.is(Trait::Revalidates) {
        parameters.push(header(
            "If-None-Match",
            false,
            "An `ETag` known already; 304 where the record is still that.",
            json!({ "type": "string" }),
        ));
    }
    parameters
}

fn header(name: &str, required: bool, about: &str, schema: Value) -> Value {
    json!({ "name": name, "in": "header", "required": required, "description": about, "schema": schema })
}

fn query(name: &str, about: &str, schema: Value) -> Value {
    json!({ "name": name, "in": "query", "required": false, "description": about, "schema": schema })
}

fn span() -> [Value; 3] {
    let day = json!({ "type": "string", "format": "date" });
    [
        query(
            "from",
            "The first day; thirty days before the last where nothing is said.",
            day.clone(),
        ),
        query("to", "The last day; today where nothing is said.", day),
        query(
            "compare",
            "Whether the figures of the span of the same length before it are answered too.",
            json!({ "type": "boolean", "default": false }),
        ),
    ]
}

fn resource_list() -> [Value; 2] {
    [
        query(
            "brief",
            "Only as much of each as the menu needs.",
            json!({ "type": "boolean", "default": false }),
        ),
        query("id", "Only the one with this id.", json!({ "type": "string" })),
    ]
}

/// The parameters of a list of records; a file has no pages.
fn record_list(whole: bool) -> Vec<Value> {
    let mut all = vec![
        query(
            "q",
            "Part of what the descriptor's search looks at, whatever its case; nothing in it is a wildcard.",
            json!({ "type": "string" }),
        ),
        query(
            "sort",
            "One of the descriptor's `sorts`; with `-` the other way round.",
            json!({ "type": "string" }),
        ),
        json!({
            "name": "filters",
            "in": "query",
            "description": "Each of the descriptor's `filters` is a parameter of its own: a value, several with a comma \
                            between them, or `from..to`.",
            "style": "form",
            "explode": true,
            "schema": { "type": "object", "additionalProperties": { "type": "string" } },
        }),
    ];
    if !whole {
        all.extend([
            query(
                "limit",
                "How many on one page.",
                json!({ "type": "integer", "minimum": 1, "maximum": PAGE_MAX, "default": PAGE_DEFAULT }),
            ),
            query("cursor", "`next` of the page before.", json!({ "type": "string" })),
        ]);
    }
    all
}

/// The parameters of what happened; a file has no pages.
fn activity_list(whole: bool) -> Vec<Value> {
    let text = || json!({ "type": "string" });
    let moment = || json!({ "type": "string", "format": "date-time" });
    let mut all = vec![
        query(
            "q",
            "Part of a name or a reason, whatever its case; nothing in it is a wildcard.",
            text(),
        ),
        query("actor", "Only what this person did.", text()),
        query(
            "person",
            "Only what this person did or what is about the person.",
            text(),
        ),
        query(
            "subject",
            "Only what is about this person, role or record; of a person also what touched a role that the person held.",
            text(),
        ),
        json!({
            "name": "kind",
            "in": "query",
            "description": "Only these kinds; several with a comma between them.",
            "style": "form",
            "explode": false,
            "schema": { "type": "array", "items": { "enum": Kind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>() } },
        }),
        query("section", "Only what happened in this section.", text()),
        query("resource", "Only what happened in this resource.", text()),
        query("from", "From this moment on.", moment()),
        query("to", "Before this moment.", moment()),
    ];
    if !whole {
        all.extend([
            query(
                "limit",
                "How many on one page.",
                json!({ "type": "integer", "minimum": 1, "maximum": PAGE_MAX, "default": PAGE_DEFAULT }),
            ),
            query("cursor", "`next` of the page before.", text()),
        ]);
    }
    all
}

fn staff_list() -> [Value; 8] {
    let sorts: Vec<String> = STAFF_SORTS
        .iter()
        .flat_map(|sort| [(*sort).to_owned(), format!("-{sort}")])
        .collect();
    [
        query(
            "q",
            "Part of a name or an e-mail address, whatever its case; nothing in it is a wildcard.",
            json!({ "type": "string" }),
        ),
        query(
            "sort",
            "The order; with `-` the other way round.",
            json!({ "enum": sorts, "default": "name" }),
        ),
        query(
            "limit",
            "How many on one page.",
            json!({ "type": "integer", "minimum": 1, "maximum": PAGE_MAX, "default": PAGE_DEFAULT }),
        ),
        query("cursor", "`next` of the page before.", json!({ "type": "string" })),
        json!({
            "name": "status",
            "in": "query",
            "description": "Only accounts that stand there; several with a comma between them.",
            "style": "form",
            "explode": false,
            "schema": { "type": "array", "items": { "enum": Status::ALL.map(Status::as_str) } },
        }),
        query("role", "Only those who hold this role.", json!({ "type": "string" })),
        query(
            "permission",
            "Only those who hold this permission, directly or by a role.",
            json!({ "type": "string" }),
        ),
        query(
            "twoFactor",
            "Only those who have, or have not, a second factor.",
            json!({ "type": "boolean" }),
        ),
    ]
}
