//! Sales channels: social media and marketplaces. Which there are is fixed; what is done with each is the store's.

mod channel;
pub(crate) mod listing;
pub(crate) mod sample;

use channel::Channel;

use super::definition::Definition;

/// The resources of this section, in the order of the menu.
pub(super) fn all() -> Vec<Definition> {
    vec![
        Definition::new(include_str!("social.json"))
            .holds(include_str!("social.records.json"))
            .behaves(Channel("social")),
        Definition::new(include_str!("marketplaces.json"))
            .holds(include_str!("marketplaces.records.json"))
            .behaves(Channel("marketplaces")),
    ]
}
