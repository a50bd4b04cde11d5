//! Refunds: whole and in part, never more than was paid, and what they do to the stock and the customer.

use serde_json::json;

use crate::support::{Browser, House, cents, euros, id, wrong};

const PAID: &str = "payment=paid&fulfilment=toShip";

async fn refund(browser: &Browser, order: &str, input: serde_json::Value) -> crate::support::Answer {
    browser.command("orders", order, "refund", input).await
}

#[tokio::test]
async fn a_part_and_then_the_rest_are_paid_back_and_then_nothing_is_left() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let order = manager.first("orders", PAID).await;
    let total = cents(&order["fields"]["total"]);
    let customer = order["fields"]["customer"]["id"]
        .as_str()
        .expect("a customer")
        .to_owned();
    let spent = cents(&manager.fields("customers", &customer).await["spent"]);
    let order = id(&order);

    let part = refund(
        &manager,
        &order,
        json!({"amount": euros("1.50"), "reason": "A scratch"}),
    )
    .await
    .expect(200);
    let fields = part.at("/record/fields");
    assert_eq!(fields["payment"], "partlyRefunded");
    assert_eq!(fields["refunded"], euros("1.50"));
    assert_eq!(fields["refunds"][0]["reason"], "A scratch");
    assert_eq!(fields["refunds"][0]["amount"], euros("1.50"));
    assert_eq!(fields["refunds"][0]["by"], "Budi Santoso");
    assert_eq!(fields["refunds"][0]["moment"], "2026-11-24T09:30:00Z");
    assert_eq!(fields["fulfilment"], "toShip", "paying back sends nothing");
    assert_eq!(
        cents(&manager.fields("customers", &customer).await["spent"]),
        spent - 150
    );

    let rest = refund(&manager, &order, json!({"reason": "All of it"}))
        .await
        .expect(200);
    let fields = rest.at("/record/fields");
    assert_eq!(fields["payment"], "refunded");
    assert_eq!(cents(&fields["refunded"]), total);
    assert_eq!(cents(&fields["refunds"][1]["amount"]), total - 150);
    assert_eq!(
        cents(&manager.fields("customers", &customer).await["spent"]),
        spent - total
    );

    let more = refund(
        &manager,
        &order,
        json!({"amount": euros("0.01"), "reason": "Once more"}),
    )
    .await;
    assert_eq!(more.refusal(), (409, "state".into()));
}

#[tokio::test]
async fn more_than_was_paid_nothing_and_less_than_nothing_are_refused() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let order = id(&manager.first("orders", PAID).await);
    let before = manager.get(&format!("/resources/orders/{order}")).await.json();
    for (input, pointer, code) in [
        (
            json!({"amount": euros("999999.00"), "reason": "x"}),
            "/amount",
            "above-maximum",
        ),
        (
            json!({"amount": euros("0.00"), "reason": "x"}),
            "/amount",
            "below-minimum",
        ),
        (
            json!({"amount": euros("-1.00"), "reason": "x"}),
            "/amount/amount",
            "malformed",
        ),
        (
            json!({"amount": euros("1e3"), "reason": "x"}),
            "/amount/amount",
            "malformed",
        ),
        (
            json!({"amount": {"amount": "1.00", "currency": "SEK"}, "reason": "x"}),
            "/amount/currency",
            "unknown-value",
        ),
        (json!({"amount": euros("1.00")}), "/reason", "required"),
        (json!({"amount": euros("1.00"), "reason": " "}), "/reason", "required"),
        (
            json!({"amount": euros("1.00"), "reason": "x", "to": "me"}),
            "/to",
            "unknown-member",
        ),
    ] {
        let answer = refund(&manager, &order, input.clone()).await;
        assert_eq!(answer.wrong(), [wrong(pointer, code)], "{input}");
    }
    assert_eq!(manager.get(&format!("/resources/orders/{order}")).await.json(), before);
}

#[tokio::test]
async fn whoever_handles_orders_does_not_pay_back() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let order = id(&owner.first("orders", PAID).await);
    for mailbox in ["fulfilment", "accountant"] {
        let answer = refund(&house.signed_in(mailbox).await, &order, json!({"reason": "x"})).await;
        assert_eq!(answer.refusal(), (403, "missing-permission".into()), "{mailbox}");
        assert_eq!(answer.at("/missing"), json!(["orders.refund"]), "{mailbox}");
    }
    let designer = refund(&house.signed_in("designer").await, &order, json!({"reason": "x"})).await;
    assert_eq!(designer.at("/missing"), json!(["orders.view"]), "{designer:?}");
    assert_eq!(owner.fields("orders", &order).await["payment"], "paid");
}

#[tokio::test]
async fn what_is_not_paid_is_not_paid_back() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let order = id(&manager.first("orders", "payment=awaiting").await);
    let answer = refund(&manager, &order, json!({"reason": "x"})).await;
    assert_eq!(answer.refusal(), (409, "state".into()));
}

#[tokio::test]
async fn items_that_were_sent_go_back_in_stock_once() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let order = manager.first("orders", "payment=paid&fulfilment=shipped").await;
    let line = &order["fields"]["lines"][0];
    let product = line["product"]["id"].as_str().expect("a product").to_owned();
    let pieces = line["quantity"].as_i64().expect("a number");
    let stock = async || manager.fields("products", &product).await["stock"].as_i64();
    let before = stock().await.expect("a number");

    let input = json!({"amount": euros("1.00"), "reason": "Came back", "restock": true});
    let waiting = id(&manager.first("orders", PAID).await);
    let early = refund(&manager, &waiting, input.clone()).await;
    assert_eq!(early.refusal(), (409, "state".into()), "it has not left");

    let order = id(&order);
    let first = refund(&manager, &order, input.clone()).await.expect(200);
    assert_eq!(first.at("/record/fields/restocked"), true);
    assert_eq!(stock().await, Some(before + pieces));
    let again = refund(&manager, &order, input).await;
    assert_eq!(again.refusal(), (409, "state".into()));
    assert_eq!(stock().await, Some(before + pieces));
}
