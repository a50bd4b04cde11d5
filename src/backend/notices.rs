//! Telling somebody by mail what happened to the own account. That it cannot be written undoes nothing of it.

use crate::mail::{self, Message, Notice, NoticeMail};
use crate::state::AppState;
use crate::store::accounts::Account;

/// Writes to this person; there is no letter where it could not be written, and the log says why.
pub(crate) fn write(state: &AppState, store: &str, to: &Account, notice: Notice<'_>) -> Option<Message> {
    let letter = mail::notice(NoticeMail {
        store,
        home: &state.public_url,
        to_email: &to.email,
        to_name: &to.name,
        language: to.language.as_deref().unwrap_or("en"),
        notice,
    });
    letter
        .inspect_err(|error| tracing::error!(account = %to.id, %error, "a letter could not be written"))
        .ok()
}
