//! What lies around all routes, from the outside in: the log, the protecting headers, a net for panics, a deadline.
//!
//! It is put around the whole router once, so that no answer can miss it: not a file, not a refusal, not a 404.

use std::any::Any;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use latchkey_contract::problem::ProblemCode;
use tower_http::catch_panic::CatchPanicLayer;

use crate::problem::Refusal;
use crate::{headers, logging};

/// How long a request may take until its answer begins, its body included.
const PATIENCE: Duration = Duration::from_secs(30);

/// Puts them around a router; `https` where that is how people reach the app.
pub fn around(router: Router, https: bool) -> Router {
    with_patience(router, https, PATIENCE)
}

fn with_patience(router: Router, https: bool, patience: Duration) -> Router {
    router
        .layer(middleware::from_fn(move |request: Request, next: Next| async move {
            let answer = tokio::time::timeout(patience, next.run(request)).await;
            answer.unwrap_or_else(|_| late())
        }))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::map_response(move |mut response: Response| async move {
            headers::protect(response.headers_mut(), https);
            response
        }))
        .layer(middleware::from_fn(logging::record))
}

fn late() -> Response {
    Refusal::new(ProblemCode::Unavailable, "That took too long. Try again.").into_response()
}

/// The panic itself is logged where it happened; whoever asked learns nothing of it.
fn panicked(_: Box<dyn Any + Send>) -> Response<Body> {
    Refusal::internal().into_response()
}

#[cfg(test)]
mod tests {
    use axum::http::{StatusCode, header};
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;

    async fn fails() {
        panic!("a fault that a test makes");
    }

    async fn ask(path: &str) -> Response {
        let router = Router::new()
            .route("/late", get(std::future::pending::<()>))
            .route("/panic", get(fails))
            .route("/fine", get(|| async {}));
        let request = Request::get(path).body(Body::empty()).expect("it is a request");
        with_patience(router, false, Duration::from_millis(20))
            .oneshot(request)
            .await
            .expect("it is answered")
    }

    #[tokio::test]
    async fn what_hangs_or_panics_is_answered_with_a_problem_and_all_headers() {
        for (path, status) in [
            ("/late", StatusCode::SERVICE_UNAVAILABLE),
            ("/panic", StatusCode::INTERNAL_SERVER_ERROR),
        ] {
            let response = ask(path).await;
            assert_eq!(response.status(), status, "{path}");
            assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
            assert_eq!(response.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        }
        assert_eq!(ask("/fine").await.status(), StatusCode::OK);
        let nowhere = ask("/nowhere").await;
        assert_eq!(nowhere.status(), StatusCode::NOT_FOUND);
        assert!(nowhere.headers().contains_key(header::CONTENT_SECURITY_POLICY));
    }
}
