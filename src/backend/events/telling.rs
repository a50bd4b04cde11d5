//! From what has happened to who is told what: the one place that says so.

use std::collections::BTreeMap;

use latchkey_contract::activity::Kind;
use latchkey_contract::event::{EndReason, Event, ResourceChanged, StaffChanged};
use latchkey_contract::id::{AccountId, ResourceId, SessionId};

use crate::activity::news::News;

/// The resource whose record says what the store is called, which is part of everybody's session.
const STORE: &str = "general";

/// What is told, and to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Telling {
    pub(crate) to: To,
    pub(crate) what: What,
}

/// Who is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum To {
    /// Every session.
    Everybody,
    /// The owner.
    Owner,
    /// All sessions of this account.
    Account(AccountId),
    /// All sessions of this account but this one.
    Others(AccountId, SessionId),
    /// Whoever may view this resource at that moment.
    Viewers(ResourceId),
}

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// This.
    Event(Event),
    /// That the session has ended.
    Ended(EndReason),
    /// Nothing, unless the session turns out to have ended: not every one of the account has.
    Look,
}

impl Telling {
    fn new(to: To, event: Event) -> Self {
        Self {
            to,
            what: What::Event(event),
        }
    }
}

/// What is told of one commit.
pub(crate) fn of(news: &[News]) -> Vec<Telling> {
    let mut told = Vec::new();
    let mut records = BTreeMap::new();
    for one in news {
        match one.kind {
            Kind::Revoked => told.extend(ended(one, EndReason::Revoked)),
            Kind::Suspended => told.extend(ended(one, EndReason::Suspended)),
            Kind::SignedOut | Kind::SessionsEnded | Kind::PasswordChanged | Kind::PasswordReset => {
                told.extend(each(one, &What::Look));
            }
            Kind::SignedIn => {
                if let (Some(session), [account]) = (&one.session, one.accounts.0.as_slice()) {
                    let others = To::Others(account.clone(), session.clone());
                    told.push(Telling::new(others, Event::SessionElsewhere));
                }
            }
            Kind::OwnershipOffered | Kind::OwnershipOfferClosed => {
                let staff = staff(one);
                told.extend(each(one, &staff.what));
                told.push(staff);
            }
            // Of a store that has changed hands: what the former owner had open has ended, and what the new one has open
            // finds itself the owner's.
            Kind::TwoFactorOn | Kind::TwoFactorOff | Kind::TwoFactorReset | Kind::OwnershipTransferred => {
                told.extend(each(one, &What::Look));
                told.push(staff(one));
            }
            Kind::ProfileChanged
            | Kind::StaffChanged
            | Kind::Reactivated
            | Kind::RoleChanged
            | Kind::RoleReset
            | Kind::HoldersMoved
            | Kind::OnboardingChanged
            | Kind::OnboardingStepDone
            | Kind::OnboardingFinished => {
                told.extend(each(one, &What::Event(Event::SessionChanged)));
                told.push(staff(one));
            }
            Kind::Invited
            | Kind::InvitationResent
            | Kind::InvitationCancelled
            | Kind::Joined
            | Kind::RoleCreated
            | Kind::RoleDeleted
            | Kind::RoleRestored
            | Kind::InvitationRequested
            | Kind::InvitationRequestDismissed
            | Kind::Reminded => told.push(staff(one)),
            Kind::RecordCreated
            | Kind::RecordChanged
            | Kind::RecordFollowed
            | Kind::RecordDeleted
            | Kind::RecordRestored
            | Kind::CommandDone => {
                if let Some(resource) = &one.resource {
                    // Of several records of one kind it is told once, without saying which.
                    records
                        .entry(resource)
                        .and_modify(|id| *id = None)
                        .or_insert(one.record.as_ref());
                }
            }
            Kind::LetterRetried | Kind::LetterDiscarded => {
                told.push(Telling::new(To::Owner, Event::LettersChanged));
                told.push(staff(one));
            }
            // Of a letter that failed the post tells itself.
            Kind::LetterFailed
            | Kind::OwnerCreated
            | Kind::SignInFailed
            | Kind::SignInRefused
            | Kind::ProvenAgain
            | Kind::Refused
            | Kind::PasswordLinkSent
            | Kind::PasswordRefused
            | Kind::ListExported
            | Kind::ReportExported
            | Kind::ActivityExported
            | Kind::PlanChanged
            | Kind::InvoicesExported
            | Kind::RecoveryCodesMade
            | Kind::RecoveryCodeUsed => {}
        }
    }
    for (resource, record) in records {
        if resource.as_str() == STORE {
            told.push(Telling::new(To::Everybody, Event::SessionChanged));
        }
        let changed = ResourceChanged {
            resource: resource.clone(),
            id: record.cloned(),
        };
        told.push(Telling::new(
            To::Viewers(resource.clone()),
            Event::ResourceChanged(changed),
        ));
    }
    if !news.is_empty() {
        told.push(Telling::new(To::Owner, Event::ActivityChanged));
    }
    told
}

/// What is told of a letter that has been tried. Where it brings an invitation to somebody, that is part of how it stands
/// with that person.
pub(crate) fn of_letter(invited: Option<&AccountId>) -> Vec<Telling> {
    let mut told = vec![Telling::new(To::Owner, Event::LettersChanged)];
    told.extend(invited.map(|id| {
        let id = Some(id.clone());
        Telling::new(To::Owner, Event::StaffChanged(StaffChanged { id }))
    }));
    told
}

fn each<'a>(news: &'a News, what: &'a What) -> impl Iterator<Item = Telling> + 'a {
    news.accounts.0.iter().map(|account| Telling {
        to: To::Account(account.clone()),
        what: what.clone(),
    })
}

fn ended(news: &News, reason: EndReason) -> Vec<Telling> {
    let mut told: Vec<_> = each(news, &What::Ended(reason)).collect();
    told.push(staff(news));
    told
}

/// That staff have changed: this one, where it is about one.
fn staff(news: &News) -> Telling {
    let id = match news.accounts.0.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    };
    Telling::new(To::Owner, Event::StaffChanged(StaffChanged { id }))
}
