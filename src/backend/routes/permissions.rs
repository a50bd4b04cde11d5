//! `/permissions`: the catalogue, for everybody.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use latchkey_contract::id::Version;
use latchkey_permissions::Catalogue;

use super::{Answered, not_modified};
use crate::auth::proof::Anyone;
use crate::auth::token::sha256_hex;
use crate::precondition::IfNoneMatch;
use crate::state::AppState;

/// The catalogue as it is published; written once.
pub(crate) struct Published {
    body: String,
    version: Version,
}

impl Published {
    /// Writes a catalogue.
    pub(crate) fn new(catalogue: &Catalogue) -> Result<Self, serde_json::Error> {
        let body = serde_json::to_string(catalogue.document())?;
        let mut hash = sha256_hex(&[body.as_bytes()]);
        hash.truncate(32);
        Ok(Self {
            body,
            version: Version(hash),
        })
    }
}

pub(super) async fn get(_: Anyone, State(state): State<AppState>, seen: IfNoneMatch) -> Answered {
    let Published { body, version } = &state.published;
    let mut response = if seen.has(version) {
        not_modified(version)?
    } else {
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
            (header::ETAG, super::etag(version)?),
        ];
        (StatusCode::OK, headers, body.clone()).into_response()
    };
    // It may be kept, but is asked for again each time: it says nothing about any person.
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(response)
}
