//! Signing in: who may, and how little is said to whoever may not.

use serde_json::json;

use crate::support::{House, PASSWORD};

const WRONG: &str = "not the password at all";

#[tokio::test]
async fn the_owner_signs_in_and_out() {
    let house = House::sample().await;
    let browser = house.browser();
    let answer = browser.sign_in(" OWNER@example.test ", PASSWORD).await.expect(200);
    assert_eq!(answer.at("/account/owner"), true);
    assert_eq!(answer.at("/store/name"), "Kunci & Nyckel");
    assert_eq!(answer.at("/store/currency"), "EUR");
    assert_eq!(answer.at("/permissions"), json!([]));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let cookie = answer.header("set-cookie").expect("a cookie");
    assert!(cookie.starts_with("latchkey="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");

    let copy = browser.copy();
    browser.delete("/session").await.expect(204);
    assert_eq!(browser.cookie(), None);
    assert_eq!(browser.get("/session").await.refusal(), (401, "signed-out".into()));
    // The token itself is dead, not only forgotten by the browser.
    assert_eq!(copy.get("/session").await.refusal(), (401, "signed-out".into()));
}

#[tokio::test]
async fn over_https_the_cookie_is_bound_to_host_and_scheme() {
    let house = House::sample_with(|config| config.public_url = "https://shop.example".into()).await;
    let answer = house
        .browser()
        .sign_in("owner@example.test", PASSWORD)
        .await
        .expect(200);
    let cookie = answer.header("set-cookie").expect("a cookie");
    assert!(cookie.starts_with("__Host-latchkey="), "{cookie}");
    assert!(
        cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure"),
        "{cookie}"
    );
}

#[tokio::test]
async fn every_way_to_fail_is_answered_alike() {
    let house = House::sample().await;
    let mut answers = Vec::new();
    for (email, password) in [
        ("owner@example.test", WRONG),
        ("unknown@example.test", PASSWORD),
        ("newcomer@example.test", PASSWORD),
        ("former@example.test", PASSWORD),
        ("paused@example.test", WRONG),
        ("", ""),
        ("owner@example.test\0", PASSWORD),
    ] {
        let answer = house.browser().sign_in(email, password).await;
        assert_eq!(answer.refusal(), (401, "invalid-credentials".into()), "{email}");
        assert!(answer.header("set-cookie").is_none());
        answers.push(answer.text);
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "the answers differ: {answers:?}");
}

#[tokio::test]
async fn a_suspension_is_told_to_whoever_knows_the_password() {
    let house = House::sample().await;
    let answer = house.browser().sign_in("paused@example.test", PASSWORD).await;
    assert_eq!(answer.refusal(), (403, "suspended".into()));
    assert!(answer.header("set-cookie").is_none());
}

#[tokio::test]
async fn dates_decide_who_may_sign_in() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let id = owner.id_of("accountant").await;
    let path = format!("/staff/{id}");
    let seen = owner.get(&path).await.etag();
    let window = json!({"starts": "2027-01-01T00:00:00Z", "ends": "2027-02-01T00:00:00Z"});
    owner.patch(&path, &seen, window).await.expect(200);

    // Before the start one may enter, and sees one's own things only.
    let accountant = house.browser();
    let session = accountant
        .sign_in("accountant@example.test", PASSWORD)
        .await
        .expect(200);
    assert_eq!(session.at("/permissions"), json!([]));
    assert_eq!(session.at("/account/starts"), "2027-01-01T00:00:00Z");
    accountant.get("/profile").await.expect(200);

    house.clock.advance(100 * 86_400_000);
    let answer = house.browser().sign_in("accountant@example.test", PASSWORD).await;
    assert_eq!(answer.refusal(), (403, "ended".into()));
    let answer = house.browser().sign_in("accountant@example.test", WRONG).await;
    assert_eq!(answer.refusal(), (401, "invalid-credentials".into()));
}

#[tokio::test]
async fn each_sign_in_has_a_token_of_its_own_and_ends_what_the_browser_had() {
    let house = House::sample().await;
    let browser = house.owner().await;
    let before = browser.copy();
    browser.sign_in("nobody@example.test", PASSWORD).await.expect(200);
    assert_ne!(browser.cookie(), before.cookie());
    assert_eq!(before.get("/session").await.refusal(), (401, "signed-out".into()));
    assert_eq!(
        browser.get("/session").await.at("/account/email"),
        "nobody@example.test"
    );

    // A cookie that somebody has put there beforehand does not become a session.
    let planted = house.browser();
    let body = json!({"email": "nobody@example.test", "password": PASSWORD});
    let forced = [("cookie", "latchkey=planted")];
    let answer = planted.ask("POST", "/session", &forced, Some(&body)).await.expect(200);
    assert!(!answer.header("set-cookie").expect("a cookie").contains("planted"));
}

#[tokio::test]
async fn a_client_of_another_origin_gets_a_bearer_token_and_no_cookie() {
    let house = House::sample().await;
    let client = house.browser();
    let body = json!({"email": "manager@example.test", "password": PASSWORD, "token": true});
    let answer = client.ask("POST", "/session", &[], Some(&body)).await.expect(200);
    assert!(answer.header("set-cookie").is_none());
    let bearer = format!("Bearer {}", answer.text_at("/token"));
    let elsewhere = [
        ("authorization", bearer.as_str()),
        ("origin", "https://elsewhere.example"),
    ];
    let session = client.ask("GET", "/session", &elsewhere, None).await.expect(200);
    assert_eq!(session.at("/token"), json!(null));
    client.ask("DELETE", "/session", &elsewhere, None).await.expect(204);
    let answer = client.ask("GET", "/session", &elsewhere, None).await;
    assert_eq!(answer.refusal(), (401, "signed-out".into()));
}
