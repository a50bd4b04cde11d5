//! Failures slow down what comes after them, for an account and for a network address.

use std::net::{Ipv4Addr, SocketAddr};

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use latchkey_backend::Seed;
use serde_json::json;

use crate::support::{Answer, Browser, House, PASSWORD};

const WRONG: &str = "not the password at all";
const EMAIL: &str = "accountant@example.test";

#[track_caller]
fn must_wait(answer: &Answer, seconds: &str) {
    assert_eq!(answer.refusal(), (429, "too-many-attempts".into()));
    assert_eq!(answer.header("retry-after"), Some(seconds));
}

async fn fail(browser: &Browser, times: usize) {
    for n in 0..times {
        let answer = browser.sign_in(EMAIL, WRONG).await;
        assert_eq!(answer.refusal(), (401, "invalid-credentials".into()), "failure {n}");
    }
}

#[tokio::test]
async fn after_five_failures_each_further_one_doubles_the_wait() {
    let house = House::sample().await;
    let browser = house.browser();
    fail(&browser, 5).await;
    for wait in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] {
        must_wait(&browser.sign_in(EMAIL, PASSWORD).await, &wait.to_string());
        // Whatever the case and the blanks, it is the same account.
        must_wait(
            &browser.sign_in(" Accountant@Example.TEST", PASSWORD).await,
            &wait.to_string(),
        );
        house.clock.advance(wait * 1000 - 1);
        must_wait(&browser.sign_in(EMAIL, PASSWORD).await, "1");
        house.clock.advance(1);
        fail(&browser, 1).await;
    }
    // Others are not held up by it.
    browser.sign_in("manager@example.test", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn success_and_time_make_good() {
    let house = House::sample().await;
    let browser = house.browser();
    for _ in 0..3 {
        fail(&browser, 4).await;
        browser.sign_in(EMAIL, PASSWORD).await.expect(200);
    }
    fail(&browser, 5).await;
    house.clock.advance(1000);
    browser.sign_in(EMAIL, PASSWORD).await.expect(200);
    fail(&browser, 4).await;
    house.clock.advance(61 * 60_000);
    fail(&browser, 5).await;
    must_wait(&browser.sign_in(EMAIL, PASSWORD).await, "1");
}

#[tokio::test]
async fn accounts_that_do_not_exist_are_slowed_down_alike() {
    let house = House::sample().await;
    let browser = house.browser();
    for _ in 0..5 {
        assert_eq!(browser.sign_in("unknown@example.test", WRONG).await.status, 401);
    }
    must_wait(&browser.sign_in("unknown@example.test", WRONG).await, "1");
}

#[tokio::test]
async fn a_restart_forgives_nobody() {
    let house = House::sample().await;
    fail(&house.browser(), 5).await;
    let house = house.restart(Seed::Empty).await;
    must_wait(&house.browser().sign_in(EMAIL, PASSWORD).await, "1");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_at_once_are_counted_like_one_after_another() {
    let house = House::sample().await;
    let mut asked = tokio::task::JoinSet::new();
    for _ in 0..40 {
        let browser = house.browser();
        asked.spawn(async move { browser.sign_in(EMAIL, WRONG).await.status.as_u16() });
    }
    let statuses = asked.join_all().await;
    assert_eq!(
        statuses.iter().filter(|status| **status == 401).count(),
        5,
        "{statuses:?}"
    );
    assert_eq!(
        statuses.iter().filter(|status| **status == 429).count(),
        35,
        "{statuses:?}"
    );
}

#[tokio::test]
async fn the_present_password_cannot_be_tried_out_in_an_open_browser() {
    let house = House::sample().await;
    let browser = house.signed_in("accountant").await;
    let change = |current: &str| json!({"current": current, "new": "a fresh password, long enough"});
    for _ in 0..5 {
        assert_eq!(browser.put("/profile/password", change(WRONG)).await.status, 422);
    }
    must_wait(&browser.put("/profile/password", change(PASSWORD)).await, "1");
    house.clock.advance(1000);
    browser.put("/profile/password", change(PASSWORD)).await.expect(204);
}

async fn from_address(house: &House, address: [u8; 4], email: &str, password: &str) -> Answer {
    let body = json!({"email": email, "password": password}).to_string();
    let mut request = Request::post("/api/v1/session")
        .header(header::CONTENT_TYPE, "application/json")
        // What a header says of the address is the caller's to make up.
        .header("x-forwarded-for", email)
        .body(Body::from(body))
        .expect("it is a request");
    let peer = SocketAddr::from((Ipv4Addr::from(address), 4711));
    request.extensions_mut().insert(ConnectInfo(peer));
    house.browser().send(request).await
}

#[tokio::test]
async fn an_address_that_tries_many_accounts_is_slowed_down_too() {
    let house = House::sample_with(|config| config.throttle.peer_failures = 8).await;
    let (here, elsewhere) = ([192, 0, 2, 7], [192, 0, 2, 8]);
    for n in 0..8 {
        let email = format!("guess{n}@example.test");
        assert_eq!(from_address(&house, here, &email, WRONG).await.status, 401);
    }
    must_wait(&from_address(&house, here, EMAIL, PASSWORD).await, "1");
    assert_eq!(from_address(&house, elsewhere, EMAIL, PASSWORD).await.status, 200);
    // One good password does not buy many others: the failures stay.
    house.clock.advance(1000);
    assert_eq!(from_address(&house, here, EMAIL, PASSWORD).await.status, 200);
    assert_eq!(
        from_address(&house, here, "guess@example.test", WRONG).await.status,
        401
    );
    must_wait(&from_address(&house, here, EMAIL, PASSWORD).await, "2");
}

#[tokio::test]
async fn whoever_hammers_an_account_shuts_nobody_out_for_ever() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let attacker = house.browser();
    // Every ten seconds for an hour. Tries that come too early are not counted, and lengthen nothing.
    for _ in 0..360 {
        let answer = attacker.sign_in("owner@example.test", WRONG).await;
        assert!([401, 429].contains(&answer.status.as_u16()), "{answer:?}");
        house.clock.advance(10_000);
    }
    // Whoever is signed in stays so, and is as free as before.
    owner.get("/staff").await.expect(200);
    house.clock.advance(15 * 60_000);
    house
        .browser()
        .sign_in("owner@example.test", PASSWORD)
        .await
        .expect(200);
}
