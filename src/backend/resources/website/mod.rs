//! The website: the site itself, its pages, its address, and the piece of it that other sites show.

mod colour;
mod domain;
mod embed;
mod pages;
pub(crate) mod sample;
mod site;
mod site_address;
mod slug;
mod snippet;

use super::definition::Definition;

/// The resources of this section, in the order of the menu.
pub(super) fn all() -> Vec<Definition> {
    vec![
        Definition::new(include_str!("site.json"))
            .begins_with(include_str!("site.default.json"))
            .behaves(site::Site),
        Definition::new(include_str!("pages.json")).behaves(pages::Pages),
        Definition::new(include_str!("site-address.json"))
            .begins_with(include_str!("site-address.default.json"))
            .behaves(site_address::SiteAddress),
        Definition::new(include_str!("embed.json"))
            .begins_with(include_str!("embed.default.json"))
            .behaves(embed::Embed),
    ]
}
