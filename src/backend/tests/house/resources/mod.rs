//! What lies behind the menus, over HTTP: lists, records, rules of fields, commands, files.

mod channels;
mod marketing;
mod products;
mod settings;
mod website;
