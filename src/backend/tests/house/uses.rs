//! When a permission was last used is known without a write for each request.

use serde_json::{Value, json};
use sqlx::query_scalar;

use crate::support::{Browser, House};

async fn used(owner: &Browser, mailbox: &str) -> Vec<(String, String)> {
    let path = format!("/staff/{}/uses", owner.id_of(mailbox).await);
    let page = owner.get(&path).await.expect(200);
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let items = page.at("/items");
    let items = items.as_array().expect("items").iter();
    items
        .map(|item| (text(&item["permission"]), text(&item["last"])))
        .collect()
}

async fn written(house: &House) -> i64 {
    query_scalar("SELECT COUNT(*) FROM permission_uses")
        .fetch_one(house.app.database())
        .await
        .expect("they are counted")
}

#[tokio::test]
async fn the_last_use_of_each_permission_is_told() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let manager = house.signed_in("manager").await;
    assert!(used(&owner, "manager").await.is_empty());
    let product = manager.first("products", "").await;
    let path = format!("/resources/products/{}", product["id"].as_str().expect("an id"));
    let start = "2026-11-24T09:30:00Z".to_owned();
    assert_eq!(
        used(&owner, "manager").await,
        [("products.view".to_owned(), start.clone())]
    );
    // What is refused is not used, and what changes nothing neither.
    manager.get("/reports").await.expect(403);
    let seen = manager.get(&path).await.etag();
    manager.patch(&path, &seen, json!({})).await.expect(200);
    assert_eq!(used(&owner, "manager").await.len(), 1);

    house.clock.advance(120_000);
    manager.patch(&path, &seen, json!({"lowAt": 7})).await.expect(200);
    let later = "2026-11-24T09:32:00Z".to_owned();
    let permissions: Vec<_> = used(&owner, "manager").await;
    assert!(
        permissions.contains(&("products.view".to_owned(), later.clone())),
        "{permissions:?}"
    );
    assert!(
        permissions.contains(&("stock.manage".to_owned(), later)),
        "{permissions:?}"
    );
    assert!(used(&owner, "fulfilment").await.is_empty());
}

#[tokio::test]
async fn it_is_written_seldom_and_outlives_a_restart() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    for _ in 0..50 {
        manager.get("/resources/products").await.expect(200);
    }
    assert_eq!(written(&house).await, 0, "no request writes it");
    house.clock.advance(6 * 60_000);
    manager.get("/resources/orders").await.expect(200);
    assert_eq!(written(&house).await, 1, "along with when somebody was last seen");
    let house = house.restart(latchkey_backend::Seed::Empty).await;
    let owner = house.owner().await;
    let permissions: Vec<_> = used(&owner, "manager").await;
    let names: Vec<_> = permissions.iter().map(|(permission, _)| permission.as_str()).collect();
    assert_eq!(names, ["orders.view", "products.view"]);
}
