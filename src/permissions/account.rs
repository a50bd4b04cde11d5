//! Accounts: the states a person passes through, and how a person becomes an [`Access`] at a moment.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Catalogue;
use crate::access::Access;
use crate::decision::Bar;
use crate::grant::Grant;
use crate::time::{Time, Window};

/// Where an account stands: `invited → onboarding ⇄ active ⇄ suspended → ended`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Asked to join, and has not yet.
    Invited,
    /// Has joined; steps come before access.
    Onboarding,
    /// Has access within its dates.
    Active,
    /// Kept, but shut out until reactivated.
    Suspended,
    /// Over. The name stays in history.
    Ended,
}

impl Status {
    /// Every status, in the order of a life.
    pub const ALL: [Self; 5] = [
        Self::Invited,
        Self::Onboarding,
        Self::Active,
        Self::Suspended,
        Self::Ended,
    ];

    /// The status as it travels.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Onboarding => "onboarding",
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Ended => "ended",
        }
    }

    /// The status after `transition`.
    ///
    /// # Errors
    /// Where this status has no such transition.
    pub fn after(self, transition: Transition) -> Result<Self, TransitionError> {
        match (self, transition) {
            (Self::Invited, Transition::Join) | (Self::Active, Transition::AskAgain) => Ok(Self::Onboarding),
            (Self::Onboarding, Transition::FinishOnboarding) | (Self::Suspended, Transition::Reactivate) => {
                Ok(Self::Active)
            }
            (Self::Active, Transition::Suspend) => Ok(Self::Suspended),
            (Self::Invited | Self::Onboarding | Self::Active | Self::Suspended, Transition::End) => Ok(Self::Ended),
            (Self::Ended, Transition::InviteAgain) => Ok(Self::Invited),
            _ => Err(TransitionError { from: self, transition }),
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What can happen to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transition {
    /// The invitation is accepted.
    Join,
    /// The last onboarding step is done.
    FinishOnboarding,
    /// A step that was taken is asked again, since what was accepted is no longer what holds.
    AskAgain,
    /// The owner shuts the person out for now.
    Suspend,
    /// The owner lets the person in again.
    Reactivate,
    /// The owner takes all access back, or cancels the invitation.
    End,
    /// The owner invites a former person anew.
    InviteAgain,
}

impl Transition {
    /// Every transition.
    pub const ALL: [Self; 7] = [
        Self::Join,
        Self::FinishOnboarding,
        Self::AskAgain,
        Self::Suspend,
        Self::Reactivate,
        Self::End,
        Self::InviteAgain,
    ];
}

/// A transition that a status does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TransitionError {
    /// The status.
    pub from: Status,
    /// What was asked of it.
    pub transition: Transition,
}

impl fmt::Display for TransitionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "an account that is {} cannot go through {:?}",
            self.from, self.transition
        )
    }
}

impl std::error::Error for TransitionError {}

/// A step between joining and access.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnboardingStep {
    /// Accept the invitation and choose a password.
    ChoosePassword,
    /// Read and accept the store's security basics.
    SecurityBasics,
    /// Set up a second factor.
    SecondFactor,
    /// Take the tour of the menus one will have.
    GuidedTour,
}

impl OnboardingStep {
    /// Every step, in the order in which they are taken.
    pub const ALL: [Self; 4] = [
        Self::ChoosePassword,
        Self::SecurityBasics,
        Self::SecondFactor,
        Self::GuidedTour,
    ];

    /// The step as it travels.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ChoosePassword => "choose-password",
            Self::SecurityBasics => "security-basics",
            Self::SecondFactor => "second-factor",
            Self::GuidedTour => "guided-tour",
        }
    }
}

/// The steps that are still to be taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnboardingSteps(u8);

impl OnboardingSteps {
    /// Whether `step` is still to be taken.
    pub fn contains(self, step: OnboardingStep) -> bool {
        self.0 & (1 << step as u8) != 0
    }

    /// Whether none is left.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The steps, in order.
    pub fn iter(self) -> impl Iterator<Item = OnboardingStep> {
        OnboardingStep::ALL.into_iter().filter(move |step| self.contains(*step))
    }
}

impl FromIterator<OnboardingStep> for OnboardingSteps {
    fn from_iter<I: IntoIterator<Item = OnboardingStep>>(steps: I) -> Self {
        Self(steps.into_iter().fold(0, |bits, step| bits | 1 << step as u8))
    }
}

/// A person with an account. The owner has no status, dates or grant that could be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Person {
    /// The one owner of the store.
    Owner,
    /// Everybody else.
    Staff(Staff),
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// Where the account stands.
    pub status: Status,
    /// When the account is open.
    pub window: Window,
    /// What has been given.
    pub grant: Grant,
    /// The steps that are still to be taken; they matter while the account is onboarding.
    pub steps: OnboardingSteps,
}

impl Person {
    /// The person's standing at `now`.
    pub fn access(&self, catalogue: &Catalogue, now: Time) -> Access {
        let Self::Staff(staff) = self else { return Access::Owner };
        let bar = match staff.status {
            // An account that was ended before its last day did not end on that day.
            Status::Ended => Some(Bar::Ended(staff.window.ends.filter(|ends| *ends <= now))),
            Status::Suspended => Some(Bar::Suspended),
            Status::Active | Status::Onboarding | Status::Invited => match staff.window {
                Window { ends: Some(ends), .. } if ends <= now => Some(Bar::Ended(Some(ends))),
                Window {
                    starts: Some(starts), ..
                } if now < starts => Some(Bar::NotStarted(starts)),
                _ if staff.status == Status::Invited => Some(Bar::Onboarding(OnboardingSteps::from_iter([
                    OnboardingStep::ChoosePassword,
                ]))),
                _ if staff.status == Status::Onboarding => Some(Bar::Onboarding(staff.steps)),
                _ => None,
            },
        };
        bar.map_or_else(|| Access::Granted(staff.grant.at(catalogue, now)), Access::Barred)
    }
}
