//! Marketing: campaigns, discounts, newsletters and automated emails.

mod automations;
mod campaigns;
mod discounts;
mod newsletters;
mod period;
mod placeholders;
pub(crate) mod sample;

use super::definition::Definition;

/// The resources of this section, in the order of the menu.
pub(super) fn all() -> Vec<Definition> {
    vec![
        Definition::new(include_str!("campaigns.json")).behaves(campaigns::Campaigns),
        Definition::new(include_str!("discounts.json")).behaves(discounts::Discounts),
        Definition::new(include_str!("newsletters.json")).behaves(newsletters::Newsletters),
        Definition::new(include_str!("automations.json"))
            .holds(include_str!("automations.records.json"))
            .behaves(automations::Automations),
    ]
}
