//! What follows from the day, brought up to date before somebody looks at it.
//!
//! Nothing runs by itself in the background: the first request of a day that touches a resource does it, and so nobody
//! sees, or narrows a list by, what was true yesterday.

use std::sync::atomic::Ordering;

use super::model::Model;
use super::work::Work;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::writing::Writing;

const DAY_MS: i64 = 86_400_000;

/// Brings a resource up to date. Where that cannot be done now, what is there is shown as it is; the next request tries
/// again.
pub(crate) async fn settle(state: &AppState, model: &Model) {
    if !model.behaviour.settles() {
        return;
    }
    let today = state.clock.now().millis().div_euclid(DAY_MS);
    if model.settled.load(Ordering::Acquire) == today {
        return;
    }
    match done(state, model).await {
        Ok(()) => model.settled.store(today, Ordering::Release),
        Err(refusal) => {
            tracing::warn!(
                resource = model.id(),
                code = refusal.code().as_str(),
                "could not be settled"
            );
        }
    }
}

async fn done(state: &AppState, model: &Model) -> Result<(), Refusal> {
    let mut tx = Writing::alone(state).await?;
    let work = Work::begin(&mut tx, &state.registry, state.clock.now(), None).await?;
    let mut work = work.within(state);
    model.behaviour.settle(&mut work).await?;
    let followed = work.followed(None);
    tx.note_all(followed);
    tx.commit().await
}
