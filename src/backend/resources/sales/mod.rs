//! The resources of the section `sales`, one descriptor each, and a behaviour where a schema cannot say it all.

mod carts;
mod customers;
mod ledger;
mod orders;
mod refund;
mod stock;

use super::definition::Definition;

/// All of them, in the order of the menu.
pub(super) fn all() -> Vec<Definition> {
    vec![
        Definition::new(include_str!("orders.json")).behaves(orders::Orders),
        Definition::new(include_str!("carts.json")).behaves(carts::Carts),
        Definition::new(include_str!("customers.json")).behaves(customers::Customers),
    ]
}
