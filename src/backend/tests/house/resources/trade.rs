//! The trade of the sample store: the same each time, as much as was said, and right across records. What each record
//! says in itself is asked of the generator alone, beside it.

use latchkey_backend::{Clock, Config, ManualClock, SampleSize, Seed, app};
use tempfile::TempDir;

use crate::support::{Browser, PASSWORD, START, cents, id};

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
        let records = one.every(kind, "").await;
        assert_eq!(records, other.every(kind, "").await, "{kind}");
        let path = format!("/resources/{kind}/{}", id(&records[0]));
        assert_eq!(one.get(&path).await.json(), other.get(&path).await.json(), "{kind}");
    }
}

#[tokio::test]
async fn a_store_of_the_usual_size_has_what_was_promised() {
    let (_folder, owner) = store(SampleSize::USUAL).await;
    for (kind, count) in KINDS.into_iter().zip([12, 120, 800, 2_500, 240, 60]) {
        let page = owner.get(&format!("/resources/{kind}?limit=1")).await.expect(200);
        assert_eq!(page.at("/total"), count, "{kind}");
    }
    let orders = owner.every("orders", "sort=created").await;
    let oldest = START.plus_millis(-180 * 86_400_000).to_string();
    let mut earlier = String::new();
    for order in &orders {
        let number = order["fields"]["number"].as_str().expect("a number").to_owned();
        assert!(number > earlier, "{number} after {earlier}");
        earlier = number;
        let placed = order["fields"]["created"].as_str().expect("a moment");
        assert!(*placed >= *oldest && *placed <= *START.to_string(), "{placed}");
    }
    let customers = owner.every("customers", "").await;
    let whole: i64 = customers
        .iter()
        .map(|customer| cents(&customer["fields"]["spent"]))
        .sum();
    let kept = orders.iter().map(|order| match order["fields"]["payment"].as_str() {
        Some("paid" | "partlyRefunded" | "refunded") => {
            cents(&order["fields"]["total"]) - cents(&order["fields"]["refunded"])
        }
        _ => 0,
    });
    assert_eq!(whole, kept.sum::<i64>(), "what customers spent is what orders brought");
    for customer in customers {
        let theirs = orders
            .iter()
            .filter(|order| order["fields"]["customer"]["id"] == customer["id"]);
        assert_eq!(customer["fields"]["orders"], theirs.count());
    }
    let products = owner.every("products", "").await;
    for category in owner.every("categories", "").await {
        let there = products
            .iter()
            .filter(|product| product["fields"]["category"]["id"] == category["id"]);
        assert_eq!(category["fields"]["products"], there.count());
    }
}

#[tokio::test]
async fn a_store_without_trade_has_none() {
    let (_folder, owner) = store(SampleSize::NONE).await;
    for kind in KINDS {
        let page = owner.get(&format!("/resources/{kind}")).await.expect(200);
        assert_eq!(page.at("/total"), 0, "{kind}");
    }
}
