//! A request that changes something with a browser's cookie has to come from a page of ours.

use axum::body::Body;
use axum::http::{Request, header};
use serde_json::json;

use crate::support::{Answer, Browser, House, PASSWORD};

async fn sign_out(browser: &Browser, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::delete("/api/v1/session").header(header::HOST, "127.0.0.1:8787");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    browser
        .copy()
        .send(request.body(Body::empty()).expect("it is a request"))
        .await
}

#[tokio::test]
async fn forged_and_missing_origins_are_refused() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let cookie = owner.cookie().expect("it is signed in");
    for origin in [
        "https://evil.example",
        "null",
        "",
        "http://127.0.0.1:8787.evil.example",
        "http://127.0.0.1",
        "https://127.0.0.1:8787",
        "http://127.0.0.1:8787@evil.example",
    ] {
        let answer = sign_out(&owner, &[("cookie", &cookie), ("origin", origin)]).await;
        assert_eq!(answer.refusal(), (403, "origin-mismatch".into()), "{origin}");
    }
    let answer = sign_out(&owner, &[("cookie", &cookie)]).await;
    assert_eq!(answer.refusal(), (403, "origin-mismatch".into()));
    // A referrer is no origin, and a host that somebody else made up is none of ours in a browser.
    let referred = [("cookie", cookie.as_str()), ("referer", "http://127.0.0.1:8787/")];
    assert_eq!(
        sign_out(&owner, &referred).await.refusal(),
        (403, "origin-mismatch".into())
    );
    owner.get("/session").await.expect(200);
}

#[tokio::test]
async fn every_changing_call_is_held_to_it() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let forged = [("origin", "https://evil.example")];
    for endpoint in latchkey_contract::endpoint::ENDPOINTS {
        let path = endpoint.path.replace("{id}", "x").replace("{token}", "x");
        let cookie = owner.cookie().expect("it is signed in");
        let mut request = Request::builder()
            .method(endpoint.method.as_str())
            .uri(format!("/api/v1{path}"));
        for (name, value) in forged {
            request = request.header(name, value);
        }
        request = request
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/json");
        let answer = owner
            .send(request.body(Body::from("{}")).expect("it is a request"))
            .await;
        if endpoint.method.as_str() == "GET" {
            assert_ne!(answer.status, 403, "{}", endpoint.name);
        } else {
            assert_eq!(answer.refusal(), (403, "origin-mismatch".into()), "{}", endpoint.name);
        }
    }
}

#[tokio::test]
async fn the_public_address_and_the_host_that_was_asked_are_ours() {
    let house = House::sample().await;
    for (host, origin) in [
        ("localhost:9000", "http://127.0.0.1:8787"),
        ("localhost:9000", "http://localhost:9000"),
        ("LOCALHOST:9000", "http://localhost:9000"),
    ] {
        let browser = house.owner().await;
        let cookie = browser.cookie().expect("it is signed in");
        let request = Request::delete("/api/v1/session")
            .header(header::HOST, host)
            .header(header::ORIGIN, origin)
            .header(header::COOKIE, cookie);
        let request = request.body(Body::empty()).expect("it is a request");
        browser.send(request).await.expect(204);
    }
}

#[tokio::test]
async fn a_bearer_may_come_from_anywhere() {
    let house = House::sample().await;
    let body = json!({"email": "owner@example.test", "password": PASSWORD, "token": true});
    let token = house
        .browser()
        .post("/session", body)
        .await
        .expect(200)
        .text_at("/token");
    let bearer = format!("Bearer {token}");
    let browser = house.browser();
    let body = json!({"email": "new@example.test", "permissions": []});
    let from = [
        ("authorization", bearer.as_str()),
        ("origin", "https://elsewhere.example"),
    ];
    browser.ask("POST", "/staff", &from, Some(&body)).await.expect(201);
}

#[tokio::test]
async fn signing_in_needs_no_origin_where_no_cookie_is_sent() {
    let house = House::sample().await;
    let request = Request::post("/api/v1/session").header(header::CONTENT_TYPE, "application/json");
    let body = json!({"email": "owner@example.test", "password": PASSWORD}).to_string();
    let request = request.body(Body::from(body)).expect("it is a request");
    house.browser().send(request).await.expect(200);
}

const OTHER: &str = "https://tools.example";

/// What a browser asks before it calls the API on behalf of a page of `origin`.
async fn preflight(browser: &Browser, origin: &str) -> Answer {
    let request = Request::options("/api/v1/staff")
        .header(header::ORIGIN, origin)
        .header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST")
        .header(
            header::ACCESS_CONTROL_REQUEST_HEADERS,
            "authorization,content-type,if-match,idempotency-key",
        );
    browser
        .send(request.body(Body::empty()).expect("it is a request"))
        .await
}

#[tokio::test]
async fn pages_of_a_named_origin_may_call_with_a_token_and_those_of_no_other() {
    let house = House::sample_with(|config| config.other_origins = vec![OTHER.into()]).await;
    let browser = house.browser();
    let welcome = preflight(&browser, OTHER).await;
    assert_eq!(welcome.header("access-control-allow-origin"), Some(OTHER));
    for origin in ["https://evil.example", "https://tools.example.evil.example", "null"] {
        let other = preflight(&browser, origin).await;
        assert_eq!(other.header("access-control-allow-origin"), None, "{origin}");
    }

    let sign_in = json!({ "email": "owner@example.test", "password": PASSWORD, "token": true });
    let request = Request::post("/api/v1/session")
        .header(header::ORIGIN, OTHER)
        .header(header::CONTENT_TYPE, "application/json");
    let session = browser
        .send(request.body(Body::from(sign_in.to_string())).expect("it is a request"))
        .await
        .expect(200);
    // The page may read the answer, and no cookie is ever shared with it.
    assert_eq!(session.header("access-control-allow-origin"), Some(OTHER));
    assert_eq!(session.header("access-control-allow-credentials"), None);
    assert_eq!(session.header("set-cookie"), None);
    let token = session.text_at("/token");
    let staff = Request::get("/api/v1/staff/no-such-person")
        .header(header::ORIGIN, OTHER)
        .header(header::AUTHORIZATION, format!("Bearer {token}"));
    let refused = browser.send(staff.body(Body::empty()).expect("it is a request")).await;
    // Refusals are read too.
    assert_eq!(refused.status, 404);
    assert_eq!(refused.header("access-control-allow-origin"), Some(OTHER));
}

#[tokio::test]
async fn no_other_origin_is_named_unless_somebody_names_it() {
    let house = House::sample().await;
    let answer = preflight(&house.browser(), OTHER).await;
    assert_eq!(answer.header("access-control-allow-origin"), None);
}
