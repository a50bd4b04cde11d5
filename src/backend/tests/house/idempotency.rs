//! `Idempotency-Key`: a caller who did not hear the answer asks again and gets the same one.

use serde_json::json;

use crate::support::{House, PASSWORD, token_of};

const KEY: (&str, &str) = ("idempotency-key", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"");

#[tokio::test]
async fn the_same_key_and_body_give_the_same_answer_and_one_record() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let body = json!({"email": "once@example.test", "permissions": []});
    let first = owner.ask("POST", "/staff", &[KEY], Some(&body)).await.expect(201);
    let second = owner.ask("POST", "/staff", &[KEY], Some(&body)).await.expect(201);
    assert_eq!(second.text, first.text);
    assert_eq!(second.etag(), first.etag());
    assert_eq!(second.header("location"), first.header("location"));
    assert_eq!(owner.get("/staff").await.at("/total"), 12);
    let letters = std::fs::read_dir(house.folder().join("outbox")).expect("there is an outbox");
    assert_eq!(letters.count(), 1);
    // The link in both answers is the one that works.
    let token = token_of(&second.text_at("/invitation/link"));
    house.browser().get(&format!("/invitations/{token}")).await.expect(200);

    // Without the key, or with another, it is another call.
    assert_eq!(owner.post("/staff", body).await.refusal(), (409, "email-taken".into()));
}

#[tokio::test]
async fn the_same_key_with_another_body_is_refused() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let one = json!({"email": "one@example.test", "permissions": []});
    let two = json!({"email": "two@example.test", "permissions": []});
    owner.ask("POST", "/staff", &[KEY], Some(&one)).await.expect(201);
    let answer = owner.ask("POST", "/staff", &[KEY], Some(&two)).await;
    assert_eq!(answer.refusal(), (422, "idempotency-mismatch".into()));
    assert_eq!(owner.get("/staff").await.at("/total"), 12);
}

#[tokio::test]
async fn a_refusal_is_not_kept() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let wrong = json!({"email": "not an address", "permissions": []});
    let right = json!({"email": "right@example.test", "permissions": []});
    assert_eq!(owner.ask("POST", "/staff", &[KEY], Some(&wrong)).await.status, 422);
    owner.ask("POST", "/staff", &[KEY], Some(&right)).await.expect(201);
}

#[tokio::test]
async fn a_repeated_resend_leaves_the_link_alive() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let id = owner.id_of("newcomer").await;
    let path = format!("/staff/{id}/invitation");
    let first = owner.ask("POST", &path, &[KEY], None).await.expect(201);
    let second = owner.ask("POST", &path, &[KEY], None).await.expect(201);
    assert_eq!(second.text, first.text);
    let token = token_of(&second.text_at("/invitation/link"));
    house.browser().get(&format!("/invitations/{token}")).await.expect(200);
}

#[tokio::test]
async fn joining_again_with_the_same_key_signs_in_instead_of_saying_used() {
    let house = House::sample().await;
    let path = format!("/invitations/{}", House::newcomers_token().await);
    let join = json!({"name": "Putri", "password": PASSWORD});
    let browser = house.browser();
    let first = browser.ask("POST", &path, &[KEY], Some(&join)).await.expect(201);
    // The answer was lost on its way, and with it the cookie.
    let browser = house.browser();
    let second = browser.ask("POST", &path, &[KEY], Some(&join)).await.expect(201);
    assert_eq!(second.text, first.text);
    browser.get("/session").await.expect(200);
    let other = json!({"name": "Putri", "password": "a password of somebody else"});
    let answer = house.browser().ask("POST", &path, &[KEY], Some(&other)).await;
    assert_eq!(answer.refusal(), (422, "idempotency-mismatch".into()));
}

#[tokio::test]
async fn a_key_that_could_be_guessed_is_refused() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let body = json!({"email": "once@example.test", "permissions": []});
    for key in ["", "1", "fifteen-letters", &"x".repeat(256)] {
        let answer = owner
            .ask("POST", "/staff", &[("idempotency-key", key)], Some(&body))
            .await;
        assert_eq!(answer.refusal(), (400, "malformed".into()), "{key}");
    }
}

#[tokio::test]
async fn an_answer_is_forgotten_after_a_day() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let body = json!({"email": "once@example.test", "permissions": []});
    owner.ask("POST", "/staff", &[KEY], Some(&body)).await.expect(201);
    house.clock.advance(24 * 60 * 60_000);
    let owner = house.owner().await;
    let answer = owner.ask("POST", "/staff", &[KEY], Some(&body)).await;
    assert_eq!(answer.refusal(), (409, "email-taken".into()));
    let other = json!({"email": "other@example.test", "permissions": []});
    owner.ask("POST", "/staff", &[KEY], Some(&other)).await.expect(201);
}
