//! What lies behind the menus, over HTTP: lists, records, rules of fields, commands, files.

mod at_once;
mod carts;
mod categories;
mod channels;
mod customers;
mod everybody;
mod folder;
mod gift_cards;
mod lists;
mod many;
mod marketing;
mod matrix;
mod matrix_whole;
mod order_parcels;
mod order_races;
mod order_refunds;
pub(crate) mod parcels;
mod products;
mod records;
mod rules_of_fields;
mod settings;
mod trade;
mod website;
