//! Customers: made and changed by hand, exported by whom it may be.

use serde_json::json;

use crate::support::{House, euros, id, wrong};

#[tokio::test]
async fn a_customer_is_added_by_hand_and_has_bought_nothing_yet() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let address = json!({"name": "Nisa Ström", "street": "Jalan Mawar No. 4", "city": "Bogor", "country": "ID"});
    let body = json!({"name": " Nisa Ström ", "email": "Nisa.Strom@example.test", "address": address});
    let made = manager.post("/resources/customers", body.clone()).await.expect(201);
    let fields = made.at("/fields");
    assert_eq!(fields["name"], "Nisa Ström");
    assert_eq!(fields["address"], address);
    assert_eq!(fields["marketing"], false, "nobody agrees by being added");
    assert_eq!(fields["language"], "en");
    assert_eq!(fields["orders"], 0);
    assert_eq!(fields["spent"], euros("0.00"));
    assert_eq!(fields["since"], "2026-11-24T09:30:00Z");

    let namesake = json!({"name": "Another", "email": "nisa.strom@EXAMPLE.test"});
    let answer = manager.post("/resources/customers", namesake).await;
    assert_eq!(answer.wrong(), [wrong("/email", "taken")]);
    let other = manager.first("customers", "sort=name").await;
    let path = format!("/resources/customers/{}", id(&other));
    let etag = manager.get(&path).await.etag();
    let taken = manager
        .patch(&path, &etag, json!({"email": "nisa.strom@example.test"}))
        .await;
    assert_eq!(taken.wrong(), [wrong("/email", "taken")]);
    for (change, pointer, code) in [
        (json!({"spent": euros("1.00")}), "/spent", "unknown-member"),
        (json!({"orders": 7}), "/orders", "unknown-member"),
        (json!({"phone": "call me"}), "/phone", "malformed"),
        (json!({"email": null}), "/email", "required"),
    ] {
        let answer = manager.patch(&path, &etag, change.clone()).await;
        assert_eq!(answer.wrong(), [wrong(pointer, code)], "{change}");
    }
    let own = manager
        .patch(&path, &etag, json!({"marketing": true, "note": "Likes locks"}))
        .await
        .expect(200);
    assert_eq!(own.at("/fields/note"), "Likes locks");
}

#[tokio::test]
async fn the_list_leaves_the_store_with_those_who_may_take_it() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let file = manager.get("/resources/customers/export.csv").await.expect(200);
    let total = manager.get("/resources/customers?limit=1").await.at("/total");
    let lines = file.text.lines().count();
    assert_eq!(
        serde_json::Value::from(lines - 1),
        total,
        "one line each, and a heading"
    );

    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("assistant").await);
    let etag = owner.get(&path).await.etag();
    owner
        .patch(&path, &etag, json!({"permissions": ["customers.manage"]}))
        .await
        .expect(200);
    let assistant = house.signed_in("assistant").await;
    let answer = assistant.get("/resources/customers/export.csv").await;
    assert_eq!(answer.refusal(), (403, "missing-permission".into()));
    assert_eq!(answer.at("/missing"), json!(["customers.export"]));
    assistant.get("/resources/customers").await.expect(200);
}
