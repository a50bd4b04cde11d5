//! `/events`: what changes, told as it happens.

use std::time::Duration;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::sse::{KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use latchkey_contract::event::{ALIVE_EVERY_MS, Event};
use latchkey_contract::problem::ProblemCode;
use serde::Deserialize;

use super::Answered;
use crate::auth::extract::SignedIn;
use crate::events::stream::{Stream, written};
use crate::problem::Refusal;
use crate::state::AppState;

pub(crate) const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");
/// What some proxies look at to see whether they may hold an answer back.
const X_ACCEL_BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");
/// How long a client is to wait when there is no room for its stream.
const NO_ROOM_WAIT_MS: i64 = 60_000;

/// Where to begin.
#[derive(Deserialize)]
pub(super) struct Beginning {
    after: Option<String>,
}

pub(super) async fn get(
    person: SignedIn,
    State(state): State<AppState>,
    headers: HeaderMap,
    Query(Beginning { after }): Query<Beginning>,
) -> Answered {
    let held = state.live.places.take(&person.session.id).ok_or_else(|| {
        let refusal = Refusal::new(
            ProblemCode::Unavailable,
            "There are too many streams. Ask now and then instead.",
        );
        refusal.retry_after(NO_ROOM_WAIT_MS)
    })?;
    // The header comes from a browser that lost the connection, and is the newer of both.
    let header = headers.get(LAST_EVENT_ID).and_then(|id| id.to_str().ok());
    let stream = Stream::begin(state, person, held, header.or(after.as_deref()));
    let alive = KeepAlive::new()
        .interval(Duration::from_millis(ALIVE_EVERY_MS.into()))
        .event(written(&Event::StreamAlive));
    let mut response: Response = Sse::new(stream.events()).keep_alive(alive).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_ACCEL_BUFFERING, HeaderValue::from_static("no"));
    Ok(response)
}
