//! Sales channels: connected, paused and disconnected, each by whoever may.

use serde_json::{Value, json};

use crate::support::House;

#[tokio::test]
async fn a_channel_is_connected_paused_and_disconnected() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let path = "/resources/social/tiktok";
    let ask = |command: &'static str, body: Value| {
        let manager = &manager;
        async move { manager.post(&format!("{path}/commands/{command}"), body).await }
    };
    for command in ["pause", "resume", "sync", "disconnect"] {
        assert_eq!(
            ask(command, json!({})).await.refusal(),
            (409, "state".into()),
            "{command}"
        );
    }
    let nameless = ask("connect", json!({})).await;
    assert_eq!(nameless.wrong(), [("/account".into(), "required".into())]);
    let odd = ask("connect", json!({"account": "two words"})).await;
    assert_eq!(odd.wrong(), [("/account".into(), "malformed".into())]);
    let connected = ask("connect", json!({"account": "@nyckel"})).await.expect(200);
    assert_eq!(connected.at("/record/fields/status"), "connected");
    assert_eq!(connected.at("/record/fields/account"), "@nyckel");
    assert_eq!(connected.at("/record/fields/lastSync"), "2026-11-24T09:30:00Z");
    let in_stock = connected.at("/record/fields/listed").as_u64().expect("a number");
    assert!(in_stock > 0);
    assert_eq!(
        ask("connect", json!({"account": "@other"})).await.refusal(),
        (409, "state".into())
    );

    let seen = manager.get(path).await.etag();
    let all = manager
        .patch(path, &seen, json!({"inStockOnly": false}))
        .await
        .expect(200);
    assert!(all.at("/fields/listed").as_u64().expect("a number") > in_stock);
    assert_eq!(
        ask("pause", json!({})).await.expect(200).at("/record/fields/status"),
        "paused"
    );
    assert_eq!(
        ask("resume", json!({})).await.expect(200).at("/record/fields/status"),
        "connected"
    );
    let gone = ask("disconnect", json!({})).await.expect(200);
    assert_eq!(gone.at("/record/fields/status"), "notConnected");
    assert_eq!(gone.at("/record/fields/account"), Value::Null);
    assert_eq!(gone.at("/record/fields/listed"), 0);
}

#[tokio::test]
async fn a_marketplace_lists_the_categories_that_were_chosen() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let path = "/resources/marketplaces/amazon";
    let body = json!({"account": "Kunci & Nyckel"});
    let all = owner.post(&format!("{path}/commands/connect"), body).await.expect(200);
    let all = all.at("/record/fields/listed").as_u64().expect("a number");
    let product = owner.get("/resources/products?limit=1").await.expect(200);
    let category = product.text_at("/items/0/fields/category/id");
    let seen = owner.get(path).await.etag();
    let fields = json!({"categories": [{"category": category}], "priceAdjustment": 12});
    let some = owner.patch(path, &seen, fields).await.expect(200);
    let some = some.at("/fields/listed").as_u64().expect("a number");
    assert!(0 < some && some < all, "{some} of {all}");
}

#[tokio::test]
async fn whoever_may_not_sell_there_does_not_see_it() {
    let house = House::sample().await;
    let nobody = house.signed_in("nobody").await;
    let owner = house.owner().await;
    let staff = format!("/staff/{}", owner.id_of("nobody").await);
    let seen = owner.get(&staff).await.etag();
    owner
        .patch(&staff, &seen, json!({"permissions": ["channels.social"]}))
        .await
        .expect(200);
    nobody.get("/resources/social").await.expect(200);
    let other = nobody.get("/resources/marketplaces").await;
    assert_eq!(other.refusal(), (403, "missing-permission".into()));
    assert_eq!(other.at("/missing"), json!(["channels.marketplaces"]));
    let body = json!({"account": "@x"});
    let command = nobody
        .post("/resources/marketplaces/amazon/commands/connect", body)
        .await;
    assert_eq!(command.refusal().0, 403);
}
