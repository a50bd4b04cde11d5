//! What a person holds: direct permissions and those of roles, each part within its own dates.

use crate::Catalogue;
use crate::change::Change;
use crate::id::PermissionId;
use crate::set::PermissionSet;
use crate::time::{Time, Window};

/// Ids read against a catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognised {
    /// What the catalogue knows.
    pub known: PermissionSet,
    /// What it does not know: it grants nothing, and is to be reported.
    pub unknown: Vec<PermissionId>,
}

/// Permissions that are held for a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GrantPart {
    /// What is held.
    pub permissions: PermissionSet,
    /// When.
    pub window: Window,
}

/// All that a person has been given. Parts are a union: their order never matters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grant(Vec<GrantPart>);

impl Grant {
    /// Nothing at all.
    pub const NOTHING: Self = Self(Vec::new());

    /// One set, without dates.
    pub fn of(permissions: PermissionSet) -> Self {
        Self::NOTHING.with(permissions, Window::ALWAYS)
    }

    /// This grant and one part more: a role's permissions, or direct ones.
    #[must_use]
    pub fn with(mut self, permissions: PermissionSet, window: Window) -> Self {
        self.0.push(GrantPart { permissions, window });
        self
    }

    /// The parts, in the order in which they were added.
    pub fn parts(&self) -> &[GrantPart] {
        &self.0
    }

    /// What is held at `now`, with everything that it requires.
    pub fn at(&self, catalogue: &Catalogue, now: Time) -> PermissionSet {
        let held = self
            .0
            .iter()
            .filter(|part| part.window.is_open(now))
            .fold(PermissionSet::EMPTY, |held, part| held | part.permissions);
        catalogue.with_required(held)
    }

    /// Every moment at which what is held changes by itself, in order, each with what it changes.
    pub fn schedule(&self, catalogue: &Catalogue) -> Vec<(Time, Change)> {
        let bounds = self.0.iter().flat_map(|part| [part.window.starts, part.window.ends]);
        let mut moments: Vec<Time> = bounds.flatten().collect();
        moments.sort_unstable();
        moments.dedup();
        let change = |moment: Time| {
            let before = self.at(catalogue, moment.plus_millis(-1));
            (moment, Change::between(before, self.at(catalogue, moment)))
        };
        let changes = moments.into_iter().map(change);
        changes.filter(|(_, change)| !change.is_empty()).collect()
    }
}
