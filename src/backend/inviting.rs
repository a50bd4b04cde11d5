//! Inviting, wherever it begins: a fresh link instead of any that was open, and the letter that carries it.

use latchkey_contract::letter::LetterKind;
use latchkey_contract::staff::InvitationLink;
use latchkey_permissions::Time;

use crate::auth::token::Token;
use crate::mail::{self, InvitationMail, Outgoing, Recipient};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::Account;
use crate::store::{invitation_requests, invitations};
use crate::writing::Writing;

/// What goes into the letter besides the link.
pub(crate) struct Letter<'a> {
    /// Who invites.
    pub(crate) from: &'a Account,
    /// A few words of the owner's; may be empty.
    pub(crate) note: String,
}

/// Opens an invitation for this account, and posts the letter that brings it.
pub(crate) async fn invite(
    tx: &mut Writing,
    state: &AppState,
    account: &Account,
    letter: Letter<'_>,
    now: Time,
) -> Result<InvitationLink, Refusal> {
    let token = Token::new();
    let expires = now.plus_millis(state.invitation_lifetime_ms);
    invitations::replace(tx, account.id.as_str()).await?;
    invitation_requests::answered(tx, account.id.as_str()).await?;
    let invitation = invitations::open(tx, account.id.as_str(), &token, now, expires).await?;
    let link = state.invitation_link(&token);
    let to = Recipient {
        email: &account.email,
        name: &account.name,
    };
    let head = state.stationery.letterhead(tx).await?;
    let mail = InvitationMail {
        owner_name: &letter.from.name,
        link: &link,
        expires,
        note: (!letter.note.is_empty()).then_some(letter.note.as_str()),
        // The invited person's is not known yet; the owner's is the best guess.
        language: letter.from.language.as_deref().unwrap_or("en"),
    };
    let written = mail::invitation(&head, to, mail);
    let outgoing = Outgoing::new(LetterKind::Invitation, &account.email, written);
    tx.post(outgoing.for_staff(&account.id).bringing(invitation, expires));
    Ok(InvitationLink { link, expires })
}
