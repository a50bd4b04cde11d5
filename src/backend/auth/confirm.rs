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
use crate::store::sessions;
use crate::writing::Writing;

/// Begins to write for somebody who has given the present password; with the account as it is then. Where that is all that
/// signing in asks for, it is a fresh proof of who it is as well.
pub(crate) async fn begin(person: &SignedIn, state: &AppState, given: String) -> Result<(Writing, Account), Refusal> {
    let (mut tx, account, subjects) = begin_undecided(person, state, given).await?;
    succeeded(&mut tx, &subjects).await?;
    if !account.two_factor {
        sessions::prove(&mut tx, &person.session.id, person.now).await?;
    }
    Ok((tx, account))
}

/// The same, where more is asked for than the password: the attempt still counts as failed.
pub(crate) async fn begin_undecided(
    person: &SignedIn,
    state: &AppState,
    given: String,
) -> Result<(Writing, Account, [Subject; 1]), Refusal> {
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
    Ok((tx, account, subjects))
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
