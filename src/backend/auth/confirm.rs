//! Proving once more that it is oneself, before how one signs in is changed. Whoever finds a browser open must not be
//! able to try passwords in it.

use latchkey_contract::problem::FieldCode;

use super::extract::SignedIn;
use super::throttle::{Subject, admit, succeeded};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::writing::Writing;

/// Begins to write for somebody who has given the present password; with the account as it is then.
pub(crate) async fn begin(person: &SignedIn, state: &AppState, given: String) -> Result<(Writing, Account), Refusal> {
    let id = person.account.id.as_str();
    let subjects = admitted(person, state).await?;
    let present = person.account.password_hash.as_deref();
    if !state.passwords.matches(present, given).await? {
        tracing::warn!(account = id, "a present password was wrong");
        let mut tx = person.begin(state).await?;
        tx.note(Happening::PasswordRefused(Who::from(&person.account)));
        tx.commit().await?;
        return Err(mismatch());
    }
    let mut tx = person.begin(state).await?;
    // Comparing took a while, outside of any transaction.
    let account = accounts::by_id(&mut tx, id).await?.ok_or_else(Refusal::not_found)?;
    if account.password_hash.as_deref() != present {
        return Err(mismatch());
    }
    succeeded(&mut tx, &subjects).await?;
    Ok((tx, account))
}

/// Counts an attempt of somebody who is signed in; what is to be taken back when it succeeds.
pub(crate) async fn admitted(person: &SignedIn, state: &AppState) -> Result<[Subject; 1], Refusal> {
    let subjects = [Subject::confirm(person.account.id.as_str())];
    let mut tx = person.begin(state).await?;
    let admitted = admit(&mut tx, &state.throttle, &subjects, person.now).await;
    tx.commit().await?;
    admitted.map(|()| subjects)
}

/// The present password is another.
pub(crate) fn mismatch() -> Refusal {
    Refusal::member("/current", FieldCode::Mismatch, "This is not the present password.")
}
