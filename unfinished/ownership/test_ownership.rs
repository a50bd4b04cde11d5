//! Handing the store over: offered by the owner, accepted by somebody on the staff, and at each moment one owner.

use serde_json::{Value, json};
use sqlx::query_scalar;

use crate::password_links::letters_to;
use crate::support::{Answer, Browser, House};

const DAY: i64 = 86_400_000;

async fn offer(owner: &Browser, mailbox: &str) -> Answer {
    let path = format!("/staff/{}/ownership", owner.id_of(mailbox).await);
    owner.put(&path, json!({})).await
}

async fn owners(house: &House) -> Vec<String> {
    query_scalar("SELECT email FROM accounts WHERE owner = 1")
        .fetch_all(house.app.database())
        .await
        .expect("they are read")
}

#[tokio::test]
async fn it_changes_hands_when_it_is_accepted_and_not_before() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    let stranger = house.signed_in("designer").await;
    assert_eq!(manager.get("/ownership").await.expect(200).at("/offer"), Value::Null);
    assert_eq!(manager.post("/ownership", json!({})).await.refusal(), (409, "state".into()));
    let offered = offer(&owner, "manager").await.expect(200);
    assert_eq!(offered.at("/offer/name"), "Budi Santoso");
    assert_eq!(offered.at("/offer/expires"), "2026-12-01T09:30:00Z");
    assert_eq!(manager.get("/ownership").await.at("/offer"), offered.at("/offer"));
    assert_eq!(stranger.get("/ownership").await.at("/offer"), Value::Null, "nobody else hears of it");
    assert_eq!(stranger.post("/ownership", json!({})).await.refusal(), (409, "state".into()));
    assert_eq!(owners(&house).await, ["owner@example.test"]);
    assert_eq!(letters_to(&house, "manager@example.test").len(), 1);

    let mut hears = manager.listen().await;
    let session = manager.post("/ownership", json!({})).await.expect(200);
    assert_eq!(session.at("/account/owner"), true);
    assert_eq!(owners(&house).await, ["manager@example.test"]);
    hears.until("session.changed").await;
    manager.get("/staff").await.expect(200);
    // What is told to the owner is told to this stream from now on.
    manager.invite("new@example.test", &[]).await;
    hears.until("staff.changed").await;

    // The former owner is signed out, and comes back as staff who may do nothing.
    assert_eq!(owner.get("/session").await.refusal(), (401, "signed-out".into()));
    let former = house.signed_in("owner").await;
    let session = former.get("/session").await.expect(200);
    assert_eq!((session.at("/account/owner"), session.at("/permissions")), (json!(false), json!([])));
    assert_eq!(former.get("/staff").await.refusal(), (403, "owner-only".into()));
    let member = manager.find("owner@example.test").await;
    assert_eq!((&member["status"], &member["permissions"]), (&json!("active"), &json!([])));
    for email in ["owner@example.test", "manager@example.test"] {
        let (subject, _) = letters_to(&house, email).pop().expect("it is told");
        assert!(subject.contains("owner"), "{subject}");
    }
    let entries = manager.get("/activity?kind=ownership-offered,ownership-transferred").await;
    assert_eq!(entries.at("/total"), 2);
    assert_eq!(entries.at("/items/0/detail/people/0/name"), "Astrid Lindqvist");
    // It is not there twice.
    assert_eq!(manager.post("/ownership", json!({})).await.refusal(), (409, "state".into()));
}

#[tokio::test]
async fn both_sides_prove_who_they_are() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    offer(&owner, "manager").await.expect(200);
    house.clock.advance(11 * 60_000);
    assert_eq!(offer(&owner, "manager").await.refusal(), (401, "reauth-required".into()));
    assert_eq!(manager.post("/ownership", json!({})).await.refusal(), (401, "reauth-required".into()));
    assert_eq!(owners(&house).await, ["owner@example.test"]);
}

#[tokio::test]
async fn an_offer_can_be_withdrawn_declined_replaced_and_is_over_in_a_week() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    let refused = async || manager.post("/ownership", json!({})).await.refusal();
    for browser in [&owner, &manager] {
        offer(&owner, "manager").await.expect(200);
        browser.delete("/ownership").await.expect(204);
        assert_eq!(refused().await, (409, "state".into()));
    }
    offer(&owner, "manager").await.expect(200);
    offer(&owner, "designer").await.expect(200);
    assert_eq!(refused().await, (409, "state".into()));
    // Somebody else's offer is not theirs to close.
    manager.delete("/ownership").await.expect(204);
    assert_eq!(owner.get("/ownership").await.at("/offer/name"), "Oskar Nyström");
    for mailbox in ["newcomer", "former", "paused"] {
        assert_eq!(offer(&owner, mailbox).await.refusal(), (409, "state".into()), "{mailbox}");
    }
    house.clock.advance(7 * DAY);
    let designer = house.signed_in("designer").await;
    assert_eq!(designer.post("/ownership", json!({})).await.refusal(), (409, "state".into()));
    assert_eq!(designer.get("/ownership").await.at("/offer"), Value::Null);
}

#[tokio::test]
async fn whoever_is_revoked_or_suspended_takes_nothing_over() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    offer(&owner, "manager").await.expect(200);
    let path = format!("/staff/{}", owner.id_of("manager").await);
    owner.put(&format!("{path}/revocation"), json!({})).await.expect(200);
    assert_eq!(manager.post("/ownership", json!({})).await.status, 401);
    assert_eq!(owner.get("/ownership").await.at("/offer"), Value::Null);
    assert_eq!(owners(&house).await, ["owner@example.test"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn at_each_moment_there_is_one_owner() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let manager = house.signed_in("manager").await;
    let path = format!("/staff/{}", owner.id_of("manager").await);
    offer(&owner, "manager").await.expect(200);
    let mut asked = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let browser = manager.copy();
        asked.spawn(async move { browser.post("/ownership", json!({})).await.status.as_u16() });
    }
    for body in ["suspension", "revocation", "ownership"] {
        let (browser, path) = (owner.copy(), format!("{path}/{body}"));
        asked.spawn(async move { browser.put(&path, json!({})).await.status.as_u16() });
    }
    let database = house.app.database().clone();
    while let Some(answer) = asked.join_next().await {
        let status = answer.expect("it is answered");
        assert!(matches!(status, 200 | 401 | 403 | 404 | 409), "{status}");
        let count: i64 = query_scalar("SELECT COUNT(*) FROM accounts WHERE owner = 1 AND status = 'active'")
            .fetch_one(&database)
            .await
            .expect("they are counted");
        assert_eq!(count, 1);
    }
}
