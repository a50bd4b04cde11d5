//! Bodies that cannot be read: each refused with its own status and with the place, and nothing done.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{Request, header};
use hyper::body::Frame;
use serde_json::{Value, json};

use crate::support::{Answer, Browser, House, wrong};

async fn post(owner: &Browser, path: &str, content_type: Option<&str>, body: impl Into<Body>) -> Answer {
    let mut request = Request::post(format!("/api/v1{path}"))
        .header(header::HOST, "127.0.0.1:8787")
        .header(header::ORIGIN, "http://127.0.0.1:8787")
        .header(header::COOKIE, owner.cookie().expect("it is signed in"));
    if let Some(content_type) = content_type {
        request = request.header(header::CONTENT_TYPE, content_type);
    }
    owner.send(request.body(body.into()).expect("it is a request")).await
}

const JSON: Option<&str> = Some("application/json");

#[tokio::test]
async fn broken_json_is_malformed_and_says_where() {
    let house = House::sample().await;
    let owner = house.owner().await;
    for (body, place) in [
        ("", "line 1, column 0"),
        ("{", "line 1, column 1"),
        ("{\"email\": \"a@b.c\",\n}", "line 2, column 1"),
        ("{\"email\": 'a'}", "line 1, column 11"),
        ("{\"permissions\": []} x", "line 1, column 21"),
        // Wrong from the start, and broken further on: it is broken.
        ("{\"email\": 7, \"x\": ", "line 1, column 18"),
    ] {
        let answer = post(&owner, "/staff", JSON, body).await;
        assert_eq!(answer.refusal(), (400, "malformed".into()), "{body}");
        assert!(answer.text_at("/detail").contains(place), "{body}: {}", answer.text);
    }
    let bytes = b"{\"email\": \"\xff\"}".to_vec();
    assert_eq!(
        post(&owner, "/staff", JSON, bytes).await.refusal(),
        (400, "malformed".into())
    );
    let deep = format!("{{\"email\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(
        post(&owner, "/staff", JSON, deep).await.wrong(),
        [wrong("/email", "wrong-type")]
    );
    let lone = "{\"email\": \"\\ud800\", \"permissions\": []}";
    assert_eq!(
        post(&owner, "/staff", JSON, lone).await.refusal(),
        (400, "malformed".into())
    );
    assert_eq!(owner.get("/staff").await.at("/total"), 11);
}

#[tokio::test]
async fn other_types_than_json_are_unsupported() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let body = r#"{"email": "a@example.test", "permissions": []}"#;
    for content_type in [
        None,
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some("text/json+json"),
        Some("application/jsonx"),
    ] {
        let answer = post(&owner, "/staff", content_type, body).await;
        assert_eq!(
            answer.refusal(),
            (415, "unsupported-media-type".into()),
            "{content_type:?}"
        );
    }
    post(&owner, "/staff", Some("Application/JSON; charset=utf-8"), body)
        .await
        .expect(201);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_whether_it_says_so_or_not() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let large = json!({"email": "a@example.test", "permissions": [], "name": "x".repeat(1 << 20)}).to_string();
    let answer = post(&owner, "/staff", JSON, large.clone()).await;
    assert_eq!(answer.refusal(), (413, "too-large".into()));
    // Sent without a length.
    let answer = post(&owner, "/staff", JSON, Body::new(Endless(Some(large.into())))).await;
    assert_eq!(answer.refusal(), (413, "too-large".into()));
    // Announced, and refused before it is read.
    let announced = Request::post("/api/v1/session")
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::CONTENT_LENGTH, "65537")
        .body(Body::from("{}"));
    let answer = owner.send(announced.expect("it is a request")).await;
    assert_eq!(answer.refusal(), (413, "too-large".into()));
    let name = "x".repeat(1_000);
    let answer = owner
        .post(
            "/staff",
            json!({"email": "a@example.test", "permissions": [], "name": name}),
        )
        .await;
    assert_eq!(answer.wrong(), [wrong("/name", "too-long")]);
}

/// A body that does not say its length.
struct Endless(Option<Bytes>);

impl HttpBody for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.take().map(|bytes| Ok(Frame::data(bytes))))
    }
}

#[tokio::test]
async fn members_of_another_type_are_named() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let cases: Vec<(Value, &str, &str)> = vec![
        (json!({"email": 7, "permissions": []}), "/email", "wrong-type"),
        (json!({"email": null, "permissions": []}), "/email", "wrong-type"),
        (
            json!({"email": "a@b.test", "permissions": "all"}),
            "/permissions",
            "wrong-type",
        ),
        (
            json!({"email": "a@b.test", "permissions": ["a.b", 7]}),
            "/permissions/1",
            "wrong-type",
        ),
        (
            json!({"email": "a@b.test", "permissions": {"0": "a.b"}}),
            "/permissions",
            "wrong-type",
        ),
        (json!({"email": "a@b.test"}), "/permissions", "required"),
        (json!({"permissions": []}), "/email", "required"),
        (
            json!({"email": "a@b.test", "permissions": [], "a/b~c": 1}),
            "/a~1b~0c",
            "unknown-member",
        ),
        (
            json!({"email": "a@b.test", "permissions": [], "starts": "tomorrow"}),
            "/starts",
            "malformed",
        ),
        (
            json!({"email": "a@b.test", "permissions": [], "starts": 7}),
            "/starts",
            "wrong-type",
        ),
        (json!([]), "", "wrong-type"),
        (json!(["a@b.test", "", []]), "", "wrong-type"),
        (json!("text"), "", "wrong-type"),
        (json!(null), "", "wrong-type"),
    ];
    for (body, pointer, code) in cases {
        let answer = owner.post("/staff", body.clone()).await;
        assert_eq!(answer.wrong(), [wrong(pointer, code)], "{body}");
    }
    let twice = r#"{"email": "a@b.test", "email": "c@d.test", "permissions": []}"#;
    assert_eq!(
        post(&owner, "/staff", JSON, twice).await.wrong(),
        [wrong("/email", "malformed")]
    );
    assert_eq!(owner.get("/staff").await.at("/total"), 11);
}

#[tokio::test]
async fn what_is_refused_is_not_repeated_to_the_caller() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let secret = "hunter2 hunter2 hunter2";
    for body in [
        json!({"email": "a@b.test", "permissions": secret}),
        json!({"email": "a@b.test", "permissions": [], "starts": secret}),
    ] {
        assert!(!owner.post("/staff", body).await.text.contains("hunter2"));
    }
}
