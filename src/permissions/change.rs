//! What lies between two sets: shown before saving, written to the activity, and applied.

use crate::set::PermissionSet;

/// What is added and what is removed; never the same permission in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What the later set has and the earlier has not.
    pub added: PermissionSet,
    /// What the earlier set has and the later has not.
    pub removed: PermissionSet,
}

impl Change {
    /// What leads from `before` to `after`.
    #[must_use]
    pub fn between(before: PermissionSet, after: PermissionSet) -> Self {
        Self {
            added: after - before,
            removed: before - after,
        }
    }

    /// The set that this change makes of `before`.
    #[must_use]
    pub fn apply(self, before: PermissionSet) -> PermissionSet {
        (before - self.removed) | self.added
    }

    /// Whether it changes nothing: saving it is no change, and is not told to anybody.
    pub fn is_empty(self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }
}
