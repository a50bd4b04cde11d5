//! What the description says of arrival and departure: dead invitations, the steps before access, and the proof of a
//! revocation. Apart from the other operations, since they belong together across the tags.

use super::operation::{Header, Operation, Tag};
use crate::onboarding::{BasicsAcceptance, OnboardingDraft, OnboardingSettings, OwnOnboarding};
use crate::problem::ProblemCode::{InvitationUsed, State, TooManyAttempts};
use crate::revocation::RevocationProof;
use crate::staff::StaffMember;

/// The operations.
pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::new("requestInvitation", Tag::Invitations, "Ask for a new invitation")
            .about(
                "With a link that has expired, was replaced or was taken back. The owner is told, once until it is answered; \
                 the answer does not say whether anybody was.",
            )
            .refuses(&[State, InvitationUsed, TooManyAttempts]),
        Operation::new(
            "dismissInvitationRequest",
            Tag::Staff,
            "Leave a request for an invitation unanswered",
        )
        .about("Inviting the person, or sending the invitation again, answers it.")
        .refuses(&[State]),
        Operation::new("getRevocation", Tag::Staff, "What the last revocation has ended").answers::<RevocationProof>(200),
        Operation::new("getOnboarding", Tag::Profile, "One's own steps before access").answers::<OwnOnboarding>(200),
        Operation::new("acceptBasics", Tag::Profile, "Accept the security basics")
            .about("Another version than the present one is 409 `state`, and so is a step before its turn.")
            .takes::<BasicsAcceptance>()
            .answers::<OwnOnboarding>(200)
            .refuses(&[State]),
        Operation::new("finishTour", Tag::Profile, "End the guided tour")
            .about("A step before its turn is 409 `state`.")
            .answers::<OwnOnboarding>(200)
            .refuses(&[State]),
        Operation::new("getOnboardingSettings", Tag::Staff, "The steps before access, and the security basics")
            .answers::<OnboardingSettings>(200)
            .with(&[Header::ETag]),
        Operation::new("putOnboardingSettings", Tag::Staff, "Change the steps and the security basics")
            .about(
                "Another text is another version. With `askEverybody` whoever has not accepted the text as it is then has \
                 no access until that is done.",
            )
            .takes::<OnboardingDraft>()
            .answers::<OnboardingSettings>(200)
            .with(&[Header::ETag]),
        Operation::new("remindStaff", Tag::Staff, "Remind somebody of the steps that are left")
            .about("By mail. More than once a day, or where no step is left, is 409 `state`.")
            .answers::<StaffMember>(200)
            .with(&[Header::ETag])
            .refuses(&[State]),
    ]
}
