//! Sales channels: connected, paused and disconnected, each by whoever may.

use serde_json::{Value, json};

use super::parcels::holding;
use crate::support::{Browser, House};

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

/// How many products a list has that is narrowed so.
async fn products(browser: &Browser, query: &str) -> u64 {
    let list = browser.get(&format!("/resources/products?{query}")).await.expect(200);
    list.at("/total").as_u64().expect("a number")
}

async fn listed(browser: &Browser, path: &str) -> u64 {
    let channel = browser.get(path).await.expect(200);
    channel.at("/fields/listed").as_u64().expect("a number")
}

#[tokio::test]
async fn what_is_listed_where_is_said_by_the_channel_and_by_the_product() {
    let house = House::trading().await;
    let owner = house.owner().await;
    // In the sample store as well: the number is that of the list that the channel leads to.
    for (kind, id) in [
        ("social", "instagram"),
        ("social", "pinterest"),
        ("social", "tiktok"),
        ("marketplaces", "etsy"),
    ] {
        let there = listed(&owner, &format!("/resources/{kind}/{id}")).await;
        assert_eq!(products(&owner, &format!("{kind}={id}&limit=1")).await, there, "{id}");
        assert_eq!(there == 0, id == "tiktok", "{id}");
    }
    let of = owner.get("/resources").await.expect(200).at("/items");
    let of = of.as_array().expect("they are descriptors").iter();
    let related: Vec<_> = of
        .filter(|resource| resource["section"] == "channels")
        .map(|resource| {
            (
                resource["related"][0]["resource"].clone(),
                resource["related"][0]["filter"].clone(),
            )
        })
        .collect();
    assert_eq!(
        related,
        [
            (json!("products"), json!("social")),
            (json!("products"), json!("marketplaces"))
        ]
    );

    let etsy = "/resources/marketplaces/etsy";
    let before = listed(&owner, etsy).await;
    let new = json!({"name": "Door knocker", "status": "published", "stock": 3, "price": {"amount": "20.00", "currency": "EUR"}});
    let made = owner.post("/resources/products", new).await.expect(201);
    assert_eq!(made.at("/fields/marketplaces"), json!(["etsy", "google-shopping"]));
    assert_eq!(made.at("/fields/social"), json!(["facebook", "instagram"]));
    assert_eq!(listed(&owner, etsy).await, before + 1);
    let path = format!("/resources/products/{}", made.text_at("/id"));
    let forged = owner
        .patch(&path, &made.etag(), json!({"marketplaces": ["amazon"]}))
        .await;
    assert_eq!(forged.wrong(), [("/marketplaces".into(), "unknown-member".into())]);

    // Sold out, back again, taken away and brought back: each at once.
    let adjust = |by: i64| {
        let (owner, path) = (&owner, &path);
        async move {
            let answer = owner
                .post(&format!("{path}/commands/adjust-stock"), json!({"by": by}))
                .await;
            answer.expect(200).at("/record/fields/marketplaces")
        }
    };
    assert_eq!(adjust(-3).await, Value::Null);
    assert_eq!(listed(&owner, etsy).await, before);
    assert_eq!(adjust(2).await, json!(["etsy", "google-shopping"]));
    let seen = owner.get(&path).await.etag();
    owner
        .ask("DELETE", &path, &[("if-match", &seen)], None)
        .await
        .expect(204);
    assert_eq!(listed(&owner, etsy).await, before);
    owner.put(&format!("{path}/restoration"), json!({})).await.expect(200);
    assert_eq!(listed(&owner, etsy).await, before + 1);
    let seen = owner.get(&path).await.etag();
    let draft = owner.patch(&path, &seen, json!({"status": "draft"})).await.expect(200);
    assert_eq!(draft.at("/fields/social"), Value::Null);
    assert_eq!(listed(&owner, etsy).await, before);

    // Either of several, and together with what else narrows the list.
    let either = products(&owner, "marketplaces=etsy,amazon&limit=1").await;
    assert_eq!(either, before);
    let both = products(&owner, "marketplaces=etsy&social=instagram&status=draft&limit=1").await;
    assert_eq!(both, 0);
    let none = owner.get("/resources/products?marketplaces=nowhere").await;
    assert_eq!(none.wrong(), [("/marketplaces".into(), "unknown-value".into())]);
    // What is disconnected has nothing, and the products say so.
    owner
        .post(&format!("{etsy}/commands/disconnect"), json!({}))
        .await
        .expect(200);
    assert_eq!(products(&owner, "marketplaces=etsy&limit=1").await, 0);
    assert_ne!(products(&owner, "marketplaces=google-shopping&limit=1").await, 0);
}

#[tokio::test]
async fn where_a_product_is_sold_is_told_to_those_who_may_see_the_channels() {
    let house = House::trading().await;
    for (permissions, social, marketplaces) in [
        (vec!["products.view"], false, false),
        (vec!["products.view", "channels.social"], true, false),
        (vec!["products.view", "channels.marketplaces"], false, true),
    ] {
        let browser = holding(&house, &permissions).await;
        let file = browser.get("/resources/products/export.csv").await.expect(200);
        let text = file.text;
        for (filter, may) in [("social=instagram", social), ("marketplaces=etsy", marketplaces)] {
            let list = browser.get(&format!("/resources/products?{filter}&limit=1")).await;
            if may {
                let id = list.expect(200).text_at("/items/0/id");
                let product = browser.get(&format!("/resources/products/{id}")).await.expect(200);
                let name = filter.split('=').next().unwrap_or_default();
                assert!(product.at(&format!("/fields/{name}")).is_array(), "{permissions:?}");
            } else {
                assert_eq!(list.wrong()[0].1, "unknown-member", "{permissions:?}");
            }
        }
        assert_eq!(text.contains("On social media"), social, "{permissions:?}");
        assert_eq!(text.contains("On marketplaces"), marketplaces, "{permissions:?}");
    }
}
