//! Categories: they know how many products they have, and none goes while something lies in it.

use serde_json::{Value, json};

use crate::support::{Browser, House, euros, id};

async fn count(browser: &Browser, category: &str) -> Value {
    browser.fields("categories", category).await["products"].clone()
}

#[tokio::test]
async fn a_category_counts_the_products_that_come_move_and_go() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let body = |name: &str| json!({"name": name});
    let from = manager.post("/resources/categories", body("Doors")).await.expect(201);
    assert_eq!(from.at("/fields/products"), 0);
    assert_eq!(from.at("/fields/visible"), true);
    let from = from.text_at("/id");
    let to = manager
        .post("/resources/categories", body("Gates"))
        .await
        .expect(201)
        .text_at("/id");

    let product = json!({"name": "Gate latch", "price": euros("12.00"), "category": from});
    let product = manager.post("/resources/products", product).await.expect(201);
    let path = format!("/resources/products/{}", product.text_at("/id"));
    assert_eq!(count(&manager, &from).await, 1);
    let moved = manager
        .patch(&path, &product.etag(), json!({"category": to}))
        .await
        .expect(200);
    assert_eq!(count(&manager, &from).await, 0);
    assert_eq!(count(&manager, &to).await, 1);

    let etag = manager.get(&format!("/resources/categories/{to}")).await.etag();
    let full = manager
        .ask(
            "DELETE",
            &format!("/resources/categories/{to}"),
            &[("if-match", &etag)],
            None,
        )
        .await;
    assert_eq!(full.refusal(), (409, "state".into()));
    manager
        .ask("DELETE", &path, &[("if-match", &moved.etag())], None)
        .await
        .expect(204);
    assert_eq!(count(&manager, &to).await, 0);
    manager.put(&format!("{path}/restoration"), json!({})).await.expect(200);
    assert_eq!(count(&manager, &to).await, 1);
}

#[tokio::test]
async fn a_branch_is_not_cut_off() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let parent = manager
        .post("/resources/categories", json!({"name": "Doors"}))
        .await
        .expect(201);
    let child = json!({"name": "Gates", "parent": parent.at("/id")});
    let child = manager.post("/resources/categories", child).await.expect(201);
    let path = |category: &str| format!("/resources/categories/{category}");
    let (parent, etag) = (path(&parent.text_at("/id")), parent.etag());
    let refused = manager.ask("DELETE", &parent, &[("if-match", &etag)], None).await;
    assert_eq!(refused.refusal(), (409, "state".into()));
    let round = manager.patch(&parent, &etag, json!({"parent": child.at("/id")})).await;
    assert_eq!(round.wrong(), [crate::support::wrong("/parent", "unknown-value")]);

    let child = (path(&child.text_at("/id")), child.etag());
    manager
        .ask("DELETE", &child.0, &[("if-match", &child.1)], None)
        .await
        .expect(204);
    manager
        .ask("DELETE", &parent, &[("if-match", &etag)], None)
        .await
        .expect(204);
    let orphan = manager.put(&format!("{}/restoration", child.0), json!({})).await;
    assert_eq!(orphan.refusal(), (409, "state".into()));
    manager
        .put(&format!("{parent}/restoration"), json!({}))
        .await
        .expect(200);
    manager
        .put(&format!("{}/restoration", child.0), json!({}))
        .await
        .expect(200);
}

#[tokio::test]
async fn whoever_only_sees_categories_changes_none() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("assistant").await);
    let etag = owner.get(&path).await.etag();
    owner
        .patch(&path, &etag, json!({"permissions": ["categories.view"]}))
        .await
        .expect(200);
    let assistant = house.signed_in("assistant").await;
    let category = format!("/resources/categories/{}", id(&assistant.first("categories", "").await));
    let etag = assistant.get(&category).await.etag();
    for answer in [
        assistant.post("/resources/categories", json!({"name": "x"})).await,
        assistant.patch(&category, &etag, json!({"name": "x"})).await,
        assistant.ask("DELETE", &category, &[("if-match", &etag)], None).await,
    ] {
        assert_eq!(answer.refusal(), (403, "missing-permission".into()));
    }
}
