//! Writing: a transaction that knows who acts, from where, and what it does.
//!
//! It is the one way in which handlers write. What happens is noted where it is written, so that neither can be without
//! the other: dropped without a commit, none of it has happened, and nobody has heard of it.

use std::ops::{Deref, DerefMut};

use latchkey_contract::letter::Delivery;
use latchkey_permissions::Time;

use crate::activity::bounds::Counted;
use crate::activity::happening::Happening;
use crate::activity::told::Told;
use crate::activity::who::{Whence, Who};
use crate::mail::{Outgoing, rounds};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::activity::{self, New};
use crate::store::{Db, Tx};

/// See the module.
pub(crate) struct Writing {
    tx: Tx,
    state: AppState,
    actor: Option<Who>,
    whence: Whence,
    noted: Vec<Happening>,
    letters: Vec<Outgoing>,
}

impl Writing {
    /// Begins, once nobody else writes. Who acts may be known only later.
    pub(crate) async fn begin(state: &AppState, actor: Option<Who>, whence: Whence) -> Result<Self, Refusal> {
        Ok(Self {
            tx: state.store.write().await?,
            state: state.clone(),
            actor,
            whence,
            noted: Vec::new(),
            letters: Vec::new(),
        })
    }

    /// Begins what the backend does by itself.
    pub(crate) async fn alone(state: &AppState) -> Result<Self, Refusal> {
        Self::begin(state, None, Whence::default()).await
    }

    /// Says who acts.
    pub(crate) fn acting(&mut self, who: impl Into<Who>) {
        self.actor = Some(who.into());
    }

    /// Notes what is being done.
    pub(crate) fn note(&mut self, happening: Happening) {
        self.noted.push(happening);
    }

    /// Notes several things.
    pub(crate) fn note_all(&mut self, happenings: impl IntoIterator<Item = Happening>) {
        self.noted.extend(happenings);
    }

    /// Posts a letter that tells of what is being done: it goes out if that is, and not before.
    pub(crate) fn post(&mut self, letter: Outgoing) {
        self.letters.push(letter);
    }

    /// Makes it so, together with the entries that tell of it, and then tells whoever listens. Whose access it has taken
    /// back is not answered any more after this.
    pub(crate) async fn commit(self) -> Result<(), Refusal> {
        let Self {
            mut tx,
            state,
            actor,
            whence,
            mut noted,
            letters,
        } = self;
        let now = state.clock.now();
        for letter in &letters {
            state.post.take_in(&mut tx, letter, now).await?;
        }
        noted.retain(|happening| state.bounds.admit(happening, actor.as_ref(), &whence, now));
        let counted = if noted.is_empty() {
            Vec::new()
        } else {
            state.bounds.due(now)
        };
        let mut entries: Vec<New<'_>> = counted.iter().map(|counted| summary(counted, &state, now)).collect();
        entries.extend(noted.iter().map(|happening| New {
            at: now,
            kind: happening.kind(),
            actor: actor.as_ref(),
            whence: &whence,
            told: Told::of(happening, &state.registry),
        }));
        if !entries.is_empty() {
            activity::append(&mut tx, entries).await?;
        }
        tx.commit().await?;
        if !noted.is_empty() {
            let news: Vec<_> = noted.iter().map(Happening::news).collect();
            state.live.tell(&news);
            for account in noted.iter().filter_map(Happening::shuts_out) {
                state.flights.end(account).await;
            }
        }
        if !letters.is_empty() {
            match state.post.delivery() {
                Delivery::Sent => state.post.ring(),
                Delivery::Kept => laid_down(state).await,
            }
        }
        Ok(())
    }
}

/// Where letters are only laid down, they lie there by the time that what they tell of is answered. On its own, so that a
/// caller who hangs up does not stop it halfway; what does not succeed is tried again in its time.
async fn laid_down(state: AppState) {
    if let Ok(Err(refusal)) = tokio::spawn(rounds::round(state)).await {
        tracing::error!(code = refusal.code().as_str(), "letters could not be laid down");
    }
}

/// Writes down what was counted and has not been told, before the backend stops.
pub(crate) async fn tell_counted(state: &AppState) -> Result<(), Refusal> {
    let counted = state.bounds.all();
    if counted.is_empty() {
        return Ok(());
    }
    let now = state.clock.now();
    let mut tx = state.store.write().await?;
    let entries = counted.iter().map(|counted| summary(counted, state, now)).collect();
    activity::append(&mut tx, entries).await?;
    Ok(tx.commit().await?)
}

fn summary<'a>(counted: &'a Counted, state: &AppState, now: Time) -> New<'a> {
    let mut told = Told::of(&counted.happening, &state.registry);
    told.detail.times = Some(counted.times);
    New {
        at: now,
        kind: counted.happening.kind(),
        actor: counted.actor.as_ref(),
        whence: &counted.whence,
        told,
    }
}

impl Deref for Writing {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.tx
    }
}

impl DerefMut for Writing {
    fn deref_mut(&mut self) -> &mut Db {
        &mut self.tx
    }
}
