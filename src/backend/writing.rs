//! Writing: a transaction that knows who acts, from where, and what it does.
//!
//! It is the one way in which handlers write. What happens is noted where it is written, so that neither can be without
//! the other: dropped without a commit, none of it has happened, and nobody has heard of it.

use std::ops::{Deref, DerefMut};

use latchkey_permissions::Time;

use crate::activity::bounds::Counted;
use crate::activity::chain::Head;
use crate::activity::happening::Happening;
use crate::activity::told::Told;
use crate::activity::who::{Whence, Who};
use crate::events::telling::{self, Telling};
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

    /// Makes it so, together with the entries that tell of it, and then tells whoever listens. Whose access it has taken
    /// back is not answered any more after this.
    pub(crate) async fn commit(self) -> Result<(), Refusal> {
        let Self {
            mut tx,
            state,
            actor,
            whence,
            mut noted,
        } = self;
        let now = state.clock.now();
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
        if entries.is_empty() {
            return Ok(tx.commit().await?);
        }
        let head = activity::append(&mut tx, entries).await?;
        let news: Vec<_> = noted.iter().map(Happening::news).collect();
        publish(tx, &state, &head, telling::of(&news)).await
    }
}

/// Commits, and tells of it whoever listens: here, or where several processes serve the store, in all of them.
async fn publish(mut tx: Tx, state: &AppState, head: &Head, told: Vec<Telling>) -> Result<(), Refusal> {
    let over: Vec<_> = told.iter().filter_map(Telling::over).cloned().collect();
    let elsewhere = match &state.others {
        None => {
            let _turn = state.live.turn().await;
            tx.commit().await?;
            state.live.tell(head, told);
            None
        }
        Some(others) => {
            others.tell(&mut tx, head, &told).await?;
            let elsewhere = (!over.is_empty()).then(|| others.expect(head));
            tx.commit().await?;
            others.heard(head).await;
            elsewhere
        }
    };
    for account in &over {
        state.flights.end(account).await;
    }
    if let Some(elsewhere) = elsewhere {
        elsewhere.done().await;
    }
    Ok(())
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
