//! Products, from making one to bringing it back.

use serde_json::json;

use crate::support::{House, wrong};

fn lamp() -> serde_json::Value {
    json!({ "name": "Lamp", "sku": "L-1", "price": { "amount": "12.5", "currency": "EUR" }, "stock": 3, "lowAt": 5 })
}

#[tokio::test]
async fn a_product_is_made_changed_taken_away_and_brought_back() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let made = owner.post("/resources/products", lamp()).await.expect(201);
    let id = made.text_at("/id");
    let path = format!("/resources/products/{id}");
    assert_eq!(made.header("location"), Some(format!("/api/v1{path}").as_str()));
    assert_eq!(made.etag(), "\"1\"");
    assert_eq!(made.at("/fields/price/amount"), "12.50");
    assert_eq!(made.at("/fields/status"), "draft");
    assert_eq!(made.at("/fields/lowStock"), true);
    assert_eq!(made.at("/fields/created"), "2026-11-24T09:30:00Z");

    let same = owner
        .patch(&path, "\"1\"", json!({ "name": " Lamp ", "lowStock": true }))
        .await
        .expect(200);
    assert_eq!(same.etag(), "\"1\"");
    let changed = owner
        .patch(&path, "\"1\"", json!({ "stock": 9, "sku": null }))
        .await
        .expect(200);
    assert_eq!(changed.etag(), "\"2\"");
    assert_eq!(changed.at("/fields/lowStock"), false);
    assert_eq!(changed.at("/fields/sku"), json!(null));
    let stale = owner.patch(&path, "\"1\"", json!({ "stock": 1 })).await;
    assert_eq!(stale.refusal(), (412, "stale".into()));
    assert_eq!(stale.at("/current/fields/stock"), 9);

    let seen = [("if-match", "\"2\"")];
    owner.ask("DELETE", &path, &seen, None).await.expect(204);
    assert_eq!(owner.get(&path).await.refusal(), (404, "not-found".into()));
    let back = owner.put(&format!("{path}/restoration"), json!({})).await.expect(200);
    assert_eq!(back.at("/fields/stock"), 9);
    owner.get(&path).await.expect(200);
}

#[tokio::test]
async fn what_is_wrong_is_said_member_by_member() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let answer = owner
        .post(
            "/resources/products",
            json!({
                "name": " ", "status": "sold", "price": { "amount": "1", "currency": "SEK" }, "stock": -1,
                "lowStock": true, "colour": "red",
            }),
        )
        .await;
    let mut found = answer.wrong();
    found.sort();
    let mut all = [
        wrong("/name", "required"),
        wrong("/status", "unknown-value"),
        wrong("/stock", "below-minimum"),
        wrong("/lowStock", "unknown-member"),
        wrong("/colour", "unknown-member"),
    ];
    all.sort();
    assert_eq!(found, all);
    let answer = owner
        .post(
            "/resources/products",
            json!({ "name": "Lamp", "price": { "amount": "1", "currency": "SEK" }, "category": "none" }),
        )
        .await;
    let mut found = answer.wrong();
    found.sort();
    assert_eq!(
        found,
        [
            wrong("/category", "unknown-value"),
            wrong("/price/currency", "unknown-value")
        ]
    );
    owner.post("/resources/products", lamp()).await.expect(201);
    assert_eq!(
        owner.post("/resources/products", lamp()).await.wrong(),
        [wrong("/sku", "taken")]
    );
}
