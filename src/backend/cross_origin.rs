//! Pages of other origins that may call the API, where the settings name any (CORS).
//!
//! They sign in with `token: true` and send the token themselves. The cookie is never shared with them: answers do not
//! carry `Access-Control-Allow-Credentials`, so a browser keeps it back, and [`crate::origin`] would refuse it.

use std::time::Duration;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, Method, header};
use latchkey_contract::event::{EVENTS_SO_FAR, WATCHING};
use tower_http::cors::CorsLayer;

use crate::idempotency::IDEMPOTENCY_KEY;
use crate::origin::Origin;
use crate::routes::events::LAST_EVENT_ID;
use crate::start::StartError;

/// How long a browser may keep what it was told; Chromium keeps it no longer than this.
const KEPT: Duration = Duration::from_hours(2);

/// Answers the questions that browsers ask on behalf of pages of `origins`, and lets those read what `api` answers.
///
/// # Errors
/// Where one is the address of no site.
pub(crate) fn around(api: Router, origins: &[String]) -> Result<Router, StartError> {
    if origins.is_empty() {
        return Ok(api);
    }
    let allowed: Vec<HeaderValue> = origins.iter().map(|url| written(url)).collect::<Result<_, _>>()?;
    let layer = CorsLayer::new()
        .allow_origin(allowed)
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        .allow_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::IF_MATCH,
            header::IF_NONE_MATCH,
            IDEMPOTENCY_KEY,
            LAST_EVENT_ID,
            HeaderName::from_static(WATCHING),
        ])
        .expose_headers([
            header::ETAG,
            header::RETRY_AFTER,
            header::CONTENT_DISPOSITION,
            HeaderName::from_static(EVENTS_SO_FAR),
        ])
        .max_age(KEPT);
    Ok(api.layer(layer))
}

/// As browsers write it.
fn written(url: &str) -> Result<HeaderValue, StartError> {
    let origin = Origin::of(url).and_then(|origin| HeaderValue::try_from(origin.to_string()).ok());
    origin.ok_or_else(|| StartError::PublicUrl(url.to_owned()))
}
