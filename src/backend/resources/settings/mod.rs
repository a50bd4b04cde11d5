//! Store settings: one record each.

mod countries;
mod general;
mod iban;
mod notifications;
mod payment;
pub(crate) mod sample;
mod shipping;
mod tax;

pub(crate) use general::name_store;

use super::definition::Definition;

/// The resources of this section, in the order of the menu.
pub(super) fn all() -> Vec<Definition> {
    vec![
        Definition::new(include_str!("general.json"))
            .begins_with(include_str!("general.default.json"))
            .behaves(general::General),
        Definition::new(include_str!("tax.json"))
            .begins_with(include_str!("tax.default.json"))
            .behaves(tax::Tax),
        Definition::new(include_str!("shipping.json"))
            .begins_with(include_str!("shipping.default.json"))
            .behaves(shipping::Shipping),
        Definition::new(include_str!("payment.json"))
            .begins_with(include_str!("payment.default.json"))
            .behaves(payment::Payment),
        Definition::new(include_str!("notifications.json"))
            .begins_with(include_str!("notifications.default.json"))
            .behaves(notifications::Notifications),
    ]
}
