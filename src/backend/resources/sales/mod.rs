//! The resources of the section `sales`, one descriptor each, and a behaviour where a schema cannot say it all.

use super::definition::Definition;

/// All of them, in the order of the menu.
pub(super) fn all() -> Vec<Definition> {
    Vec::new()
}
