//! Carrying letters, by itself and for as long as the backend runs: what is due is tried, and what comes of it is written
//! down. Several backends may do so over one database.

use std::pin::Pin;

use latchkey_contract::letter::{Delivery, LetterKind, Trouble, TroubleKind};
use latchkey_permissions::Time;

use super::post::next_attempt;
use super::server::{Attempt, trouble};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts;
use crate::store::letters::{self, Claimed};
use crate::writing::Writing;

/// How long nobody else tries a letter that is being tried: longer than that can take.
pub(crate) const CLAIMED_FOR_MS: i64 = 5 * 60_000;

/// How long to wait at most before looking again: another backend may have left something.
const LOOK_EVERY_MS: i64 = 60_000;

/// How long letters are shown that could not be delivered.
const SHOWN_FOR_MS: i64 = 30 * 24 * 60 * 60_000;

/// Goes round whenever there is something to carry.
pub(crate) async fn keep_going(state: AppState) {
    loop {
        let next = match round(state.clone()).await {
            Ok(next) => next,
            Err(refusal) => {
                tracing::error!(
                    code = refusal.code().as_str(),
                    "letters could not be carried; it is tried again"
                );
                state.clock.now().plus_millis(LOOK_EVERY_MS)
            }
        };
        tokio::select! {
            () = state.post.bell.notified() => {}
            () = state.clock.reached(next) => {}
        }
    }
}

/// Tries everything that is due, until nothing is or the mail server is away; when to go round again. Boxed, because what
/// it writes down can ask for a round itself.
pub(crate) fn round(state: AppState) -> Pin<Box<dyn Future<Output = Result<Time, Refusal>> + Send>> {
    Box::pin(async move {
        loop {
            let now = state.clock.now();
            let later = now.plus_millis(LOOK_EVERY_MS);
            let mut tx = state.store.read().await?;
            let due = letters::next_due(&mut tx, state.post.key_id()).await?;
            tx.rollback().await?;
            match due {
                Some(due) if due <= now => {}
                Some(due) => return Ok(due.min(later)),
                None => return Ok(later),
            }
            let Some(letter) = claim(&state, now).await? else {
                // Somebody else has it.
                continue;
            };
            if !tried(&state, &letter).await? {
                return Ok(later);
            }
        }
    })
}

async fn claim(state: &AppState, now: Time) -> Result<Option<Claimed>, Refusal> {
    let mut tx = state.store.write().await?;
    letters::forget(&mut tx, now.plus_millis(-SHOWN_FOR_MS)).await?;
    let letter = letters::claim(&mut tx, state.post.key_id(), now, now.plus_millis(CLAIMED_FOR_MS)).await?;
    tx.commit().await?;
    Ok(letter)
}

/// Tries one letter and writes down what came of it; whether others can be tried now.
async fn tried(state: &AppState, letter: &Claimed) -> Result<bool, Refusal> {
    if letter.give_up <= state.clock.now() {
        let never_tried = || trouble(TroubleKind::Other, "");
        let why = letter.trouble.clone().unwrap_or_else(never_tried);
        give_up(state, letter, false, why).await?;
        return Ok(true);
    }
    match state.post.carry(letter).await {
        Attempt::Taken => {
            let mut tx = state.store.write().await?;
            letters::delivered(&mut tx, letter).await?;
            tx.commit().await?;
            tracing::info!(letter = letter.id, kind = ?letter.kind, "a letter was delivered");
            // Whoever may have seen it as one that waits need not any more. What is laid down at once nobody has.
            if letter.attempts > 0 || state.post.delivery() == Delivery::Sent {
                tell(state, letter);
            }
            Ok(true)
        }
        Attempt::Never(trouble) => {
            give_up(state, letter, true, trouble).await?;
            Ok(true)
        }
        Attempt::NotNow(trouble) => {
            delay(state, letter, &trouble).await?;
            Ok(true)
        }
        Attempt::Away(trouble) => {
            delay(state, letter, &trouble).await?;
            Ok(false)
        }
    }
}

/// Tells that it stands otherwise with a letter; with one that brings an invitation, so it does with the person.
fn tell(state: &AppState, letter: &Claimed) {
    let invited = letter
        .account
        .as_ref()
        .filter(|_| letter.kind == LetterKind::Invitation);
    state.live.tell_of_letter(invited);
}

async fn delay(state: &AppState, letter: &Claimed, trouble: &Trouble) -> Result<(), Refusal> {
    let now = state.clock.now();
    let next = next_attempt(letter.attempts, now);
    if next >= letter.give_up {
        return give_up(state, letter, true, trouble.clone()).await;
    }
    let mut tx = state.store.write().await?;
    letters::delayed(&mut tx, letter, next, trouble).await?;
    tx.commit().await?;
    tracing::warn!(letter = letter.id, kind = ?letter.kind, trouble = ?trouble.kind, %next, "a letter waits");
    tell(state, letter);
    Ok(())
}

async fn give_up(state: &AppState, letter: &Claimed, tried: bool, trouble: Trouble) -> Result<(), Refusal> {
    let mut tx = Writing::alone(state).await?;
    if letters::failed(&mut tx, letter, tried, &trouble).await? {
        let account = match &letter.account {
            Some(id) => accounts::by_id(&mut tx, id.as_str()).await?,
            None => None,
        };
        tx.note(Happening::LetterFailed {
            kind: letter.kind,
            who: account.as_ref().map(Who::from),
        });
    }
    tx.commit().await?;
    tracing::warn!(letter = letter.id, kind = ?letter.kind, trouble = ?trouble.kind, "a letter was given up");
    tell(state, letter);
    Ok(())
}
