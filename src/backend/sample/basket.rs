//! What somebody puts in a cart: mostly one thing, seldom many, and what is liked more often.

use serde_json::{Value, json};

use super::dice::Dice;
use super::money::euros;
use super::products::Assortment;

/// How many different things there are in a cart.
const THINGS: &[(usize, u32)] = &[(1, 50), (2, 27), (3, 13), (4, 7), (5, 3)];
/// And how many of each.
const PIECES: &[(i64, u32)] = &[(1, 82), (2, 12), (3, 3), (4, 3)];

/// A full cart.
pub(super) struct Basket {
    /// Products by their index, and how many of each.
    items: Vec<(usize, i64)>,
    /// Cents.
    pub(super) sum: i64,
}

impl Basket {
    /// Fills one.
    pub(super) fn fill(assortment: &Assortment, dice: &mut Dice) -> Self {
        let things = dice.weighed(THINGS);
        let mut basket = Self {
            items: Vec::with_capacity(things),
            sum: 0,
        };
        while basket.items.len() < things {
            let product = assortment.next(dice);
            if basket.items.iter().all(|(there, _)| *there != product) {
                let pieces = dice.weighed(PIECES);
                basket.sum += assortment.products[product].price * pieces;
                basket.items.push((product, pieces));
            }
        }
        basket
    }

    /// Its rows in a record.
    pub(super) fn lines(&self, assortment: &Assortment) -> Vec<Value> {
        let line = |(product, pieces): &(usize, i64)| {
            let product = &assortment.products[*product];
            json!({
                "product": product.id,
                "name": product.name,
                "quantity": pieces,
                "price": euros(product.price),
                "sum": euros(product.price * pieces),
            })
        };
        self.items.iter().map(line).collect()
    }

    /// The article number of each of those rows.
    pub(super) fn skus<'a>(&'a self, assortment: &'a Assortment) -> impl Iterator<Item = &'a str> {
        self.items
            .iter()
            .map(|(product, _)| assortment.products[*product].sku.as_str())
    }
}
