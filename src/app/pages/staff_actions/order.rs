//! What can be asked of the backend about one account, as a call and its answer. No page and no words.

use latchkey_contract::id::AccountId;
use latchkey_contract::revocation::{Revocation, Revoked};
use latchkey_contract::staff::{Invited, StaffMember};

use crate::client::{ClientError, SignedInClient};

/// What can be done about an account as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StaffAction {
    /// Takes all access back, for good.
    Revoke,
    /// Shuts the person out for now.
    Suspend,
    /// Lets the person in again.
    Reactivate,
    /// Signs the person out everywhere.
    EndSessions,
    /// Takes an open invitation back.
    CancelInvitation,
    /// Makes a fresh invitation link and kills the old one.
    ResendInvitation,
    /// Takes away the second factor of somebody who has lost it.
    ResetTwoFactor,
    /// Leaves a request for an invitation without one.
    DismissRequest,
    /// Reminds the person of the steps that are left before access.
    Remind,
    /// Has a link for a new password sent to somebody.
    SendPasswordLink,
}

impl StaffAction {
    /// Whether it is done without asking first: what takes nothing away, and what can be undone with one click.
    pub(super) const fn is_at_once(self) -> bool {
        matches!(
            self,
            Self::Reactivate | Self::ResendInvitation | Self::DismissRequest | Self::Remind
        )
    }
}

/// An action, with what it carries.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Order {
    /// Whose account.
    pub(super) member: StaffMember,
    /// What to do about it.
    pub(super) action: StaffAction,
    /// Why, for the record of a revocation.
    pub(super) reason: String,
    /// The same for each try of the same order, so that a broken connection does not do it twice.
    pub(super) key: String,
}

/// What has been done.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Done {
    Revoked(Box<Revoked>),
    Suspended(StaffMember),
    Reactivated(StaffMember),
    SessionsEnded(u64),
    /// With the account as it is now, where that could be read.
    Cancelled(Option<StaffMember>),
    Resent(Box<Invited>),
    TwoFactorReset(StaffMember),
    /// With the account as it is now, where that could be read.
    Dismissed(Option<StaffMember>),
    Reminded(StaffMember),
    PasswordLinkSent,
}

impl Done {
    /// The account as it is now, where the answer says so.
    pub(super) fn member(&self) -> Option<&StaffMember> {
        match self {
            Self::Revoked(revoked) => Some(&revoked.account),
            Self::Suspended(member)
            | Self::Reactivated(member)
            | Self::TwoFactorReset(member)
            | Self::Reminded(member) => Some(member),
            Self::SessionsEnded(_) | Self::PasswordLinkSent => None,
            Self::Cancelled(member) | Self::Dismissed(member) => member.as_ref(),
            Self::Resent(invited) => Some(&invited.account),
        }
    }
}

/// Carries an order out.
///
/// # Errors
/// Where the backend cannot be reached or refuses.
pub(super) async fn carry_out(client: SignedInClient, order: Order) -> Result<Done, ClientError> {
    let Order {
        member,
        action,
        reason,
        key,
    } = order;
    let id: &AccountId = &member.id;
    Ok(match action {
        StaffAction::Revoke => Done::Revoked(Box::new(client.revoke(id, &Revocation { reason }).await?)),
        StaffAction::Suspend => Done::Suspended(client.suspend(id).await?),
        StaffAction::Reactivate => Done::Reactivated(client.reactivate(id).await?),
        StaffAction::EndSessions => Done::SessionsEnded(client.end_staff_sessions(id).await?.sessions_ended),
        StaffAction::CancelInvitation => {
            client.cancel_invitation(id).await?;
            // It is cancelled, whether or not its account can be read now.
            Done::Cancelled(client.staff_member(id).await.ok())
        }
        StaffAction::DismissRequest => {
            client.dismiss_invitation_request(id).await?;
            Done::Dismissed(client.staff_member(id).await.ok())
        }
        StaffAction::Remind => Done::Reminded(client.remind(id).await?),
        StaffAction::ResetTwoFactor => Done::TwoFactorReset(client.reset_two_factor(id).await?),
        StaffAction::SendPasswordLink => {
            client.send_password_link(id).await?;
            Done::PasswordLinkSent
        }
        StaffAction::ResendInvitation => Done::Resent(Box::new(client.resend_invitation(id, key).await?)),
    })
}
