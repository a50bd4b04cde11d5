//! The protecting headers stand on every kind of answer.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::bundle::{Answer, Bundle, SCRIPT};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

/// What is read by the page and is none itself needs less said.
const DATA_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";
const DATA: [&str; 3] = ["application/json", "application/problem+json", "text/javascript"];

async fn every_kind(bundle: &Bundle) -> Vec<(StatusCode, Answer)> {
    let tag = bundle.get(SCRIPT, &[]).await.header("etag").to_owned();
    let written = Request::post("/config.json")
        .body(Body::empty())
        .expect("it is a request");
    let wrong_method = Request::post("/api/v1/invitations/x")
        .body(Body::empty())
        .expect("it is a request");
    vec![
        (StatusCode::OK, bundle.get("/", &[]).await),
        (StatusCode::OK, bundle.get("/staff", &[]).await),
        (StatusCode::OK, bundle.get(SCRIPT, &[("accept-encoding", "br")]).await),
        (StatusCode::OK, bundle.get("/api/v1/invitations/x", &[]).await),
        (
            StatusCode::PARTIAL_CONTENT,
            bundle.get(SCRIPT, &[("range", "bytes=0-2")]).await,
        ),
        (
            StatusCode::NOT_MODIFIED,
            bundle.get(SCRIPT, &[("if-none-match", &tag)]).await,
        ),
        (StatusCode::NOT_FOUND, bundle.get("/missing.js", &[]).await),
        (StatusCode::NOT_FOUND, bundle.get("/api/v1/missing", &[]).await),
        (StatusCode::METHOD_NOT_ALLOWED, bundle.send(written).await),
        (StatusCode::METHOD_NOT_ALLOWED, bundle.send(wrong_method).await),
        (
            StatusCode::RANGE_NOT_SATISFIABLE,
            bundle.get(SCRIPT, &[("range", "bytes=900-")]).await,
        ),
    ]
}

#[tokio::test]
async fn they_are_on_every_kind_of_answer() {
    for (status, answer) in every_kind(&Bundle::new()).await {
        assert_eq!(answer.status, status);
        let kind = answer.header("content-type").split(';').next().unwrap_or_default();
        let is_data = DATA.contains(&kind);
        let on_pages = |value| if is_data { "" } else { value };
        for (name, value) in [
            ("content-security-policy", if is_data { DATA_POLICY } else { POLICY }),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("x-frame-options", on_pages("DENY")),
            ("cross-origin-opener-policy", on_pages("same-origin")),
            ("cross-origin-resource-policy", "same-origin"),
            ("strict-transport-security", ""),
        ] {
            assert_eq!(answer.header(name), value, "{status} {name}");
        }
        assert_eq!(answer.header("permissions-policy").is_empty(), is_data, "{status}");
        assert_eq!(answer.header("x-request-id").len(), 16, "{status}");
    }
}

#[tokio::test]
async fn over_https_browsers_are_told_to_stay_there() {
    for (status, answer) in every_kind(&Bundle::new().over_https()).await {
        assert_eq!(
            answer.header("strict-transport-security"),
            "max-age=31536000",
            "{status}"
        );
    }
}
