//! What lies behind the menus, over HTTP: lists, records, rules of fields, commands, files.

mod carts;
mod categories;
mod customers;
mod everybody;
mod gift_cards;
mod order_parcels;
mod order_races;
mod order_refunds;
mod products;
mod trade;
