//! The products of the sample store, and how often each is bought.

use latchkey_permissions::Time;
use serde_json::json;

use super::calendar::{DAY, DAYS};
use super::dice::{Dice, Wheel};
use super::grown::{Grown, fields};
use super::money::euros;
use super::pictures;
use super::shelves::{SHELVES, Shelf};

/// Something that can be bought.
pub(super) struct Product {
    pub(super) id: String,
    pub(super) name: &'static str,
    pub(super) sku: String,
    /// Cents.
    pub(super) price: i64,
}

/// All that can be bought.
pub(super) struct Assortment {
    pub(super) products: Vec<Product>,
    liked: Wheel,
}

impl Assortment {
    /// What somebody takes next.
    pub(super) fn next(&self, dice: &mut Dice) -> usize {
        self.liked.turn(dice)
    }
}

/// Ten for each of these categories, in the order of the shelves; with them, their records.
pub(super) fn draw(categories: &[Grown], now: Time, dice: &mut Dice) -> (Assortment, Vec<Grown>) {
    let mut products = Vec::new();
    let mut records = Vec::new();
    for (shelf, category) in SHELVES.iter().zip(categories) {
        for (index, (name, price)) in shelf.products.iter().enumerate() {
            let product = Product {
                id: dice.id(),
                name,
                sku: format!("{}-{:03}", shelf.code, 101 + index),
                price: *price,
            };
            records.push(record(&product, shelf, &category.id, index, now, dice));
            products.push(product);
        }
    }
    // A few are bought again and again, many now and then.
    let liked = Wheel::new(products.iter().map(|_| {
        let rank = u64::try_from(dice.within(1, 40)).unwrap_or(1);
        4_000 / (rank + 3)
    }));
    (Assortment { products, liked }, records)
}

fn record(product: &Product, shelf: &Shelf, category: &str, index: usize, now: Time, dice: &mut Dice) -> Grown {
    let low_at = dice.within(2, 8);
    // Some have run out, and some will soon.
    let stock = match dice.within(1, 100) {
        1..=5 => 0,
        6..=16 => dice.within(1, low_at),
        _ => dice.within(low_at + 1, 140),
    };
    let opened = now.plus_millis(-DAYS * DAY - dice.within(0, 400 * DAY) / 1_000 * 1_000);
    let mut fields = fields(json!({
        "name": product.name,
        "sku": product.sku,
        "status": "published",
        "description": describe(product.name, shelf),
        "category": category,
        "picture": {"src": pictures::address(shelf.motif, index), "alt": product.name},
        "price": euros(product.price),
        "cost": euros(product.price * dice.within(38, 62) / 100),
        "stock": stock,
        "lowAt": low_at,
        "lowStock": stock <= low_at,
    }));
    if dice.percent(9) {
        // To a round price, one that somebody could have asked for.
        let earlier = (product.price * dice.within(115, 140) / 100) / 100 * 100 + 90;
        fields.insert("compareAt".into(), euros(earlier));
    }
    Grown {
        id: product.id.clone(),
        created: opened,
        fields,
    }
}

fn describe(name: &str, shelf: &Shelf) -> String {
    format!("{name}. {} Chosen and packed by hand in our store room.", shelf.about)
}
