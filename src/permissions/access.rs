//! Who asks, at one moment. Somebody who is barred has no grant here at all, so that nothing can be read from one.

use crate::decision::{Bar, Denial};
use crate::set::PermissionSet;

/// A person's standing at one moment; what every rule is decided on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Nobody.
    SignedOut,
    /// The owner, who may do everything there is.
    Owner,
    /// Staff, holding these permissions.
    Granted(PermissionSet),
    /// Staff who may not enter, and why.
    Barred(Bar),
}

impl Access {
    /// Why this person has nothing at all; none for whoever holds something. Being signed in is nothing yet.
    pub fn why_nothing(self) -> Option<Denial> {
        match self {
            Self::SignedOut => Some(Denial::SignedOut),
            Self::Barred(bar) => Some(bar.into()),
            Self::Granted(set) if set.is_empty() => Some(Denial::Missing(set)),
            Self::Granted(_) | Self::Owner => None,
        }
    }

    /// What is held; nothing for whoever is signed out or barred. The owner's powers are not a set: `None`.
    pub fn granted(self) -> Option<PermissionSet> {
        match self {
            Self::Owner => None,
            Self::Granted(set) => Some(set),
            Self::SignedOut | Self::Barred(_) => Some(PermissionSet::EMPTY),
        }
    }
}
