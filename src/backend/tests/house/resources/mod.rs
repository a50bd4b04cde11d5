//! What lies behind the menus, over HTTP: lists, records, rules of fields, commands, files.

mod at_once;
mod everybody;
mod folder;
mod lists;
mod many;
pub(crate) mod parcels;
mod products;
mod records;
mod rules_of_fields;
