//! Ticking: how the permission form's checkboxes follow from a set, and a set from the checkboxes.
//!
//! Sets here are kept closed: with a permission comes what it requires, and with it goes what requires it.

use crate::Catalogue;
use crate::id::{PermissionId, SectionId};
use crate::set::PermissionSet;

/// How much of a section is in a set; the state of its checkbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// None of it: not ticked.
    Nothing,
    /// A part of it: the mixed state.
    Part {
        /// How many permissions of the section are in the set; neither none nor all.
        held: usize,
        /// How many the section has.
        of: usize,
    },
    /// All of it: ticked.
    Everything,
}

/// What came of ticking or unticking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticked {
    /// The set afterwards.
    pub set: PermissionSet,
    /// What changed besides what was asked for, because of `requires`; to be said in words.
    pub also: PermissionSet,
}

impl Catalogue {
    /// The permissions of one section; nothing where there is no such section.
    pub fn section_set(&self, section: &SectionId) -> PermissionSet {
        let ids = self
            .sections()
            .iter()
            .filter(|entry| entry.id == *section)
            .flat_map(|entry| &entry.permissions);
        self.set(ids.map(|entry| entry.id.clone())).known
    }

    /// How much of a section is in `set`.
    pub fn extent(&self, section: &SectionId, set: PermissionSet) -> Extent {
        let all = self.section_set(section);
        let held = (all & set).len();
        match held {
            0 => Extent::Nothing,
            _ if held == all.len() => Extent::Everything,
            _ => Extent::Part { held, of: all.len() },
        }
    }

    /// Ticks what is `wanted`, and with it all that it requires.
    #[must_use]
    pub fn tick(&self, set: PermissionSet, wanted: PermissionSet) -> Ticked {
        let after = set | self.with_required(wanted);
        Ticked {
            set: after,
            also: after - set - wanted,
        }
    }

    /// Unticks what is `unwanted`, and with it all that requires it.
    #[must_use]
    pub fn untick(&self, set: PermissionSet, unwanted: PermissionSet) -> Ticked {
        let after = set - self.with_dependents(unwanted);
        Ticked {
            set: after,
            also: set - after - unwanted,
        }
    }

    /// Ticks one permission; nothing changes where it is unknown.
    #[must_use]
    pub fn tick_one(&self, set: PermissionSet, permission: &PermissionId) -> Ticked {
        self.tick(set, self.set([permission.clone()]).known)
    }

    /// Unticks one permission; nothing changes where it is unknown.
    #[must_use]
    pub fn untick_one(&self, set: PermissionSet, permission: &PermissionId) -> Ticked {
        self.untick(set, self.set([permission.clone()]).known)
    }
}
