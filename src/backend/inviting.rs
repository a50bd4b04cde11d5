//! Inviting, wherever it begins: a fresh link instead of any that was open, and the letter that carries it.

use latchkey_contract::staff::InvitationLink;
use latchkey_permissions::Time;

use crate::auth::token::Token;
use crate::mail::{self, InvitationMail, Message};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::Account;
use crate::store::{Db, invitation_requests, invitations, shop};

/// What goes into the letter besides the link.
pub(crate) struct Letter<'a> {
    /// Who invites.
    pub(crate) from: &'a Account,
    /// A few words of the owner's; may be empty.
    pub(crate) note: String,
}

/// Opens an invitation for this account. The letter is to be delivered once the transaction has been committed; there
/// is none where it could not be written.
pub(crate) async fn invite(
    db: &mut Db,
    state: &AppState,
    account: &Account,
    letter: Letter<'_>,
    now: Time,
) -> Result<(InvitationLink, Option<Message>), Refusal> {
    let token = Token::new();
    let expires = now.plus_millis(state.invitation_lifetime_ms);
    invitations::replace(db, account.id.as_str()).await?;
    invitation_requests::answered(db, account.id.as_str()).await?;
    invitations::open(db, account.id.as_str(), &token, now, expires).await?;
    let link = state.invitation_link(&token);
    let store = shop::get(db).await?.name;
    let written = mail::invitation(InvitationMail {
        store: &store,
        to_email: &account.email,
        to_name: &account.name,
        owner_name: &letter.from.name,
        link: &link,
        expires,
        note: (!letter.note.is_empty()).then_some(letter.note.as_str()),
        // The invited person's is not known yet; the owner's is the best guess.
        language: letter.from.language.as_deref().unwrap_or("en"),
    });
    let message = written
        .inspect_err(|error| tracing::error!(account = %account.id, %error, "a letter could not be written"))
        .ok();
    Ok((InvitationLink { link, expires }, message))
}

/// Delivers the letter. The owner has the link in any case, so that a failure is written down and no more.
pub(crate) async fn deliver(state: &AppState, letter: Option<Message>) {
    let Some(message) = letter else { return };
    let outbox = state.outbox.clone();
    // On its own, so that a caller who hangs up does not take the letter along.
    match tokio::spawn(async move { outbox.deliver(message).await }).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::error!(%error, "a letter could not be laid down"),
        Err(error) => tracing::error!(%error, "laying down a letter ended unexpectedly"),
    }
}
