//! What lies behind the menus, over HTTP: lists, records, rules of fields, commands, files.

mod carts;
mod categories;
mod channels;
mod customers;
mod everybody;
mod gift_cards;
mod marketing;
mod order_parcels;
mod order_races;
mod order_refunds;
mod products;
mod settings;
mod trade;
mod website;
