//! One's own sessions: seen, ended, and over by themselves after a while.

use serde_json::json;

use crate::support::{House, PASSWORD};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

#[tokio::test]
async fn one_sees_and_ends_ones_own_sessions_alone() {
    let house = House::sample().await;
    let here = house.signed_in("developer").await;
    house.clock.advance(5 * MINUTE);
    let (there, third) = (house.signed_in("developer").await, house.signed_in("developer").await);
    let other = house.signed_in("designer").await;

    let page = here.get("/sessions").await.expect(200);
    assert_eq!(page.at("/total"), 3);
    let items = page.at("/items");
    let items = items.as_array().expect("items");
    let current: Vec<_> = items.iter().filter(|item| item["current"] == true).collect();
    assert_eq!(current.len(), 1);
    assert_eq!(current[0]["device"], "Firefox · Linux");
    assert_eq!(current[0]["created"], "2026-11-24T09:30:00Z");
    assert_eq!(current[0]["lastSeen"], "2026-11-24T09:35:00Z");

    let others_id = other.get("/sessions").await.text_at("/items/0/id");
    assert_eq!(
        here.delete(&format!("/sessions/{others_id}")).await.refusal(),
        (404, "not-found".into())
    );
    other.get("/session").await.expect(200);

    let theirs = there.get("/sessions").await.at("/items");
    let theirs = theirs
        .as_array()
        .expect("items")
        .iter()
        .find(|item| item["current"] == true);
    let id = theirs.expect("it has itself")["id"].as_str().expect("an id").to_owned();
    here.delete(&format!("/sessions/{id}")).await.expect(204);
    assert_eq!(there.get("/session").await.refusal(), (401, "signed-out".into()));

    assert_eq!(here.delete("/sessions").await.expect(200).at("/sessionsEnded"), 1);
    assert_eq!(third.get("/session").await.refusal(), (401, "signed-out".into()));
    let id = here.get("/sessions").await.text_at("/items/0/id");
    here.delete(&format!("/sessions/{id}")).await.expect(204);
    assert_eq!(here.cookie(), None);
}

#[tokio::test]
async fn a_session_that_nobody_uses_is_over_after_a_day() {
    let house = House::sample().await;
    let browser = house.signed_in("developer").await;
    house.clock.advance(DAY - 1);
    browser.get("/profile").await.expect(200);
    house.clock.advance(DAY - 1);
    browser.get("/profile").await.expect(200);
    house.clock.advance(DAY);
    assert_eq!(browser.get("/profile").await.refusal(), (401, "signed-out".into()));
}

#[tokio::test]
async fn a_page_left_open_is_nobody_at_work() {
    let house = House::sample().await;
    let browser = house.signed_in("developer").await;
    let etag = browser.get("/session").await.etag();
    for _ in 0..23 {
        house.clock.advance(HOUR);
        browser
            .ask("GET", "/session", &[("if-none-match", &etag)], None)
            .await
            .expect(304);
    }
    let owner = house.owner().await;
    assert_eq!(
        owner.find("developer@example.test").await["lastSeen"],
        "2026-11-24T09:30:00Z"
    );
    house.clock.advance(HOUR);
    let answer = browser.ask("GET", "/session", &[("if-none-match", &etag)], None).await;
    assert_eq!(answer.refusal(), (401, "signed-out".into()));
}

#[tokio::test]
async fn every_session_is_over_after_thirty_days() {
    let house = House::sample().await;
    let browser = house.signed_in("developer").await;
    for _ in 0..59 {
        house.clock.advance(12 * HOUR);
        browser.get("/profile").await.expect(200);
    }
    house.clock.advance(12 * HOUR);
    assert_eq!(browser.get("/profile").await.refusal(), (401, "signed-out".into()));
    browser.sign_in("developer@example.test", PASSWORD).await.expect(200);
    assert_eq!(browser.get("/sessions").await.at("/total"), 1);
}

#[tokio::test]
async fn when_somebody_was_last_seen_is_written_once_a_minute() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let browser = house.signed_in("developer").await;
    let seen = async || owner.find("developer@example.test").await["lastSeen"].clone();
    house.clock.advance(MINUTE - 1);
    browser.get("/profile").await.expect(200);
    assert_eq!(seen().await, json!("2026-11-24T09:30:00Z"));
    house.clock.advance(1);
    browser.get("/profile").await.expect(200);
    assert_eq!(seen().await, json!("2026-11-24T09:31:00Z"));
}

#[tokio::test]
async fn a_page_that_asks_by_itself_keeps_no_session_alive() {
    let house = House::sample().await;
    let browser = house.signed_in("manager").await;
    for _ in 0..23 {
        house.clock.advance(HOUR);
        let asked = browser.ask("GET", "/resources/orders", &[("latchkey-watching", "1")], None);
        asked.await.expect(200);
    }
    house.clock.advance(HOUR);
    assert_eq!(browser.get("/session").await.refusal(), (401, "signed-out".into()));
}

#[tokio::test]
async fn a_page_that_asks_by_itself_uses_no_permission() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let browser = house.signed_in("manager").await;
    let path = format!("/staff/{}/uses", owner.id_of("manager").await);
    let used = async || owner.get(&path).await.expect(200).text.contains("orders.view");
    let ask = async |headers: &[(&str, &str)]| {
        browser.ask("GET", "/resources/orders", headers, None).await.expect(200);
    };
    ask(&[("latchkey-watching", "1")]).await;
    assert!(!used().await);
    ask(&[]).await;
    assert!(used().await);
}

#[tokio::test]
async fn how_long_sessions_live_is_said_when_starting() {
    let house = House::sample_with(|config| {
        config.sessions.idle_ms = 15 * MINUTE;
        config.sessions.absolute_ms = HOUR;
    })
    .await;
    let (idle, busy) = (house.signed_in("developer").await, house.signed_in("designer").await);
    for _ in 0..5 {
        house.clock.advance(10 * MINUTE);
        busy.get("/profile").await.expect(200);
    }
    assert_eq!(idle.get("/profile").await.refusal(), (401, "signed-out".into()));
    house.clock.advance(10 * MINUTE);
    assert_eq!(busy.get("/profile").await.refusal(), (401, "signed-out".into()));
}
