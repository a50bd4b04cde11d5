//! The page stands behind every path of the app, and behind nothing else.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use latchkey_backend::assets;

use crate::bundle::{Bundle, PAGE};

#[tokio::test]
async fn every_path_of_the_app_is_answered_with_the_page() {
    let bundle = Bundle::new();
    for path in [
        "/",
        "/staff",
        "/staff/",
        "/staff/0123",
        "/join/AbC_-0",
        "/theme",
        "/theme/",
        "/a?next=/b.c",
        "//x",
    ] {
        for accept in ["text/html,application/xhtml+xml,*/*;q=0.8", "*/*"] {
            let answer = bundle.get(path, &[("accept", accept)]).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert_eq!(answer.body, PAGE, "{path}");
            assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
            assert_eq!(answer.header("location"), "");
        }
    }
}

#[tokio::test]
async fn who_wants_data_is_not_given_a_page() {
    let bundle = Bundle::new();
    let answer = bundle.get("/staff", &[("accept", "application/json")]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_api_never_falls_through_to_the_page() {
    let bundle = Bundle::new();
    for path in [
        "/api",
        "/api/",
        "/api/v1/nothing",
        "/api/v2/session",
        "/%61pi/v1/nothing",
        "/api/v1/x.json",
    ] {
        let answer = bundle.get(path, &[("accept", "text/html")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
        let problem: serde_json::Value = serde_json::from_slice(&answer.body).expect("it is JSON");
        assert_eq!(problem["code"], "not-found");
        assert_eq!(problem["status"], 404);
    }
    assert_eq!(bundle.get("/api/v1/invitations/x", &[]).await.body, "an invitation");
}

#[tokio::test]
async fn nothing_outside_the_folder_is_reached() {
    let bundle = Bundle::new();
    bundle.write(".env", "hidden");
    for path in [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/..%2Fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/theme/../../secret.txt",
        "/theme/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/..%252fsecret.txt",
        "/.env",
        "/theme/%00.css",
        "/%ff.css",
        "//etc/passwd.txt",
    ] {
        let answer = bundle.get(path, &[("accept", "text/html")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_ne!(answer.body, "secret", "{path}");
    }
}

#[tokio::test]
async fn the_bundle_can_only_be_read() {
    let bundle = Bundle::new();
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
        for path in ["/", "/config.json", "/staff"] {
            let request = Request::builder().method(method.clone()).uri(path);
            let answer = bundle.send(request.body(Body::empty()).expect("it is a request")).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            assert_eq!(answer.header("allow"), "GET, HEAD");
        }
    }
}

#[tokio::test]
async fn a_bundle_without_its_page_says_so() {
    let bundle = Bundle::new();
    assert_eq!(assets::check(&bundle.folder()), Ok(()));
    std::fs::remove_file(bundle.folder().join("index.html")).expect("it was there");
    assert_eq!(bundle.get("/", &[]).await.status, StatusCode::SERVICE_UNAVAILABLE);
    let sentence = assets::check(&bundle.folder()).expect_err("it is missing");
    assert!(
        sentence.contains("index.html") && sentence.contains("--assets"),
        "{sentence}"
    );
}
