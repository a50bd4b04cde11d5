//! The resources of the section `reports`, one descriptor each, and a behaviour where a schema cannot say it all. The
//! reports themselves are no records; they are made in the room of that name.

use super::definition::Definition;

/// All of them, in the order of the menu.
pub(super) fn all() -> Vec<Definition> {
    vec![Definition::new(include_str!("analytics.json")).begins_with(include_str!("analytics.default.json"))]
}
