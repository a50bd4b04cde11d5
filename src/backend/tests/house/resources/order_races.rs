//! Many at once on one order: the money and the stock come out as if they had come one after another. On several
//! threads, truly at the same time.

use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{Browser, House, cents, euros, id};

const AT_ONCE: usize = 50;

/// Does a command so many times at once; how many did it, and the codes of those who did not.
async fn rush(browser: &Browser, order: &str, commands: &[(&'static str, Value)]) -> (usize, Vec<u16>) {
    let mut asked = JoinSet::new();
    for n in 0..AT_ONCE {
        let (browser, order) = (browser.copy(), order.to_owned());
        let (command, input) = commands[n % commands.len()].clone();
        asked.spawn(async move { browser.command("orders", &order, command, input).await });
    }
    let mut done = 0;
    let mut refused = Vec::new();
    for answer in asked.join_all().await {
        match answer.status.as_u16() {
            200 => done += 1,
            status => refused.push(status),
        }
    }
    (done, refused)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_refunds_at_once_give_back_what_was_paid_and_no_more() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let order = manager.first("orders", "payment=paid&fulfilment=toShip").await;
    let total = cents(&order["fields"]["total"]);
    let order = id(&order);
    // Twenty of them would be all of it, so that most come too late.
    let part = total / 20;
    let amount = euros(&format!("{}.{:02}", part / 100, part % 100));
    let refund = ("refund", json!({"amount": amount, "reason": "All at once"}));
    let (done, refused) = rush(&manager, &order, &[refund]).await;
    let fields = manager.fields("orders", &order).await;
    let whole = usize::try_from(total / part).expect("it is not negative");
    assert_eq!(done, whole.min(AT_ONCE));
    assert_eq!(
        cents(&fields["refunded"]),
        part * i64::try_from(done).expect("it is small")
    );
    assert!(cents(&fields["refunded"]) <= total);
    assert_eq!(fields["refunds"].as_array().map(Vec::len), Some(done));
    assert!(refused.iter().all(|status| matches!(status, 409 | 422)), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_who_ship_and_cancel_at_once_do_one_of_the_two() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    for order in manager
        .every("orders", "payment=paid&fulfilment=toShip")
        .await
        .into_iter()
        .take(3)
    {
        let order = id(&order);
        let fields = manager.fields("orders", &order).await;
        let line = &fields["lines"][0];
        let product = line["product"]["id"].as_str().expect("a product").to_owned();
        let pieces = line["quantity"].as_i64().expect("a number");
        let before = manager.fields("products", &product).await["stock"]
            .as_i64()
            .expect("a number");
        let commands = [
            ("ship", json!({"carrier": "dhl"})),
            ("cancel", json!({"reason": "Too many hands"})),
            (
                "refund",
                json!({"amount": euros("0.01"), "reason": "x", "restock": true}),
            ),
        ];
        rush(&manager, &order, &commands).await;
        let fields = manager.fields("orders", &order).await;
        let after = manager.fields("products", &product).await["stock"]
            .as_i64()
            .expect("a number");
        let back = fields["restocked"] == true;
        assert_eq!(after, before + if back { pieces } else { 0 });
        match fields["fulfilment"].as_str() {
            Some("shipped") => assert_eq!(fields.get("cancelReason"), None),
            Some("cancelled") => assert!(back && fields.get("carrier").is_none(), "{fields}"),
            other => panic!("{other:?}"),
        }
    }
}
