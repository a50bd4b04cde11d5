//! What a revocation leaves to be read: how many of each it ended, how long it took, and what the person changed last.

use serde_json::json;

use crate::support::{House, PASSWORD};

#[tokio::test]
async fn the_proof_says_what_ended_and_stays() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let id = owner.id_of("manager").await;
    let proof_path = format!("/staff/{id}/revocation");
    assert_eq!(owner.get(&proof_path).await.refusal(), (404, "not-found".into()));

    let manager = house.signed_in("manager").await;
    let token = json!({"email": "manager@example.test", "password": PASSWORD, "token": true});
    house.browser().post("/session", token).await.expect(200);
    let made = manager
        .post("/resources/categories", json!({"name": "Brass", "position": 600}))
        .await
        .expect(201);
    let category = format!("/resources/categories/{}", made.text_at("/id"));
    manager
        .patch(&category, &made.etag(), json!({"name": "Brass and steel"}))
        .await
        .expect(200);

    let revoked = owner.put(&proof_path, json!({"reason": "Moved on"})).await.expect(200);
    let counts = [
        "/sessionsEnded",
        "/tokensEnded",
        "/invitationsCancelled",
        "/requestsClosed",
    ];
    assert_eq!(
        counts.map(|count| revoked.at(count)),
        [2, 1, 0, 0].map(|count| json!(count))
    );

    let proof = owner.get(&proof_path).await.expect(200);
    for count in counts.into_iter().chain(["/millis"]) {
        assert_eq!(proof.at(count), revoked.at(count), "{count}");
    }
    assert_eq!(proof.at("/at"), "2026-11-24T09:30:00Z");
    assert_eq!(proof.at("/by/name"), owner.get("/session").await.at("/account/name"));
    assert_eq!(proof.at("/reason"), "Moved on");
    let changes = proof.at("/lastChanges");
    let changes = changes.as_array().expect("a list");
    let kinds: Vec<_> = changes
        .iter()
        .map(|entry| entry["kind"].as_str().unwrap_or_default())
        .collect();
    assert_eq!(kinds, ["record-changed", "record-created"]);
    assert_eq!(changes[0]["subject"]["name"], "Brass and steel");

    // Once more ends nothing, and does not take the proof's place.
    owner.put(&proof_path, json!({})).await.expect(200);
    assert_eq!(owner.get(&proof_path).await.expect(200).json(), proof.json());

    // Nor does anything that the person does after coming back.
    let (again, token) = owner.invite("manager@example.test", &["categories.manage"]).await;
    assert_eq!(again, id);
    let back = house.browser();
    let join = json!({"name": "Budi Santoso", "password": PASSWORD});
    back.post(&format!("/invitations/{token}"), join).await.expect(201);
    house.clock.advance(1);
    let seen = back.get(&category).await.etag();
    back.patch(&category, &seen, json!({"name": "Steel"})).await.expect(200);
    assert_eq!(owner.get(&proof_path).await.expect(200).json(), proof.json());
}

#[tokio::test]
async fn a_cancelled_invitation_is_no_revocation() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (id, _) = owner.invite("never@example.test", &[]).await;
    owner.delete(&format!("/staff/{id}/invitation")).await.expect(204);
    let answer = owner.get(&format!("/staff/{id}/revocation")).await;
    assert_eq!(answer.refusal(), (404, "not-found".into()));
    assert_eq!(
        owner.get("/staff/nobody/revocation").await.refusal(),
        (404, "not-found".into())
    );
}
