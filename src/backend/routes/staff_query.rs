//! What `GET /staff` may be asked for, read strictly: a filter that is not understood is refused, since a list that
//! silently leaves one out shows people who should not be in it.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use latchkey_contract::limits::{PAGE_DEFAULT, PAGE_MAX};
use latchkey_contract::problem::FieldCode;
use latchkey_permissions::{PermissionId, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::auth::token::sha256_hex;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::staff_list::{After, Sort, SortKey, Wanted};
use crate::validate::Faults;

/// The longest search; no name and no address is longer.
const SEARCH_MAX: usize = 254;

/// The question, read.
pub(super) struct StaffQuery {
    pub(super) wanted: Wanted,
    /// Tells apart what a cursor belongs to.
    question: String,
}

/// A cursor, before it is wrapped.
#[derive(Serialize, Deserialize)]
struct Cursor {
    question: String,
    text: Option<String>,
    number: Option<i64>,
    id: String,
}

impl StaffQuery {
    /// The cursor of the page that begins after this place.
    pub(super) fn cursor(&self, after: After) -> Result<String, Refusal> {
        let (text, number) = match after.key {
            SortKey::Text(text) => (Some(text), None),
            SortKey::Number(number) => (None, Some(number)),
        };
        let cursor = Cursor {
            question: self.question.clone(),
            text,
            number,
            id: after.id,
        };
        let bytes = serde_json::to_vec(&cursor).map_err(|_| Refusal::internal())?;
        Ok(URL_SAFE_NO_PAD.encode(bytes))
    }

    fn after(&self, cursor: &str) -> Option<After> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let cursor: Cursor = serde_json::from_slice(&bytes).ok()?;
        let key = match (self.wanted.sort, cursor.text, cursor.number) {
            (Sort::Name | Sort::Email, Some(text), None) => SortKey::Text(text),
            (Sort::Status | Sort::LastSeen, None, Some(number)) => SortKey::Number(number),
            _ => return None,
        };
        (cursor.question == self.question).then_some(After { key, id: cursor.id })
    }
}

impl FromRequestParts<AppState> for StaffQuery {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        read(parts.uri.query().unwrap_or_default(), state)
    }
}

fn read(text: &str, state: &AppState) -> Result<StaffQuery, Refusal> {
    let mut faults = Faults::default();
    let mut given: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(text.as_bytes()) {
        let pointer = format!("/{name}");
        if ![
            "q",
            "status",
            "role",
            "permission",
            "twoFactor",
            "sort",
            "limit",
            "cursor",
        ]
        .contains(&&*name)
        {
            faults.note(pointer, FieldCode::UnknownMember, "There is no such filter here.");
        } else if given.insert(name.into_owned(), value.into_owned()).is_some() {
            faults.note(pointer, FieldCode::Malformed, "This is there twice.");
        }
    }
    // An empty one is none: that is how a form sends what was left out.
    given.retain(|_, value| !value.trim().is_empty());

    let search = given.get("q").map(|search| faults.line("/q", search, SEARCH_MAX));
    let statuses = given
        .get("status")
        .map(|names| statuses(names, &mut faults))
        .unwrap_or_default();
    let permission = given.get("permission").map(|id| PermissionId::from(id.clone()));
    if permission
        .as_ref()
        .is_some_and(|id| state.catalogue.permission(id).is_none())
    {
        faults.note("/permission", FieldCode::UnknownValue, "There is no such permission.");
    }
    let two_factor = given.get("twoFactor").and_then(|said| {
        let known = said.parse().ok();
        if known.is_none() {
            faults.note("/twoFactor", FieldCode::UnknownValue, "Say true or false.");
        }
        known
    });
    let (sort, descending) = sort(given.get("sort").map_or("name", String::as_str), &mut faults);
    let limit = given.get("limit").map_or(PAGE_DEFAULT, |limit| {
        let asked = limit.parse().ok().filter(|limit| (1..=PAGE_MAX).contains(limit));
        asked.unwrap_or_else(|| {
            faults.note("/limit", FieldCode::Malformed, format!("Ask for 1 to {PAGE_MAX}."));
            PAGE_DEFAULT
        })
    });
    let cursor = given.remove("cursor");
    given.remove("limit");
    let question = sha256_hex(&[format!("{given:?}").as_bytes()]);
    let mut query = StaffQuery {
        wanted: Wanted {
            search,
            statuses,
            role: given.remove("role"),
            permission,
            two_factor,
            sort,
            descending,
            limit,
            after: None,
        },
        question,
    };
    if let Some(cursor) = cursor {
        query.wanted.after = query.after(&cursor);
        if query.wanted.after.is_none() {
            faults.note(
                "/cursor",
                FieldCode::Malformed,
                "A cursor goes with the question that it was the answer to.",
            );
        }
    }
    faults.none()?;
    Ok(query)
}

fn statuses(names: &str, faults: &mut Faults) -> Vec<Status> {
    let mut statuses = Vec::new();
    for name in names.split(',') {
        match Status::ALL.into_iter().find(|status| status.as_str() == name.trim()) {
            Some(status) => statuses.push(status),
            None => faults.note("/status", FieldCode::UnknownValue, "There is no such status."),
        }
    }
    statuses
}

fn sort(text: &str, faults: &mut Faults) -> (Sort, bool) {
    let (name, descending) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
    let sort = match name {
        "name" => Sort::Name,
        "email" => Sort::Email,
        "status" => Sort::Status,
        "lastSeen" => Sort::LastSeen,
        _ => {
            faults.note(
                "/sort",
                FieldCode::UnknownValue,
                "Sort by name, email, status or lastSeen.",
            );
            Sort::Name
        }
    };
    (sort, descending)
}
