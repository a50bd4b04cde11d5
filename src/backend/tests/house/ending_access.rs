//! Access that is taken away is gone with the next request: revocation, suspension, a new password, ended sessions.

use serde_json::json;

use crate::support::{House, PASSWORD};

#[tokio::test]
async fn a_revoked_person_is_signed_out_everywhere_at_once() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (desk, phone) = (house.signed_in("manager").await, house.signed_in("manager").await);
    let id = owner.id_of("manager").await;

    let revoked = owner
        .put(&format!("/staff/{id}/revocation"), json!({"reason": "Moved on"}))
        .await
        .expect(200);
    assert_eq!(revoked.at("/sessionsEnded"), 2);
    assert_eq!(revoked.at("/invitationsCancelled"), 0);
    assert_eq!(revoked.at("/requestsClosed"), 0);
    assert!(revoked.at("/millis").as_u64().is_some_and(|millis| millis < 60_000));
    assert_eq!(revoked.at("/account/status"), "ended");
    assert_eq!(revoked.at("/account/name"), "Budi Santoso");
    assert_eq!(revoked.at("/account/ends"), "2026-11-24T09:30:00Z");
    for browser in [desk, phone] {
        assert_eq!(browser.get("/session").await.refusal(), (401, "signed-out".into()));
    }
    let answer = house.browser().sign_in("manager@example.test", PASSWORD).await;
    assert_eq!(answer.refusal(), (401, "invalid-credentials".into()));

    // The same twice is the same once, and the record stays.
    let again = owner
        .ask("PUT", &format!("/staff/{id}/revocation"), &[], None)
        .await
        .expect(200);
    assert_eq!(again.at("/sessionsEnded"), 0);
    assert_eq!(again.at("/account"), revoked.at("/account"));
    assert_eq!(owner.get("/staff?status=ended").await.at("/total"), 2);
}

#[tokio::test]
async fn a_suspended_person_is_signed_out_and_can_come_back() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let designer = house.signed_in("designer").await;
    let path = format!("/staff/{}/suspension", owner.id_of("designer").await);

    let suspended = owner.put(&path, json!({})).await.expect(200);
    assert_eq!(suspended.at("/status"), "suspended");
    assert_eq!(designer.get("/session").await.refusal(), (401, "signed-out".into()));
    let again = owner.ask("PUT", &path, &[], None).await.expect(200);
    assert_eq!(again.etag(), suspended.etag());

    assert_eq!(owner.delete(&path).await.expect(200).at("/status"), "active");
    owner.delete(&path).await.expect(200);
    // The old session does not come back to life.
    assert_eq!(designer.get("/session").await.refusal(), (401, "signed-out".into()));
    designer.sign_in("designer@example.test", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn what_a_state_does_not_allow_is_refused() {
    let house = House::sample().await;
    let owner = house.owner().await;
    for (mailbox, method, what) in [
        ("newcomer", "PUT", "suspension"),
        ("newcomer", "DELETE", "suspension"),
        ("former", "PUT", "suspension"),
        ("former", "DELETE", "suspension"),
        ("manager", "POST", "invitation"),
        ("manager", "DELETE", "invitation"),
        ("former", "POST", "invitation"),
        ("former", "DELETE", "invitation"),
    ] {
        let path = format!("/staff/{}/{what}", owner.id_of(mailbox).await);
        let answer = owner.ask(method, &path, &[], None).await;
        assert_eq!(answer.refusal(), (409, "state".into()), "{method} {what} of {mailbox}");
    }
}

#[tokio::test]
async fn the_owner_cannot_be_shut_out() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let id = owner.get("/session").await.text_at("/account/id");
    for what in ["revocation", "suspension"] {
        let answer = owner.put(&format!("/staff/{id}/{what}"), json!({})).await;
        assert_eq!(answer.refusal(), (409, "state".into()), "{what}");
    }
    // Elsewhere the owner is not among the staff at all.
    assert_eq!(owner.get("/staff?q=owner%40example.test").await.at("/total"), 0);
    for (method, path) in [
        ("GET", format!("/staff/{id}")),
        ("PATCH", format!("/staff/{id}")),
        ("POST", format!("/staff/{id}/invitation")),
        ("DELETE", format!("/staff/{id}/invitation")),
        ("DELETE", format!("/staff/{id}/sessions")),
    ] {
        let body = json!({});
        let answer = owner.ask(method, &path, &[("if-match", "*")], Some(&body)).await;
        assert_eq!(answer.refusal(), (404, "not-found".into()), "{method} {path}");
    }
    owner.get("/session").await.expect(200);
}

#[tokio::test]
async fn a_new_password_ends_all_other_sessions_and_renews_this_one() {
    let house = House::sample().await;
    let (here, elsewhere) = (house.signed_in("developer").await, house.signed_in("developer").await);
    let before = here.copy();
    let fresh = "a fresh password, long enough";
    let answer = here
        .put("/profile/password", json!({"current": PASSWORD, "new": fresh}))
        .await
        .expect(204);
    assert!(answer.text.is_empty());
    here.get("/session").await.expect(200);
    for gone in [&before, &elsewhere] {
        assert_eq!(gone.get("/session").await.refusal(), (401, "signed-out".into()));
    }
    let answer = house.browser().sign_in("developer@example.test", PASSWORD).await;
    assert_eq!(answer.refusal(), (401, "invalid-credentials".into()));
    house
        .browser()
        .sign_in("developer@example.test", fresh)
        .await
        .expect(200);
}

#[tokio::test]
async fn the_owner_ends_somebodys_sessions_without_taking_access() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let marketing = house.signed_in("marketing").await;
    let path = format!("/staff/{}/sessions", owner.id_of("marketing").await);
    assert_eq!(owner.delete(&path).await.expect(200).at("/sessionsEnded"), 1);
    assert_eq!(owner.delete(&path).await.expect(200).at("/sessionsEnded"), 0);
    assert_eq!(marketing.get("/session").await.refusal(), (401, "signed-out".into()));
    marketing.sign_in("marketing@example.test", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn a_narrower_grant_holds_with_the_next_request() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let manager = house.signed_in("manager").await;
    assert!(
        !manager
            .get("/session")
            .await
            .at("/permissions")
            .as_array()
            .expect("a list")
            .is_empty()
    );
    let path = format!("/staff/{}", owner.id_of("manager").await);
    let seen = owner.get(&path).await.etag();
    owner
        .patch(&path, &seen, json!({"roles": [], "permissions": ["carts.view"]}))
        .await
        .expect(200);
    assert_eq!(manager.get("/session").await.at("/permissions"), json!(["carts.view"]));
}
