//! Decisions: allowed, or denied with the reason. There is no third answer here; not knowing yet is the caller's state.

use crate::account::OnboardingSteps;
use crate::set::PermissionSet;
use crate::time::Time;

/// The answer to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Decision {
    /// Go ahead.
    Allowed,
    /// No, and why.
    Denied(Denial),
}

impl Decision {
    /// Whether to go ahead.
    pub fn is_allowed(self) -> bool {
        self == Self::Allowed
    }
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denial {
    /// Nobody is signed in.
    SignedOut,
    /// It is the owner's alone.
    OwnerOnly,
    /// These are missing: all of them for a rule of all, any one of them for a rule of any. What the catalogue does
    /// not know is not among them; [`CompiledRule::missing`](crate::CompiledRule::missing) adds it.
    Missing(PermissionSet),
    /// The account's time begins later.
    NotStarted(Time),
    /// The account's time is over, since then where that is known.
    Ended(Option<Time>),
    /// The owner has suspended the account.
    Suspended,
    /// These steps come first.
    Onboarding(OnboardingSteps),
}

/// What keeps a person out as a whole, whatever they hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// The account's time begins later. Its owner can sign in and see when.
    NotStarted(Time),
    /// The account's time is over.
    Ended(Option<Time>),
    /// The owner has suspended the account.
    Suspended,
    /// These steps come first. Its owner can sign in and take them.
    Onboarding(OnboardingSteps),
}

impl From<Bar> for Denial {
    fn from(bar: Bar) -> Self {
        match bar {
            Bar::NotStarted(when) => Self::NotStarted(when),
            Bar::Ended(when) => Self::Ended(when),
            Bar::Suspended => Self::Suspended,
            Bar::Onboarding(steps) => Self::Onboarding(steps),
        }
    }
}
