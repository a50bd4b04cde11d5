//! What follows: what is told to open pages, what stays of grants, and that the store can be handed on and back.

use serde_json::{Value, json};
use sqlx::query_scalar;

use super::{MANAGER, OWNER, accept, offer, owners};
use crate::support::House;

#[tokio::test]
async fn open_pages_are_told() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    let stranger = house.signed_in("designer").await;
    let id = owner.id_of("manager").await;
    let (mut theirs, mut owners) = (manager.listen().await, owner.listen().await);
    let mut overhears = stranger.listen().await;

    offer(&owner, "manager").await.expect(200);
    let heard = theirs.next().await.expect("it is told");
    assert_eq!((heard.name.as_str(), &heard.data["id"]), ("staff.changed", &json!(id)));
    owners.until("staff.changed").await;
    manager.delete("/ownership").await.expect(204);
    assert_eq!(theirs.name().await, "staff.changed");
    owners.until("staff.changed").await;
    offer(&owner, "manager").await.expect(200);
    assert_eq!(theirs.name().await, "staff.changed");

    accept(&manager).await.expect(200);
    // First of all what the person may do, and from then on what the owner is told.
    assert_eq!(theirs.name().await, "session.changed");
    theirs.until("staff.changed").await;
    manager.invite("new@example.test", &[]).await;
    theirs.until("staff.changed").await;
    theirs.until("activity.changed").await;
    let last = owners.until("session.ended").await.pop().expect("it is told");
    assert_eq!(last.data, json!({"reason": "signed-out"}));
    owners.ends().await;

    // Nobody else has heard of any of it.
    let profile = stranger.get("/profile").await.expect(200);
    let named = json!({"name": "Maja"});
    stranger.patch("/profile", &profile.etag(), named).await.expect(200);
    assert_eq!(overhears.name().await, "session.changed");
}

#[tokio::test]
async fn nothing_that_was_granted_comes_to_life_when_it_is_handed_back() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    let id = owner.id_of("manager").await;
    let path = format!("/staff/{id}");
    let seen = owner.get(&path).await.expect(200);
    assert_ne!(seen.at("/roles"), json!([]));
    let direct = json!({
        "permissions": ["reports.view", "settings.view"],
        "periods": {"permissions": {"reports.view": {"ends": "2027-01-01T00:00:00Z"}}},
        "starts": "2026-11-01T00:00:00Z",
        "ends": "2027-02-01T00:00:00Z",
    });
    owner.patch(&path, &seen.etag(), direct).await.expect(200);
    offer(&owner, "manager").await.expect(200);
    accept(&manager).await.expect(200);
    let left: i64 = query_scalar(
        "SELECT (SELECT COUNT(*) FROM account_permissions WHERE account = $1) + \
         (SELECT COUNT(*) FROM account_roles WHERE account = $1)",
    )
    .bind(&id)
    .fetch_one(house.app.database())
    .await
    .expect("they are counted");
    assert_eq!(left, 0);

    let former = house.owner().await;
    offer(&manager, "owner").await.expect(200);
    accept(&former).await.expect(200);
    assert_eq!(owners(&house).await, [OWNER]);
    let back = former.find(MANAGER).await;
    assert_eq!(back["status"], "active");
    for (member, value) in [
        ("permissions", json!([])),
        ("roles", json!([])),
        ("starts", Value::Null),
        ("ends", Value::Null),
    ] {
        assert_eq!(back[member], value, "{member}");
    }
    let manager = house.signed_in("manager").await;
    assert_eq!(manager.get("/session").await.expect(200).at("/permissions"), json!([]));
}

/// What is asked of everybody on the staff is asked of whoever was the owner.
#[tokio::test]
async fn a_required_second_factor_is_required_of_the_former_owner() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    crate::two_factor::set_up(&manager).await;
    crate::required_factor::require(&owner, "everybody").await.expect(200);
    offer(&owner, "manager").await.expect(200);
    accept(&manager).await.expect(200);
    assert_eq!(owners(&house).await, [MANAGER]);
    let former = house.owner().await.get("/session").await.expect(200);
    assert_eq!(former.at("/account/status"), "onboarding");
    assert_eq!(former.at("/account/onboarding"), json!(["second-factor"]));
}

/// The plan counts people, and a hand-over makes room for nobody.
#[tokio::test]
async fn as_many_have_a_place_as_before() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    let before = owner.get("/billing").await.expect(200).at("/staff");
    offer(&owner, "manager").await.expect(200);
    accept(&manager).await.expect(200);
    assert_eq!(manager.get("/billing").await.expect(200).at("/staff"), before);
}
