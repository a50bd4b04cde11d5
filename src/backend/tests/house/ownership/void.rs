//! Offers that are over: taken back, declined, replaced, too old, or made to somebody who does not work here all the while.

use serde_json::{Value, json};

use super::{OWNER, accept, has_nothing_to_accept, offer, offered, owners};
use crate::support::House;

const DAY: i64 = 86_400_000;

#[tokio::test]
async fn an_offer_is_taken_back_declined_replaced_and_over_in_a_week() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    for closes in [&owner, &manager] {
        offer(&owner, "manager").await.expect(200);
        closes.delete("/ownership").await.expect(204);
        assert_eq!(offered(&owner).await, Value::Null);
        has_nothing_to_accept(&manager).await;
    }
    offer(&owner, "manager").await.expect(200);
    offer(&owner, "designer").await.expect(200);
    assert_eq!(offered(&manager).await, Value::Null);
    has_nothing_to_accept(&manager).await;
    // Somebody else's offer is not theirs to close.
    manager.delete("/ownership").await.expect(204);
    assert_eq!(offered(&owner).await["name"], "Maja Sjöberg");

    house.clock.advance(7 * DAY - 1);
    assert_ne!(offered(&house.signed_in("designer").await).await, Value::Null);
    house.clock.advance(1);
    let designer = house.signed_in("designer").await;
    assert_eq!(offered(&designer).await, Value::Null);
    has_nothing_to_accept(&designer).await;
    assert_eq!(owners(&house).await, [OWNER]);
}

/// Whatever interrupts somebody's access ends the offer for good: it is not there again with the access.
#[tokio::test]
async fn an_offer_is_void_once_access_is_interrupted() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("manager").await);
    let suspension = format!("{path}/suspension");

    offer(&owner, "manager").await.expect(200);
    owner.put(&suspension, json!({})).await.expect(200);
    assert_eq!(offered(&owner).await, Value::Null);
    owner.delete(&suspension).await.expect(200);
    has_nothing_to_accept(&house.signed_in("manager").await).await;

    // The end of somebody's access comes and goes.
    let change = async |body: Value| {
        let seen = owner.get(&path).await.expect(200).etag();
        owner.patch(&path, &seen, body).await.expect(200);
    };
    change(json!({"ends": "2026-11-25T00:00:00Z"})).await;
    offer(&owner, "manager").await.expect(200);
    house.clock.advance(DAY - 60_000);
    assert_eq!(offered(&owner).await, Value::Null);
    owner.prove().await;
    change(json!({"ends": null})).await;
    assert_eq!(offered(&owner).await, Value::Null);
    let manager = house.signed_in("manager").await;
    has_nothing_to_accept(&manager).await;

    // A step before access is asked again.
    offer(&owner, "manager").await.expect(200);
    change(json!({"twoFactorRequired": true})).await;
    assert_eq!(offered(&owner).await, Value::Null);
    has_nothing_to_accept(&manager).await;
    change(json!({"twoFactorRequired": false})).await;
    assert_eq!(owner.get(&path).await.at("/status"), "active");
    has_nothing_to_accept(&manager).await;

    offer(&owner, "manager").await.expect(200);
    owner.put(&format!("{path}/revocation"), json!({})).await.expect(200);
    assert_eq!(accept(&manager).await.refusal(), (401, "signed-out".into()));
    assert_eq!(offered(&owner).await, Value::Null);
    assert_eq!(owners(&house).await, [OWNER]);
}

/// What changes of somebody otherwise leaves the offer as it is.
#[tokio::test]
async fn another_grant_and_another_name_do_not_touch_an_offer() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    let path = format!("/staff/{}", owner.id_of("manager").await);
    offer(&owner, "manager").await.expect(200);
    let seen = owner.get(&path).await.expect(200).etag();
    let body = json!({"name": "Budi", "permissions": [], "roles": [], "ends": "2027-01-01T00:00:00Z"});
    owner.patch(&path, &seen, body).await.expect(200);
    assert_eq!(offered(&manager).await["name"], "Budi");
    let session = accept(&manager).await.expect(200);
    assert_eq!(session.at("/account/ends"), Value::Null, "an owner has no dates");
}
