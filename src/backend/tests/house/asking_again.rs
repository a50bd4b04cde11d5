//! A dead invitation asks for a new one: once, whatever was asked, and telling nobody who there is.

use serde_json::{Value, json};

use crate::events::heard;
use crate::support::{House, token_of};

const DAY_MS: i64 = 86_400_000;

/// The letters in the outbox that are to this address.
fn letters_to(house: &House, address: &str) -> Vec<String> {
    let Ok(outbox) = std::fs::read_dir(house.folder().join("outbox")) else {
        return Vec::new();
    };
    let texts = outbox.map(|file| std::fs::read_to_string(file.expect("a letter").path()).expect("it is text"));
    let to = format!("To: {address}");
    let to_name = format!("<{address}>");
    texts
        .filter(|text| {
            text.lines()
                .any(|line| line == to || (line.starts_with("To: ") && line.ends_with(&to_name)))
        })
        .collect()
}

#[tokio::test]
async fn an_expired_link_asks_the_owner_once_and_sending_again_answers() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (id, token) = owner.invite("late@example.test", &["orders.view"]).await;
    let request = format!("/invitations/{token}/request");
    let guest = house.browser();
    let alive = guest.post(&request, json!({})).await;
    assert_eq!(
        alive.refusal(),
        (409, "state".into()),
        "a link that works needs no other"
    );

    house.clock.advance(8 * DAY_MS);
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    let before = letters_to(&house, "owner@example.test").len();
    guest.post(&request, json!({})).await.expect(204);
    guest.post(&request, json!({})).await.expect(204);
    assert_eq!(
        letters_to(&house, "owner@example.test").len(),
        before + 1,
        "twice is once"
    );
    let told = heard(&owner, &mut listener).await;
    let changed = told.iter().filter(|(name, _)| name == "staff.changed").count();
    assert_eq!(changed, 1, "{told:?}");
    let member = owner.get(&format!("/staff/{id}")).await.expect(200);
    assert_eq!(member.at("/invitationRequested"), "2026-12-02T09:30:00Z");
    let listed = owner.find("late@example.test").await;
    assert_eq!(listed["invitationRequested"], "2026-12-02T09:30:00Z");

    owner
        .post(&format!("/staff/{id}/invitation"), json!({}))
        .await
        .expect(201);
    let member = owner.get(&format!("/staff/{id}")).await.expect(200);
    assert_eq!(
        member.at("/invitationRequested"),
        Value::Null,
        "a new invitation is the answer"
    );
    let kinds = owner
        .get(&format!("/activity?subject={id}&kind=invitation-requested"))
        .await;
    assert_eq!(kinds.at("/total"), 1);
}

#[tokio::test]
async fn a_request_that_is_dismissed_stays_quiet_for_a_day() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (id, token) = owner.invite("again@example.test", &[]).await;
    owner
        .post(&format!("/staff/{id}/invitation"), json!({}))
        .await
        .expect(201);
    let request = format!("/invitations/{token}/request");
    let member = format!("/staff/{id}");
    let dismissal = format!("{member}/invitation/request");
    assert_eq!(owner.delete(&dismissal).await.refusal(), (409, "state".into()));

    house.browser().post(&request, json!({})).await.expect(204);
    owner.delete(&dismissal).await.expect(204);
    house.browser().post(&request, json!({})).await.expect(204);
    assert_eq!(owner.get(&member).await.at("/invitationRequested"), Value::Null);
    house.clock.advance(DAY_MS);
    house.browser().post(&request, json!({})).await.expect(204);
    let owner = house.owner().await;
    assert_ne!(owner.get(&member).await.at("/invitationRequested"), Value::Null);
}

#[tokio::test]
async fn a_cancelled_link_can_ask_too_and_inviting_anew_answers() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (id, token) = owner.invite("back@example.test", &[]).await;
    owner.delete(&format!("/staff/{id}/invitation")).await.expect(204);
    let request = format!("/invitations/{token}/request");
    house.browser().post(&request, json!({})).await.expect(204);
    let former = owner.get("/staff?status=ended&q=back").await.expect(200);
    assert_ne!(former.at("/items/0/invitationRequested"), Value::Null);
    owner.invite("back@example.test", &["orders.view"]).await;
    assert_eq!(
        owner.find("back@example.test").await["invitationRequested"],
        Value::Null
    );
}

#[tokio::test]
async fn nobody_learns_from_it_who_there_is_and_nobody_is_told_for_nothing() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let unknown = house
        .browser()
        .post("/invitations/nothing-like-a-token/request", json!({}))
        .await;
    assert_eq!(unknown.refusal(), (404, "not-found".into()));

    // A link that a later one replaced, of somebody who has joined with that one meanwhile.
    let (id, first) = owner.invite("joined@example.test", &[]).await;
    let resent = owner
        .post(&format!("/staff/{id}/invitation"), json!({}))
        .await
        .expect(201);
    let second = token_of(&resent.text_at("/invitation/link"));
    let join = json!({"name": "Jo Ined", "password": "a password of my own"});
    house
        .browser()
        .post(&format!("/invitations/{second}"), join)
        .await
        .expect(201);
    let used = house
        .browser()
        .post(&format!("/invitations/{second}/request"), json!({}))
        .await;
    assert_eq!(used.refusal(), (410, "invitation-used".into()));
    house
        .browser()
        .post(&format!("/invitations/{first}/request"), json!({}))
        .await
        .expect(204);
    // And the same once that person's access was taken back: a former member of staff is not one who was never here.
    owner
        .put(&format!("/staff/{id}/revocation"), json!({}))
        .await
        .expect(200);
    house
        .browser()
        .post(&format!("/invitations/{first}/request"), json!({}))
        .await
        .expect(204);
    let asked = owner.get("/activity?kind=invitation-requested").await.expect(200);
    assert_eq!(asked.at("/total"), 0);
    assert!(letters_to(&house, "owner@example.test").is_empty());
}

#[tokio::test]
async fn a_revocation_closes_what_was_asked_for_and_says_how_many() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (id, token) = owner.invite("asks@example.test", &[]).await;
    house.clock.advance(8 * DAY_MS);
    let owner_again = house.owner().await;
    drop(owner);
    house
        .browser()
        .post(&format!("/invitations/{token}/request"), json!({}))
        .await
        .expect(204);
    let revoked = owner_again
        .put(&format!("/staff/{id}/revocation"), json!({}))
        .await
        .expect(200);
    assert_eq!(revoked.at("/requestsClosed"), 1);
    assert_eq!(revoked.at("/invitationsCancelled"), 1);
    assert_eq!(revoked.at("/account/invitationRequested"), Value::Null);
}
