//! What `GET /activity` may be asked for, read strictly: a filter that is not understood is refused, since a list that
//! silently leaves one out shows what should not be in it.

use std::collections::BTreeMap;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use latchkey_contract::activity::Kind;
use latchkey_contract::limits::{PAGE_DEFAULT, PAGE_MAX};
use latchkey_contract::problem::FieldCode;
use latchkey_permissions::Time;

use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::activity::Wanted;
use crate::validate::Faults;

/// The longest search, and the longest id.
const TEXT_MAX: usize = 254;

/// The filters, in the order of the contract.
const NAMES: [&str; 11] = [
    "q", "actor", "person", "subject", "kind", "section", "resource", "from", "to", "limit", "cursor",
];

/// The question, read.
pub(super) struct ActivityQuery(pub(super) Wanted);

impl FromRequestParts<AppState> for ActivityQuery {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        read(parts.uri.query().unwrap_or_default(), state).map(Self)
    }
}

fn read(text: &str, state: &AppState) -> Result<Wanted, Refusal> {
    let mut faults = Faults::default();
    let mut given: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(text.as_bytes()) {
        let pointer = format!("/{name}");
        if !NAMES.contains(&&*name) {
            faults.note(pointer, FieldCode::UnknownMember, "There is no such filter here.");
        } else if given.insert(name.into_owned(), value.into_owned()).is_some() {
            faults.note(pointer, FieldCode::Malformed, "This is there twice.");
        }
    }
    // An empty one is none: that is how a form sends what was left out.
    given.retain(|_, value| !value.trim().is_empty());

    let mut line = |name: &str| {
        let value = given.get(name)?;
        Some(faults.line(&format!("/{name}"), value, TEXT_MAX))
    };
    let (search, actor, person, subject) = (line("q"), line("actor"), line("person"), line("subject"));
    let kinds = given
        .get("kind")
        .map(|names| kinds(names, &mut faults))
        .unwrap_or_default();
    let mut sections = state.catalogue.sections().iter();
    if let Some(section) = given.get("section")
        && !sections.any(|known| known.id.as_str() == section)
    {
        faults.note("/section", FieldCode::UnknownValue, "There is no such section.");
    }
    if let Some(resource) = given.get("resource")
        && state.registry.get(resource).is_none()
    {
        faults.note("/resource", FieldCode::UnknownValue, "There is no such resource.");
    }
    let mut moment = |name: &str| {
        let read: Option<Time> = given.get(name)?.parse().ok();
        if read.is_none() {
            let pointer = format!("/{name}");
            faults.note(
                pointer,
                FieldCode::Malformed,
                "Write a moment such as 2026-11-24T00:00:00Z.",
            );
        }
        read
    };
    let (from, to) = (moment("from"), moment("to"));
    let limit = given.get("limit").map_or(PAGE_DEFAULT, |limit| {
        let asked = limit.parse().ok().filter(|limit| (1..=PAGE_MAX).contains(limit));
        asked.unwrap_or_else(|| {
            faults.note("/limit", FieldCode::Malformed, format!("Ask for 1 to {PAGE_MAX}."));
            PAGE_DEFAULT
        })
    });
    // The place of an entry is the same whatever is asked for, so that it can be a cursor as it is.
    let before = given.get("cursor").map(|cursor| cursor.parse::<i64>());
    if matches!(before, Some(Err(_))) {
        faults.note("/cursor", FieldCode::Malformed, "A cursor is one that was answered.");
    }
    faults.none()?;
    Ok(Wanted {
        search,
        actor,
        person,
        subject,
        kinds,
        section: given.remove("section"),
        resource: given.remove("resource"),
        from,
        to,
        before: before.and_then(Result::ok),
        limit,
    })
}

fn kinds(names: &str, faults: &mut Faults) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for name in names.split(',') {
        match Kind::ALL.iter().find(|kind| kind.as_str() == name.trim()) {
            Some(kind) => kinds.push(*kind),
            None => faults.note("/kind", FieldCode::UnknownValue, "There is no such kind."),
        }
    }
    kinds
}
