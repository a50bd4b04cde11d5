//! The resources of the section `catalog`, one descriptor each, and a behaviour where a schema cannot say it all.

mod categories;
mod counts;
mod gift_cards;
mod gift_codes;
pub(super) mod products;

use super::definition::Definition;

/// All of them, in the order of the menu.
pub(super) fn all() -> Vec<Definition> {
    vec![
        Definition::new(include_str!("products.json")).behaves(products::Products),
        Definition::new(include_str!("categories.json")).behaves(categories::Categories),
        Definition::new(include_str!("gift-cards.json")).behaves(gift_cards::GiftCards),
    ]
}
