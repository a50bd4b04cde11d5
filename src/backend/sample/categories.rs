//! The categories of the sample store.

use latchkey_permissions::Time;
use serde_json::json;

use super::dice::Dice;
use super::grown::{Grown, fields};
use super::pictures;
use super::shelves::SHELVES;

/// One for each shelf, in the order of the shelves.
pub(super) fn draw(opened: Time, dice: &mut Dice) -> Vec<Grown> {
    let ids: Vec<String> = SHELVES.iter().map(|_| dice.id()).collect();
    SHELVES
        .iter()
        .enumerate()
        .map(|(index, shelf)| {
            let mut category = fields(json!({
                "name": shelf.name,
                "description": shelf.about,
                "image": {"src": pictures::address(shelf.motif, index), "alt": shelf.name},
                "position": index,
                "visible": true,
                "products": shelf.products.len(),
            }));
            if let Some(parent) = shelf.within {
                category.insert("parent".into(), ids[parent].clone().into());
            }
            Grown {
                id: ids[index].clone(),
                created: opened,
                fields: category,
            }
        })
        .collect()
}
