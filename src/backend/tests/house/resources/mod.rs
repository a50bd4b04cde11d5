//! What lies behind the menus, over HTTP: lists, records, rules of fields, commands, files.

mod everybody;
mod many;
pub(crate) mod parcels;
mod products;
