//! The life of an invitation, from the owner's side: sent, sent again, expired, cancelled, and somebody who comes back.

use serde_json::json;

use crate::support::{House, PASSWORD, token_of, wrong};

const DAY: i64 = 86_400_000;

#[tokio::test]
async fn an_invitation_shows_what_it_offers_and_its_link_is_told_once() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let body = json!({
        "email": " Nisa@Example.test ", "name": " Nisa  Putri ", "permissions": ["orders.refund", "settings.tax"],
        "roles": ["designer"], "starts": null, "message": "Welcome!\nSee you soon."
    });
    let invited = owner.post("/staff", body).await.expect(201);
    let id = invited.text_at("/account/id");
    assert_eq!(invited.at("/account/email"), "Nisa@Example.test");
    assert_eq!(invited.at("/account/name"), "Nisa  Putri");
    assert_eq!(invited.at("/account/status"), "invited");
    // With what is given comes what it requires, in the order of the catalogue.
    let held = json!(["orders.view", "orders.refund", "settings.view", "settings.tax"]);
    assert_eq!(invited.at("/account/permissions"), held);
    assert_eq!(invited.at("/account/roles"), json!(["designer"]));
    assert_eq!(invited.at("/invitation/expires"), "2026-12-01T09:30:00Z");
    assert_eq!(invited.header("location"), Some(format!("/api/v1/staff/{id}").as_str()));
    let link = invited.text_at("/invitation/link");
    assert!(link.starts_with("http://127.0.0.1:8787/join/"), "{link}");

    let record = owner.get(&format!("/staff/{id}")).await.expect(200);
    assert_eq!(record.json(), invited.at("/account"));
    assert_eq!(record.etag(), invited.etag());
    assert!(!record.text.contains(&token_of(&link)));

    let offered = house
        .browser()
        .get(&format!("/invitations/{}", token_of(&link)))
        .await
        .expect(200);
    let sections = json!(["sales", "catalog", "website", "settings"]);
    assert_eq!(
        offered.json(),
        json!({"store": "Kunci & Nyckel", "email": "Nisa@Example.test", "name": "Nisa  Putri",
               "sections": sections, "expires": "2026-12-01T09:30:00Z"})
    );
}

#[tokio::test]
async fn each_letter_is_laid_down_with_its_link() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (_, token) = owner.invite("letter@example.test", &[]).await;
    let letters: Vec<_> = std::fs::read_dir(house.folder().join("outbox"))
        .expect("there is an outbox")
        .collect();
    assert_eq!(letters.len(), 1);
    let path = letters[0].as_ref().expect("a letter").path();
    assert_eq!(path.extension().and_then(|extension| extension.to_str()), Some("eml"));
    let bytes = std::fs::read(path).expect("it is read");
    let letter = mailparse::parse_mail(&bytes).expect("it is a letter");
    let text = letter.subparts[0].get_body().expect("it has a text");
    assert!(text.contains(&format!("http://127.0.0.1:8787/join/{token}")), "{text}");
}

#[tokio::test]
async fn an_outbox_that_cannot_be_written_does_not_undo_the_invitation() {
    let house = House::sample().await;
    std::fs::write(house.folder().join("outbox"), "in the way").expect("it is written");
    let (_, token) = house.owner().await.invite("letter@example.test", &[]).await;
    house.browser().get(&format!("/invitations/{token}")).await.expect(200);
}

#[tokio::test]
async fn an_address_that_is_taken_is_refused_whatever_its_case() {
    let house = House::sample().await;
    let owner = house.owner().await;
    for email in [
        "owner@example.test",
        "MANAGER@EXAMPLE.TEST",
        " newcomer@example.test",
        "paused@example.test",
    ] {
        let answer = owner.post("/staff", json!({"email": email, "permissions": []})).await;
        assert_eq!(answer.refusal(), (409, "email-taken".into()), "{email}");
        assert_eq!(answer.at("/errors/0/pointer"), "/email");
    }
    assert_eq!(owner.get("/staff").await.at("/total"), 11);
}

#[tokio::test]
async fn a_fresh_link_kills_the_old_one_which_says_so() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (id, first) = owner.invite("twice@example.test", &["orders.view"]).await;
    let version = owner.get(&format!("/staff/{id}")).await.etag();
    house.clock.advance(6 * DAY);
    let owner = house.owner().await;
    let again = owner
        .ask("POST", &format!("/staff/{id}/invitation"), &[], None)
        .await
        .expect(201);
    assert_eq!(again.at("/invitation/expires"), "2026-12-07T09:30:00Z");
    assert_eq!(owner.get(&format!("/staff/{id}")).await.etag(), version);
    let second = token_of(&again.text_at("/invitation/link"));
    let visitor = house.browser();
    let answer = visitor.get(&format!("/invitations/{first}")).await;
    assert_eq!(answer.refusal(), (410, "invitation-replaced".into()));
    let join = json!({"name": "Two", "password": PASSWORD});
    let answer = visitor.post(&format!("/invitations/{first}"), join).await;
    assert_eq!(answer.refusal(), (410, "invitation-replaced".into()));
    visitor.get(&format!("/invitations/{second}")).await.expect(200);
}

#[tokio::test]
async fn an_expired_invitation_says_so_and_can_be_sent_again() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (id, token) = owner.invite("late@example.test", &[]).await;
    house.clock.advance(7 * DAY);
    let visitor = house.browser();
    let answer = visitor.get(&format!("/invitations/{token}")).await;
    assert_eq!(answer.refusal(), (410, "invitation-expired".into()));
    let join = json!({"name": "Late", "password": PASSWORD});
    let answer = visitor.post(&format!("/invitations/{token}"), join.clone()).await;
    assert_eq!(answer.refusal(), (410, "invitation-expired".into()));

    let owner = house.owner().await;
    assert_eq!(
        owner.get(&format!("/staff/{id}")).await.at("/invitation/expires"),
        "2026-12-01T09:30:00Z"
    );
    let again = owner
        .ask("POST", &format!("/staff/{id}/invitation"), &[], None)
        .await
        .expect(201);
    let fresh = token_of(&again.text_at("/invitation/link"));
    visitor.post(&format!("/invitations/{fresh}"), join).await.expect(201);
}

#[tokio::test]
async fn a_cancelled_invitation_says_so_and_the_person_is_among_the_former() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (id, token) = owner.invite("never@example.test", &["orders.view"]).await;
    owner.delete(&format!("/staff/{id}/invitation")).await.expect(204);
    let visitor = house.browser();
    let answer = visitor.get(&format!("/invitations/{token}")).await;
    assert_eq!(answer.refusal(), (410, "invitation-cancelled".into()));
    let former = owner.find("never@example.test").await;
    assert_eq!(former["status"], "ended");
    assert_eq!(former["invitation"], json!(null));
}

#[tokio::test]
async fn a_revoked_invitation_is_counted_and_dead() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (id, token) = owner.invite("never@example.test", &[]).await;
    let revoked = owner
        .put(&format!("/staff/{id}/revocation"), json!({}))
        .await
        .expect(200);
    assert_eq!(revoked.at("/invitationsCancelled"), 1);
    let answer = house.browser().get(&format!("/invitations/{token}")).await;
    assert_eq!(answer.refusal(), (410, "invitation-cancelled".into()));
}

#[tokio::test]
async fn whoever_comes_back_has_the_old_record_and_only_the_new_grant() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let former = owner.find("former@example.test").await;
    let body = json!({"email": "Former@example.test", "permissions": ["carts.view"]});
    let invited = owner.post("/staff", body).await.expect(201);
    assert_eq!(invited.at("/account/id"), former["id"]);
    assert_eq!(invited.at("/account/name"), "Ingrid Hallberg");
    assert_eq!(invited.at("/account/permissions"), json!(["carts.view"]));
    assert_eq!(invited.at("/account/roles"), json!([]));
    assert_eq!(invited.at("/account/ends"), json!(null));
    assert_ne!(invited.at("/account/version"), former["version"]);

    // The password of before does not open the door again; the link does.
    let answer = house.browser().sign_in("former@example.test", PASSWORD).await;
    assert_eq!(answer.refusal(), (401, "invalid-credentials".into()));
    let token = token_of(&invited.text_at("/invitation/link"));
    let join = json!({"name": "Ingrid Hallberg", "password": "another password by far"});
    house
        .browser()
        .post(&format!("/invitations/{token}"), join)
        .await
        .expect(201);
}

#[tokio::test]
async fn everything_wrong_with_an_invitation_is_said_at_once() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let body = json!({
        "email": "nobody at home", "name": "a\nb", "message": "x".repeat(2_001), "roles": ["designer", "emperor"],
        "permissions": ["orders.view", "orders.everything", "billing"],
        "starts": "2027-01-02T00:00:00Z", "ends": "2027-01-01T00:00:00Z"
    });
    let answer = owner.post("/staff", body).await;
    assert_eq!(
        answer.wrong(),
        [
            wrong("/email", "malformed"),
            wrong("/name", "malformed"),
            wrong("/permissions/1", "unknown-value"),
            wrong("/permissions/2", "unknown-value"),
            wrong("/message", "too-long"),
            wrong("/ends", "ends-before-start"),
            wrong("/roles/1", "unknown-value"),
        ]
    );
    assert_eq!(owner.get("/staff").await.at("/total"), 11);
}
