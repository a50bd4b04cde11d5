//! What is said in the query of a call that takes a role or its changes away: a call without a body. It is read strictly: a
//! member that is left unread could be the one that says where the holders are to go.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use latchkey_contract::id::RoleId;
use latchkey_contract::limits::REASON_MAX;
use latchkey_contract::problem::FieldCode;

use crate::problem::Refusal;
use crate::state::AppState;
use crate::validate::Faults;

/// What becomes of those who hold a role that is deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Holders {
    /// Nothing was said: the role has to have none.
    Unsaid,
    /// They only lose it.
    Dropped,
    /// They hold this one in its place.
    Moved(RoleId),
}

/// The query of a deletion.
pub(super) struct Deletion {
    pub(super) holders: Holders,
    /// Why, in the owner's words; empty where nothing was said.
    pub(super) reason: String,
}

/// The query of a reset.
pub(super) struct Reset {
    /// Why, in the owner's words; empty where nothing was said.
    pub(super) reason: String,
}

impl FromRequestParts<AppState> for Deletion {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Refusal> {
        let [to, reason] = read(parts, ["moveTo", "reason"])?;
        let holders = match to {
            None => Holders::Unsaid,
            Some(to) if to.trim().is_empty() => Holders::Dropped,
            Some(to) => Holders::Moved(RoleId(to)),
        };
        Ok(Self {
            holders,
            reason: reason.unwrap_or_default(),
        })
    }
}

impl FromRequestParts<AppState> for Reset {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Refusal> {
        let [reason] = read(parts, ["reason"])?;
        Ok(Self {
            reason: reason.unwrap_or_default(),
        })
    }
}

/// The members of the query with these names.
fn read<const N: usize>(parts: &Parts, names: [&str; N]) -> Result<[Option<String>; N], Refusal> {
    let mut faults = Faults::default();
    let mut found = [const { None }; N];
    for (name, value) in form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes()) {
        let pointer = format!("/{name}");
        let value = match &*name {
            "reason" => faults.text(&pointer, &value, REASON_MAX),
            _ => value.into_owned(),
        };
        let place = names.iter().position(|known| **known == *name);
        match place.and_then(|place| found.get_mut(place)) {
            None => faults.note(pointer, FieldCode::UnknownMember, "There is no such member here."),
            Some(Some(_)) => faults.note(pointer, FieldCode::Malformed, "This is there twice."),
            Some(none) => *none = Some(value),
        }
    }
    faults.none()?;
    Ok(found)
}
