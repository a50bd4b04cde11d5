//! An empty store: it waits for its owner, who is created once.

use latchkey_backend::Seed;
use serde_json::{Value, json};

use crate::support::{House, PASSWORD, token_of, wrong};

fn owner(token: &str) -> Value {
    json!({"token": token, "storeName": " Toko Kopi ", "currency": "IDR", "name": "Ratna Dewi",
           "email": "ratna@example.test", "password": PASSWORD})
}

fn set_up_token(house: &House) -> String {
    let link = house.app.set_up.as_ref().expect("there is a set-up link");
    assert!(link.starts_with("http://127.0.0.1:8787/setup#"), "{link}");
    token_of(link)
}

#[tokio::test]
async fn the_owner_is_created_with_the_printed_link_and_is_signed_in() {
    let house = House::empty().await;
    let browser = house.browser();
    assert!(house.app.sample.is_none());
    assert_eq!(browser.get("/session").await.refusal(), (401, "no-owner".into()));
    assert_eq!(browser.get("/staff").await.refusal(), (401, "no-owner".into()));
    let answer = browser.sign_in("owner@example.test", PASSWORD).await;
    assert_eq!(answer.refusal(), (401, "no-owner".into()));

    let created = browser.post("/owner", owner(&set_up_token(&house))).await.expect(201);
    assert_eq!(created.at("/account/owner"), true);
    assert_eq!(created.at("/store/name"), "Toko Kopi");
    assert_eq!(created.at("/store/currency"), "IDR");
    assert_eq!(browser.get("/session").await.expect(200).json(), created.json());
    assert_eq!(browser.get("/staff").await.expect(200).at("/total"), 0);
    assert_eq!(browser.get("/roles").await.expect(200).at("/total"), 7);
    assert_eq!(
        house.browser().get("/session").await.refusal(),
        (401, "signed-out".into())
    );

    let mut second = owner(&set_up_token(&house));
    second["email"] = json!("second@example.test");
    let answer = house.browser().post("/owner", second).await;
    assert_eq!(answer.refusal(), (409, "state".into()));
    browser.delete("/session").await.expect(204);
    browser.sign_in("ratna@example.test", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn without_the_link_nobody_becomes_the_owner() {
    let house = House::empty().await;
    for token in ["", "guess", &"x".repeat(43)] {
        let answer = house.browser().post("/owner", owner(token)).await;
        assert_eq!(answer.wrong(), [wrong("/token", "mismatch")]);
    }
    let sample = House::sample().await;
    assert!(sample.app.set_up.is_none());
    let answer = sample.browser().post("/owner", owner("guess")).await;
    assert_eq!(answer.refusal(), (409, "state".into()));
}

#[tokio::test]
async fn everything_wrong_is_said_at_once_and_the_link_still_works() {
    let house = House::empty().await;
    let token = set_up_token(&house);
    let body =
        json!({"token": token, "storeName": "", "currency": "euro", "name": " ", "email": "x", "password": "short"});
    assert_eq!(
        house.browser().post("/owner", body).await.wrong(),
        [
            wrong("/storeName", "required"),
            wrong("/currency", "malformed"),
            wrong("/name", "required"),
            wrong("/email", "malformed"),
            wrong("/password", "too-short"),
        ]
    );
    house.browser().post("/owner", owner(&token)).await.expect(201);
}

#[tokio::test]
async fn each_start_prints_a_fresh_link_until_there_is_an_owner() {
    let house = House::empty().await;
    let old = set_up_token(&house);
    // A store that was begun empty stays so, whatever it is started with later.
    let house = house.restart(Seed::Sample { password: None }).await;
    assert!(house.app.sample.is_none());
    let fresh = set_up_token(&house);
    assert_ne!(fresh, old);
    let answer = house.browser().post("/owner", owner(&old)).await;
    assert_eq!(answer.wrong(), [wrong("/token", "mismatch")]);
    house.browser().post("/owner", owner(&fresh)).await.expect(201);
    let house = house.restart(Seed::Empty).await;
    assert!(house.app.set_up.is_none());
    house
        .browser()
        .sign_in("ratna@example.test", PASSWORD)
        .await
        .expect(200);
}
