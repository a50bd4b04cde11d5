//! Orders on their way: paid, shipped, picked up, cancelled; what each state allows and who may.

use serde_json::{Value, json};

use crate::support::{House, cents, id};

#[tokio::test]
async fn an_order_is_paid_shipped_and_delivered() {
    let house = House::trading().await;
    let fulfilment = house.signed_in("fulfilment").await;
    let order = fulfilment.first("orders", "payment=awaiting&fulfilment=toShip").await;
    let total = cents(&order["fields"]["total"]);
    let customer = order["fields"]["customer"]["id"]
        .as_str()
        .expect("a customer")
        .to_owned();
    let order = id(&order);
    let manager = house.signed_in("manager").await;
    let spent = cents(&manager.fields("customers", &customer).await["spent"]);

    let ship = json!({"carrier": "postnord", "tracking": " KN000000001SE "});
    let early = fulfilment.command("orders", &order, "ship", ship.clone()).await;
    assert_eq!(early.refusal(), (409, "state".into()), "it is not paid");
    let early = fulfilment.command("orders", &order, "delivered", json!({})).await;
    assert_eq!(early.refusal(), (409, "state".into()));

    let paid = fulfilment
        .command("orders", &order, "mark-paid", json!({}))
        .await
        .expect(200);
    assert_eq!(paid.at("/record/fields/payment"), "paid");
    assert_eq!(
        cents(&manager.fields("customers", &customer).await["spent"]),
        spent + total
    );
    let twice = fulfilment.command("orders", &order, "mark-paid", json!({})).await;
    assert_eq!(twice.refusal(), (409, "state".into()));

    let shipped = fulfilment
        .command("orders", &order, "ship", ship.clone())
        .await
        .expect(200);
    assert_eq!(shipped.at("/record/fields/fulfilment"), "shipped");
    assert_eq!(shipped.at("/record/fields/carrier"), "postnord");
    assert_eq!(shipped.at("/record/fields/tracking"), "KN000000001SE");
    let twice = fulfilment.command("orders", &order, "ship", ship).await;
    assert_eq!(twice.refusal(), (409, "state".into()));
    let late = fulfilment
        .command("orders", &order, "cancel", json!({"reason": "x"}))
        .await;
    assert_eq!(late.refusal(), (409, "state".into()), "it is on its way");

    let delivered = fulfilment
        .command("orders", &order, "delivered", json!({}))
        .await
        .expect(200);
    assert_eq!(delivered.at("/record/fields/fulfilment"), "delivered");
    assert_eq!(
        fulfilment.fields("orders", &order).await,
        delivered.at("/record/fields")
    );
}

#[tokio::test]
async fn what_is_picked_up_is_paid_before_it_leaves() {
    let house = House::trading().await;
    let fulfilment = house.signed_in("fulfilment").await;
    let order = id(&fulfilment
        .first("orders", "payment=awaiting&fulfilment=toPrepare")
        .await);
    let ship = fulfilment
        .command("orders", &order, "ship", json!({"carrier": "dhl"}))
        .await;
    assert_eq!(ship.refusal(), (409, "state".into()), "nobody ships what is picked up");
    fulfilment
        .command("orders", &order, "ready-for-pick-up", json!({}))
        .await
        .expect(200);
    let unpaid = fulfilment.command("orders", &order, "delivered", json!({})).await;
    assert_eq!(unpaid.refusal(), (409, "state".into()));
    fulfilment
        .command("orders", &order, "mark-paid", json!({}))
        .await
        .expect(200);
    let done = fulfilment
        .command("orders", &order, "delivered", json!({}))
        .await
        .expect(200);
    assert_eq!(done.at("/record/fields/fulfilment"), "delivered");
}

#[tokio::test]
async fn cancelling_brings_the_items_back_and_keeps_the_money_until_it_is_refunded() {
    let house = House::trading().await;
    let fulfilment = house.signed_in("fulfilment").await;
    let order = fulfilment.first("orders", "payment=paid&fulfilment=toShip").await;
    let mut before = Vec::new();
    for line in order["fields"]["lines"].as_array().expect("lines") {
        let product = line["product"]["id"].as_str().expect("a product").to_owned();
        let stock = fulfilment.fields("products", &product).await["stock"]
            .as_i64()
            .expect("a number");
        before.push((product, stock + line["quantity"].as_i64().expect("a number")));
    }
    let order = id(&order);

    let unsaid = fulfilment.command("orders", &order, "cancel", json!({})).await;
    assert_eq!(unsaid.wrong(), [crate::support::wrong("/reason", "required")]);
    let cancelled = fulfilment
        .command("orders", &order, "cancel", json!({"reason": "No longer made"}))
        .await
        .expect(200);
    let fields = cancelled.at("/record/fields");
    assert_eq!(fields["fulfilment"], "cancelled");
    assert_eq!(fields["payment"], "paid");
    assert_eq!(fields["cancelReason"], "No longer made");
    for (product, stock) in before {
        assert_eq!(fulfilment.fields("products", &product).await["stock"], stock);
    }
    let twice = fulfilment
        .command("orders", &order, "cancel", json!({"reason": "x"}))
        .await;
    assert_eq!(twice.refusal(), (409, "state".into()));
    let refunded = house
        .signed_in("manager")
        .await
        .command("orders", &order, "refund", json!({"reason": "Cancelled"}))
        .await
        .expect(200);
    assert_eq!(refunded.at("/record/fields/payment"), "refunded");

    let open = id(&fulfilment.first("orders", "payment=awaiting").await);
    let cancelled = fulfilment
        .command("orders", &open, "cancel", json!({"reason": "Not paid"}))
        .await
        .expect(200);
    assert_eq!(cancelled.at("/record/fields/payment"), "cancelled");
}

#[tokio::test]
async fn whoever_only_sees_orders_changes_none_and_nobody_makes_one() {
    let house = House::trading().await;
    let accountant = house.signed_in("accountant").await;
    let order = accountant.first("orders", "payment=awaiting&fulfilment=toShip").await;
    let path = format!("/resources/orders/{}", id(&order));
    for (command, input) in [
        ("mark-paid", json!({})),
        ("ship", json!({"carrier": "dhl"})),
        ("cancel", json!({"reason": "x"})),
    ] {
        let answer = accountant.command("orders", &id(&order), command, input).await;
        assert_eq!(answer.refusal(), (403, "missing-permission".into()), "{command}");
    }
    let etag = accountant.get(&path).await.etag();
    let note = accountant.patch(&path, &etag, json!({"note": "x"})).await;
    assert_eq!(note.refusal(), (403, "missing-permission".into()));
    let manager = house.signed_in("manager").await;
    let made = manager.post("/resources/orders", json!({"note": "x"})).await;
    assert!(matches!(made.status.as_u16(), 404 | 405), "{made:?}");
    for sums in [
        json!({"total": {"amount": "1.00", "currency": "EUR"}}),
        json!({"payment": "paid"}),
        json!({"lines": []}),
    ] {
        let answer = manager.patch(&path, &etag, sums.clone()).await;
        let pointer = format!(
            "/{}",
            sums.as_object().and_then(|sums| sums.keys().next()).expect("a member")
        );
        assert_eq!(answer.wrong(), [crate::support::wrong(&pointer, "unknown-member")]);
    }
    assert_eq!(manager.get(&path).await.etag(), etag);
}

#[tokio::test]
async fn a_note_is_kept_and_a_tracking_number_only_put_right() {
    let house = House::trading().await;
    let fulfilment = house.signed_in("fulfilment").await;
    let waiting = format!(
        "/resources/orders/{}",
        id(&fulfilment.first("orders", "fulfilment=toShip").await)
    );
    let etag = fulfilment.get(&waiting).await.etag();
    let early = fulfilment.patch(&waiting, &etag, json!({"tracking": "KN1SE"})).await;
    assert_eq!(early.refusal(), (409, "state".into()));
    let noted = fulfilment
        .patch(&waiting, &etag, json!({"note": " Call first\n"}))
        .await
        .expect(200);
    assert_eq!(noted.at("/fields/note"), "Call first");
    let stale = fulfilment.patch(&waiting, &etag, json!({"note": "Never mind"})).await;
    assert_eq!(stale.refusal(), (412, "stale".into()));

    let sent = format!(
        "/resources/orders/{}",
        id(&fulfilment.first("orders", "fulfilment=shipped").await)
    );
    let etag = fulfilment.get(&sent).await.etag();
    let right = fulfilment
        .patch(&sent, &etag, json!({"tracking": "KN2SE"}))
        .await
        .expect(200);
    assert_eq!(right.at("/fields/tracking"), "KN2SE");
}

#[tokio::test]
async fn orders_are_found_by_what_people_know_of_them() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let order = manager.first("orders", "").await;
    let fields = &order["fields"];
    let number = fields["number"].as_str().expect("a number");
    let name = fields["customer"]["name"].as_str().expect("a name").to_uppercase();
    let sku = fields["lines"][0]["sku"].as_str().expect("an article number");
    for words in [number, &name, sku] {
        let words: String = form_urlencoded::byte_serialize(words.as_bytes()).collect();
        let found = manager.every("orders", &format!("q={words}")).await;
        assert!(found.iter().any(|found| found["id"] == order["id"]), "{words}");
        assert!(found.len() < 60, "{words}");
    }
    let customer = fields["customer"]["id"].as_str().expect("a customer");
    let theirs = manager.every("orders", &format!("customer={customer}")).await;
    let count = manager.fields("customers", customer).await["orders"].clone();
    assert_eq!(Value::from(theirs.len()), count);
    assert!(theirs.iter().all(|order| order["fields"]["customer"]["id"] == customer));
}
