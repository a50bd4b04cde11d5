//! Where an account stands at a moment, as the list says it. Pure.

use latchkey_contract::limits::{INVITATION_LIFETIME_MS, ends_soon};
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{OnboardingStep, Status, Time};

const DAY: i64 = 86_400_000;

/// How many days an invitation has when it is new.
pub(super) const LIFETIME_DAYS: u64 = INVITATION_LIFETIME_MS.unsigned_abs() / DAY.unsigned_abs();

/// The status in the list, and what is to be said about it besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// The status: of the account, or ended where its last day is over.
    pub(super) status: Status,
    /// What else.
    pub(super) note: Note,
}

/// What is said besides a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Note {
    /// Nothing.
    None,
    /// The invitation is open for so many days; 0 is its last half.
    DaysLeft(u64),
    /// The invitation can no longer be used.
    InvitationExpired,
    /// The invitation is open, and its letter could not be delivered.
    NotDelivered,
    /// Access begins later.
    From(Time),
    /// Access ends by itself.
    Until(Time),
    /// The same, and it is not long until then.
    EndsSoon(Time),
    /// When access ended.
    EndedOn(Time),
    /// The person asks for a new invitation.
    AsksAgain,
    /// The step before access at which the person stands, and since when.
    AtStep(OnboardingStep, Time),
}

/// Where somebody stands at `now`.
pub(super) fn standing(member: &StaffMember, now: Time) -> Standing {
    let invitation = member.invitation.as_ref();
    let at_step = member.onboarding.as_ref();
    let at_step = at_step.and_then(|onboarding| Some((*onboarding.steps.first()?, onboarding.since)));
    let note = match (member.status, invitation, member.starts, member.ends) {
        (Status::Ended | Status::Invited, ..) if member.invitation_requested.is_some() => Note::AsksAgain,
        (Status::Ended, _, _, ends) => ends.map_or(Note::None, Note::EndedOn),
        (Status::Invited, Some(invitation), ..) if now < invitation.expires && invitation.has_failed() => {
            Note::NotDelivered
        }
        (Status::Invited, Some(invitation), ..) if now < invitation.expires => {
            Note::DaysLeft(days_left(invitation.expires, now))
        }
        (Status::Invited, ..) => Note::InvitationExpired,
        (_, _, _, Some(ends)) if ends <= now => Note::EndedOn(ends),
        (Status::Onboarding, ..) if at_step.is_some() => {
            at_step.map_or(Note::None, |(step, since)| Note::AtStep(step, since))
        }
        (_, _, Some(starts), _) if now < starts => Note::From(starts),
        (_, _, _, Some(ends)) if ends_soon(ends.millis(), now.millis()) => Note::EndsSoon(ends),
        (_, _, _, Some(ends)) => Note::Until(ends),
        _ => Note::None,
    };
    let over = matches!(note, Note::EndedOn(_));
    Standing {
        status: if over { Status::Ended } else { member.status },
        note,
    }
}

/// The nearest number of whole days until `then`.
fn days_left(then: Time, now: Time) -> u64 {
    u64::try_from((then.millis() - now.millis() + DAY / 2).div_euclid(DAY)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use latchkey_contract::letter::{InvitationLetter, LetterState};
    use latchkey_contract::onboarding::StaffOnboarding;
    use latchkey_contract::staff::OpenInvitation;
    use latchkey_permissions::{OnboardingStep, Status, Time};

    use super::super::sample::member;
    use super::{DAY, LIFETIME_DAYS, Note, standing};

    const NOW: Time = Time::from_millis(1_800_000_000_000);

    fn invited(millis_left: i64) -> Note {
        let mut member = member("a", Status::Invited);
        member.invitation = Some(OpenInvitation {
            expires: NOW.plus_millis(millis_left),
            letter: None,
        });
        standing(&member, NOW).note
    }

    #[test]
    fn an_invitation_counts_its_days_down_until_it_has_none() {
        assert_eq!(LIFETIME_DAYS, 7);
        assert_eq!(invited(7 * DAY - 2_000), Note::DaysLeft(7));
        assert_eq!(invited(DAY), Note::DaysLeft(1));
        assert_eq!(invited(DAY / 3), Note::DaysLeft(0));
        assert_eq!(invited(0), Note::InvitationExpired);
        assert_eq!(
            standing(&member("a", Status::Invited), NOW).note,
            Note::InvitationExpired
        );
    }

    #[test]
    fn a_letter_that_was_not_delivered_is_said_while_its_link_is_good_for_anything() {
        let mut member = member("a", Status::Invited);
        for (state, millis_left, note) in [
            (LetterState::Failed, DAY, Note::NotDelivered),
            (LetterState::Waiting, DAY, Note::DaysLeft(1)),
            (LetterState::Failed, 0, Note::InvitationExpired),
        ] {
            member.invitation = Some(OpenInvitation {
                expires: NOW.plus_millis(millis_left),
                letter: Some(InvitationLetter { state, trouble: None }),
            });
            assert_eq!(standing(&member, NOW).note, note);
        }
    }

    #[test]
    fn dated_access_says_its_next_date() {
        let mut seasonal = member("a", Status::Active);
        let (starts, ends) = (NOW.plus_millis(DAY), NOW.plus_millis(9 * DAY));
        (seasonal.starts, seasonal.ends) = (Some(starts), Some(ends));
        assert_eq!(standing(&seasonal, NOW).note, Note::From(starts));
        assert_eq!(standing(&seasonal, starts).note, Note::Until(ends));
        assert_eq!(
            standing(&seasonal, ends.plus_millis(-7 * DAY)).note,
            Note::EndsSoon(ends)
        );
        assert_eq!(
            standing(&seasonal, ends.plus_millis(-7 * DAY - 1)).note,
            Note::Until(ends)
        );
        assert_eq!(standing(&seasonal, ends.plus_millis(-1)).note, Note::EndsSoon(ends));
        let over = standing(&seasonal, ends);
        assert_eq!((over.status, over.note), (Status::Ended, Note::EndedOn(ends)));
    }

    #[test]
    fn whoever_asks_again_says_so_before_anything_else() {
        for status in [Status::Invited, Status::Ended] {
            let mut asking = member("a", status);
            asking.ends = Some(NOW);
            asking.invitation_requested = Some(NOW);
            assert_eq!(standing(&asking, NOW).note, Note::AsksAgain, "{status}");
        }
    }

    #[test]
    fn whoever_is_onboarding_stands_at_the_first_step_that_is_left() {
        let mut newcomer = member("a", Status::Onboarding);
        newcomer.onboarding = Some(StaffOnboarding {
            steps: vec![OnboardingStep::SecurityBasics, OnboardingStep::GuidedTour],
            since: NOW,
            reminded: None,
        });
        let note = Note::AtStep(OnboardingStep::SecurityBasics, NOW);
        assert_eq!(standing(&newcomer, NOW).note, note);
        newcomer.ends = Some(NOW);
        assert_eq!(standing(&newcomer, NOW).note, Note::EndedOn(NOW), "an end comes first");
    }

    #[test]
    fn without_dates_there_is_nothing_to_say() {
        for status in [Status::Onboarding, Status::Active, Status::Suspended, Status::Ended] {
            let standing = standing(&member("a", status), NOW);
            assert_eq!((standing.status, standing.note), (status, Note::None));
        }
    }
}
