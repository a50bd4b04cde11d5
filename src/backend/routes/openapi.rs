//! `/openapi.json`: the description of this API, as it stands in `public/` and as a test holds it to the types.

use axum::http::header;
use axum::response::IntoResponse;

const DESCRIPTION: &str = include_str!("../../../public/openapi.json");

pub(super) async fn get() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, DESCRIPTION)
}
