//! The trade of the sample store: the same each time, and right to the cent.

use latchkey_backend::{Clock, Config, ManualClock, SampleSize, Seed, app};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Browser, House, PASSWORD, START, cents};

/// A sample store of this size, and the owner's browser.
async fn store(size: SampleSize) -> (TempDir, Browser) {
    let folder = TempDir::new().expect("there is room for a folder");
    let config = Config {
        seed: Seed::Sample {
            password: Some(PASSWORD.into()),
        },
        sample_size: size,
        clock: Clock::Manual(ManualClock::at(START)),
        ..Config::new(folder.path(), "http://127.0.0.1:8787")
    };
    let app = app(config).await.expect("it starts");
    let browser = Browser::new(app.router.clone());
    browser.sign_in("owner@example.test", PASSWORD).await.expect(200);
    (folder, browser)
}

const KINDS: [&str; 6] = ["categories", "products", "customers", "orders", "carts", "gift-cards"];

#[tokio::test]
async fn one_seed_is_one_store() {
    let (_one, one) = store(SampleSize::SMALL).await;
    let (_other, other) = store(SampleSize::SMALL).await;
    for kind in KINDS {
        assert_eq!(one.every(kind, "").await, other.every(kind, "").await, "{kind}");
    }
}

#[tokio::test]
async fn a_store_of_the_usual_size_has_what_was_promised_and_every_sum_is_right() {
    let (_folder, owner) = store(SampleSize::USUAL).await;
    for (kind, count) in KINDS.into_iter().zip([12, 120, 800, 2_500, 240, 60]) {
        assert_eq!(
            owner.get(&format!("/resources/{kind}?limit=1")).await.at("/total"),
            count,
            "{kind}"
        );
    }
    let products = owner.every("products", "").await;
    for product in &products {
        let fields = &product["fields"];
        let stock = fields["stock"].as_i64().expect("a number");
        assert!(stock >= 0, "{fields}");
        assert_eq!(fields["lowStock"], stock <= fields["lowAt"].as_i64().expect("a number"));
        let picture = fields["picture"]["src"].as_str().expect("a picture");
        assert!(picture.len() < 2_048, "{picture}");
    }
    let orders = owner.every("orders", "sort=created").await;
    let oldest = START.plus_millis(-180 * 86_400_000).to_string();
    for order in &orders {
        let fields = &order["fields"];
        adds_up(fields);
        let placed = fields["created"].as_str().expect("a moment");
        assert!(*placed >= *oldest && *placed <= *START.to_string(), "{placed}");
    }
    for customer in owner.every("customers", "orders=12..").await {
        let theirs: Vec<_> = orders
            .iter()
            .filter(|order| order["fields"]["customer"]["id"] == customer["id"])
            .collect();
        assert_eq!(customer["fields"]["orders"], theirs.len());
        let spent: i64 = theirs.iter().map(|order| kept(&order["fields"])).sum();
        assert_eq!(cents(&customer["fields"]["spent"]), spent);
    }
    for category in owner.every("categories", "").await {
        let there = products
            .iter()
            .filter(|product| product["fields"]["category"]["id"] == category["id"]);
        assert_eq!(category["fields"]["products"], there.count());
    }
    for state in ["awaiting", "paid", "partlyRefunded", "refunded", "cancelled"] {
        assert!(
            orders.iter().any(|order| order["fields"]["payment"] == state),
            "{state}"
        );
    }
}

/// The sums of an order are those of its lines.
fn adds_up(order: &Value) {
    let lines = order["lines"].as_array().expect("lines");
    for line in lines {
        let pieces = line["quantity"].as_i64().expect("a number");
        assert_eq!(cents(&line["sum"]), cents(&line["price"]) * pieces, "{line}");
    }
    let goods: i64 = lines.iter().map(|line| cents(&line["sum"])).sum();
    assert_eq!(cents(&order["subtotal"]), goods, "{order}");
    let total = goods - cents(&order["discount"]) + cents(&order["shippingCost"]);
    assert_eq!(cents(&order["total"]), total, "{order}");
    // Tax is within the total: 25 % on top of what is left without it, to the cent.
    let tax = cents(&order["tax"]);
    assert!(((total - tax) - tax * 4).abs() <= 2, "{order}");
    let refunds = order["refunds"].as_array().map(Vec::as_slice).unwrap_or_default();
    let refunded: i64 = refunds.iter().map(|refund| cents(&refund["amount"])).sum();
    assert_eq!(cents(&order["refunded"]), refunded, "{order}");
    let wanted = match order["payment"].as_str() {
        Some("refunded") => refunded == total,
        Some("partlyRefunded") => refunded > 0 && refunded < total,
        _ => refunded == 0,
    };
    assert!(wanted, "{order}");
}

fn kept(order: &Value) -> i64 {
    match order["payment"].as_str() {
        Some("paid" | "partlyRefunded" | "refunded") => cents(&order["total"]) - cents(&order["refunded"]),
        _ => 0,
    }
}

#[tokio::test]
async fn a_store_without_trade_has_none_and_an_empty_one_stays_empty() {
    let (_folder, owner) = store(SampleSize::NONE).await;
    for kind in KINDS {
        assert_eq!(
            owner.get(&format!("/resources/{kind}")).await.expect(200).at("/total"),
            0,
            "{kind}"
        );
    }
    let house = House::empty().await;
    assert!(house.app.set_up.is_some());
}
