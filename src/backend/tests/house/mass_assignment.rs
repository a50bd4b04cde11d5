//! What a caller must not set has no member to set it with.

use serde_json::json;

use crate::support::{House, PASSWORD, wrong};

#[tokio::test]
async fn nobody_makes_themselves_more_than_they_are() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let manager = house.signed_in("manager").await;
    let staff = format!("/staff/{}", owner.id_of("manager").await);
    let seen = owner.get(&staff).await.etag();
    let own = manager.get("/profile").await.etag();
    let invitation = format!("/invitations/{}", House::newcomers_token().await);
    for (member, value) in [
        ("owner", json!(true)),
        ("status", json!("active")),
        ("id", json!("another")),
        ("storeId", json!("another")),
        ("version", json!("9")),
        ("passwordHash", json!("x")),
        ("lastSeen", json!("2026-01-01T00:00:00Z")),
        ("twoFactor", json!(true)),
    ] {
        let with = |mut body: serde_json::Value| {
            body[member] = value.clone();
            body
        };
        let pointer = format!("/{member}");
        let expected = [wrong(&pointer, "unknown-member")];
        let body = with(json!({"email": "more@example.test", "permissions": []}));
        assert_eq!(owner.post("/staff", body).await.wrong(), expected);
        assert_eq!(owner.patch(&staff, &seen, with(json!({}))).await.wrong(), expected);
        assert_eq!(manager.patch("/profile", &own, with(json!({}))).await.wrong(), expected);
        let body = with(json!({"name": "Putri", "password": PASSWORD}));
        assert_eq!(house.browser().post(&invitation, body).await.wrong(), expected);
    }
    for (member, value) in [("email", json!("x@y.test")), ("permissions", json!(["orders.view"]))] {
        let mut body = json!({});
        body[member] = value.clone();
        let expected = [wrong(&format!("/{member}"), "unknown-member")];
        assert_eq!(manager.patch("/profile", &own, body.clone()).await.wrong(), expected);
        body["name"] = json!("Putri");
        body["password"] = json!(PASSWORD);
        assert_eq!(house.browser().post(&invitation, body).await.wrong(), expected);
    }
    assert_eq!(owner.get(&staff).await.etag(), seen);
    assert_eq!(owner.get("/staff").await.at("/total"), 11);
}
