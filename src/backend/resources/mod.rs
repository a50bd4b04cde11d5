//! What lies behind the menus. Each resource is a descriptor, a file of data beside this one; the engine here makes its
//! table, answers for it, and holds what is sent against its schema and its rules. What a schema cannot say, a
//! [`Behaviour`](behaviour::Behaviour) does.
//!
//! It is apart from `routes` and `store` because nothing in it knows a resource by name: sections add theirs in a folder
//! each.

pub(crate) mod beginning;
pub(crate) mod behaviour;
mod catalog;
mod channels;
mod check;
#[cfg(test)]
mod damaged;
pub(crate) mod definition;
pub(crate) mod export;
pub(crate) mod input;
pub(crate) mod laws;
pub(crate) mod list;
mod marketing;
pub(crate) mod model;
pub(crate) mod money;
pub(crate) mod output;
pub(crate) mod question;
pub(crate) mod records;
pub(crate) mod registry;
mod reports;
mod sales;
pub(crate) mod sample;
pub(crate) mod schema;
mod search;
mod settings;
pub(crate) mod settling;
pub(crate) mod table;
mod tables;
pub(crate) mod values;
mod website;
pub(crate) mod work;

use definition::Definition;
use serde_json::{Map, Value};
pub(crate) use settings::name_store;

/// The fields of a record as they are kept: references by their id, secrets too.
pub(crate) type Fields = Map<String, Value>;

/// The resources that come with this backend, in the order of the menu.
pub(crate) fn builtin() -> Vec<Definition> {
    [
        sales::all(),
        catalog::all(),
        marketing::all(),
        reports::all(),
        website::all(),
        channels::all(),
        settings::all(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
