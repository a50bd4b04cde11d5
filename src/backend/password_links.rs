//! Sending somebody a link for a new password, whoever asked for it: the person at the door, or the owner. Only the person
//! gets it, and only by mail.

use latchkey_contract::limits::PASSWORD_LINK_LIFETIME_MS;
use latchkey_permissions::{Status, Time};

use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::token::Token;
use crate::notices::{self, Told};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::Account;
use crate::store::password_links;
use crate::writing::Writing;

/// Whether somebody has a password that could be forgotten.
pub(crate) fn has_password(account: &Account) -> bool {
    !matches!(account.status, Status::Invited | Status::Ended)
}

/// Opens a link for this account, and posts it.
pub(crate) async fn send(
    tx: &mut Writing,
    state: &AppState,
    account: &Account,
    asked_by: Option<&Account>,
    now: Time,
) -> Result<(), Refusal> {
    let token = Token::new();
    let expires = now.plus_millis(PASSWORD_LINK_LIFETIME_MS);
    password_links::open(tx, account.id.as_str(), &token, expires).await?;
    tx.note(Happening::PasswordLinkSent(Who::from(account)));
    let link = format!("{}/reset/{}", state.public_url, token.reveal());
    let told = Told::PasswordLink {
        link: &link,
        expires,
        owner: asked_by.map(|owner| owner.name.as_str()),
    };
    notices::post(tx, state, account, told).await
}
