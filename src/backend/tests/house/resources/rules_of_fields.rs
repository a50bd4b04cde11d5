//! Fields have rules of their own: who may see one, and who may set it.

use serde_json::json;

use super::parcels::{holding, house, parcel};
use crate::support::{House, wrong};

#[tokio::test]
async fn what_a_person_may_not_see_is_nowhere() {
    let house = house().await;
    let owner = house.owner().await;
    let mut body = parcel("Budi");
    body["margin"] = json!(7);
    let made = owner.post("/resources/parcels", body).await.expect(201);
    let path = format!("/resources/parcels/{}", made.text_at("/id"));
    assert_eq!(made.at("/fields/margin"), 7);

    let clerk = holding(&house, &["orders.manage"]).await;
    let shown = clerk.get(&path).await.expect(200);
    assert_eq!(shown.at("/fields/margin"), json!(null));
    assert!(
        !clerk
            .get("/resources?id=parcels")
            .await
            .expect(200)
            .text
            .contains("margin")
    );
    assert!(
        !clerk
            .get("/resources/parcels")
            .await
            .expect(200)
            .text
            .contains("margin")
    );
    // It is treated as if it did not exist, also where the value is the one it has.
    for value in [json!(7), json!(8), json!(null)] {
        let answer = clerk.patch(&path, &shown.etag(), json!({ "margin": value })).await;
        assert_eq!(answer.wrong(), [wrong("/margin", "unknown-member")]);
    }
    // What the person changes leaves it alone.
    let changed = clerk
        .patch(&path, &shown.etag(), json!({ "to": "Citra" }))
        .await
        .expect(200);
    assert_eq!(changed.at("/fields/margin"), json!(null));
    assert_eq!(owner.get(&path).await.expect(200).at("/fields/margin"), 7);
}

#[tokio::test]
async fn a_block_can_need_more_than_the_record() {
    let house = house().await;
    let owner = house.owner().await;
    let made = owner.post("/resources/parcels", parcel("Budi")).await.expect(201);
    let path = format!("/resources/parcels/{}", made.text_at("/id"));
    let clerk = holding(&house, &["orders.manage"]).await;
    let fee = json!({ "fee": { "amount": "3", "currency": "EUR" } });
    let answer = clerk.patch(&path, &made.etag(), fee.clone()).await;
    assert_eq!(answer.refusal(), (403, "missing-permission".into()));
    assert_eq!(answer.at("/missing"), json!(["orders.refund"]));
    assert!(answer.text_at("/detail").contains("/fee"));

    let mut body = parcel("Citra");
    body["fee"] = fee["fee"].clone();
    let answer = clerk.post("/resources/parcels", body).await;
    assert_eq!(answer.refusal(), (403, "missing-permission".into()));

    // Sending back what is there already is no change of it.
    owner.patch(&path, &made.etag(), fee.clone()).await.expect(200);
    let mut all = fee;
    all["to"] = json!("Dewi");
    all["fee"]["amount"] = json!("3.0");
    let changed = clerk.patch(&path, "\"2\"", all).await.expect(200);
    assert_eq!(changed.at("/fields/to"), "Dewi");
}

#[tokio::test]
async fn stock_is_the_stockkeepers_and_the_rest_is_not() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let lamp = json!({ "name": "Lamp", "price": { "amount": "5", "currency": "EUR" }, "stock": 4 });
    let made = owner.post("/resources/products", lamp).await.expect(201);
    let path = format!("/resources/products/{}", made.text_at("/id"));
    let keeper = holding(&house, &["stock.manage"]).await;
    keeper.patch(&path, "\"1\"", json!({ "stock": 5 })).await.expect(200);
    let answer = keeper
        .patch(&path, "\"2\"", json!({ "stock": 6, "name": "Torch" }))
        .await;
    assert_eq!(answer.refusal(), (403, "missing-permission".into()));
    assert_eq!(answer.at("/missing"), json!(["products.manage"]));
    let adjusted = keeper
        .post(&format!("{path}/commands/adjust-stock"), json!({ "by": -2 }))
        .await
        .expect(200);
    assert_eq!(adjusted.at("/record/fields/stock"), 3);
    assert_eq!(adjusted.at("/record/fields/cost"), json!(null));

    let editor = holding(&house, &["products.manage"]).await;
    let answer = editor.patch(&path, "\"3\"", json!({ "stock": 6 })).await;
    assert_eq!(answer.at("/missing"), json!(["stock.manage"]));
    editor
        .patch(&path, "\"3\"", json!({ "stock": 3, "name": "Torch" }))
        .await
        .expect(200);
    let answer = editor
        .post(&format!("{path}/commands/adjust-stock"), json!({ "by": 1 }))
        .await;
    assert_eq!(answer.at("/missing"), json!(["stock.manage"]));
    // A new product begins with nothing in stock, which is the editor's to make.
    let torch = json!({ "name": "Torch", "price": { "amount": "5", "currency": "EUR" }, "stock": 0 });
    editor.post("/resources/products", torch).await.expect(201);
}

#[tokio::test]
async fn a_secret_goes_in_and_never_comes_out() {
    let house = house().await;
    let owner = house.owner().await;
    let mut body = parcel("Budi");
    body["secret"] = json!("4711-door");
    let made = owner.post("/resources/parcels", body).await.expect(201);
    let path = format!("/resources/parcels/{}", made.text_at("/id"));
    let changed = owner
        .patch(&path, "\"1\"", json!({ "secret": "0815-door" }))
        .await
        .expect(200);
    assert_eq!(changed.etag(), "\"2\"");
    let same = owner.patch(&path, "\"2\"", json!({ "to": "Citra" })).await.expect(200);
    let stale = owner.patch(&path, "\"2\"", json!({ "to": "Citra" })).await;
    let list = owner.get("/resources/parcels").await.expect(200);
    let found = owner.get("/resources/parcels?q=door").await.expect(200);
    let file = owner.get("/resources/parcels/export.csv").await.expect(200);
    assert_eq!(found.at("/total"), 0);
    for answer in [made, changed, same, stale, list, found, file] {
        assert!(
            !answer.text.contains("door\"") && !answer.text.contains("-door"),
            "{}",
            answer.text
        );
    }
}
