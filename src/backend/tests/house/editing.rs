//! Changing a member of staff: a merge patch, whole or not at all.

use serde_json::{Value, json};

use crate::support::House;

#[tokio::test]
async fn what_is_left_out_stays_and_null_takes_away() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("assistant").await);
    let before = owner.get(&path).await.expect(200);
    let body = json!({"starts": "2026-12-01T08:00:00+01:00", "ends": "2027-12-01T00:00:00Z"});
    let dated = owner.patch(&path, &before.etag(), body).await.expect(200);
    assert_eq!(dated.at("/starts"), "2026-12-01T07:00:00Z");
    assert_eq!(dated.at("/roles"), json!(["marketing-assistant"]));
    assert_ne!(dated.etag(), before.etag());
    let named = owner
        .patch(&path, &dated.etag(), json!({"name": " Dewi A. "}))
        .await
        .expect(200);
    assert_eq!(
        (named.at("/name"), named.at("/ends")),
        (json!("Dewi A."), json!("2027-12-01T00:00:00Z"))
    );
    let open = owner
        .patch(&path, &named.etag(), json!({"starts": null, "ends": null}))
        .await
        .expect(200);
    assert_eq!((open.at("/starts"), open.at("/ends")), (Value::Null, Value::Null));
    assert_eq!(owner.get(&path).await.json(), open.json());
}

#[tokio::test]
async fn permissions_are_kept_with_what_they_require() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("nobody").await);
    let seen = owner.get(&path).await.etag();
    let body =
        json!({"permissions": ["stock.manage", "orders.refund", "stock.manage"], "roles": ["designer", "designer"]});
    let after = owner.patch(&path, &seen, body).await.expect(200);
    let held = json!(["orders.view", "orders.refund", "products.view", "stock.manage"]);
    assert_eq!(after.at("/permissions"), held);
    assert_eq!(after.at("/roles"), json!(["designer"]));
    let browser = house.signed_in("nobody").await;
    let session = browser.get("/session").await;
    let by_role = ["website.view", "website.content", "website.design"];
    let both: Vec<_> = held
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(Value::as_str)
        .chain(by_role)
        .collect();
    assert_eq!(session.at("/permissions"), json!(both));
}

#[tokio::test]
async fn a_save_that_changes_nothing_is_no_change() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("nobody").await);
    let seen = owner.get(&path).await.etag();
    let body = json!({"permissions": ["orders.refund"]});
    let first = owner.patch(&path, &seen, body.clone()).await.expect(200);
    for body in [
        json!({}),
        body,
        json!({"permissions": ["orders.view", "orders.refund"]}),
        json!({"name": " Agus Setiawan", "roles": [], "starts": null}),
    ] {
        assert_eq!(
            owner.patch(&path, &first.etag(), body).await.expect(200).etag(),
            first.etag()
        );
    }
}

#[tokio::test]
async fn any_of_the_versions_that_were_seen_will_do() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("nobody").await);
    let seen = format!("\"7\", {}", owner.get(&path).await.etag());
    owner.patch(&path, &seen, json!({"name": "A"})).await.expect(200);
    owner.patch(&path, "*", json!({"name": "B"})).await.expect(200);
}

#[tokio::test]
async fn somebody_who_is_gone_is_not_changed_but_invited_again() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("former").await);
    let seen = owner.get(&path).await.etag();
    let answer = owner.patch(&path, &seen, json!({"permissions": ["orders.view"]})).await;
    assert_eq!(answer.refusal(), (409, "state".into()));
}

#[tokio::test]
async fn somebody_who_is_invited_or_suspended_can_be_changed() {
    let house = House::sample().await;
    let owner = house.owner().await;
    for mailbox in ["newcomer", "paused"] {
        let path = format!("/staff/{}", owner.id_of(mailbox).await);
        let seen = owner.get(&path).await.etag();
        let body = json!({"permissions": ["carts.view"], "roles": []});
        let after = owner.patch(&path, &seen, body).await.expect(200);
        assert_eq!(after.at("/permissions"), json!(["carts.view"]));
    }
    let offered = house
        .browser()
        .get(&format!("/invitations/{}", House::newcomers_token().await))
        .await;
    assert_eq!(offered.at("/sections"), json!(["sales"]));
}

#[tokio::test]
async fn what_people_do_themselves_does_not_stand_in_the_owners_way() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("manager").await);
    let seen = owner.get(&path).await.etag();
    // Signing in, being seen and choosing a language change nothing that the owner edits.
    let manager = house.signed_in("manager").await;
    let profile = manager.get("/profile").await.etag();
    manager
        .patch("/profile", &profile, json!({"language": "id"}))
        .await
        .expect(200);
    owner
        .patch(&path, &seen, json!({"permissions": ["carts.view"]}))
        .await
        .expect(200);
}
