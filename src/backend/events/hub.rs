//! The ring of what was told last, and the bell that wakes the streams.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::event_id::{Entry, EventId, Left};
use super::places::Places;
use super::telling::Telling;
use crate::activity::chain::Head;

/// How many tellings are kept for whoever lost the connection or reads slowly.
const KEPT: usize = 2048;

/// What the bell says.
#[derive(Clone, Copy, Debug)]
struct Bell {
    /// The last entry that has been told of.
    entry: Entry,
    stopped: bool,
}

/// The tellings that are kept, in order.
#[derive(Debug)]
struct Ring {
    told: VecDeque<(EventId, Arc<Telling>)>,
    /// What is no longer kept, or was told before the start: the last of it.
    floor: EventId,
}

impl Ring {
    fn last(&self) -> &EventId {
        self.told.back().map_or(&self.floor, |(id, _)| id)
    }

    /// Whether all that was told after this id is kept.
    fn knows(&self, id: &EventId) -> bool {
        *id == self.floor || self.told.iter().any(|(told, _)| told == id)
    }

    /// What was told first after this id, where all after it is kept.
    fn first_after(&self, id: &EventId) -> Result<Option<&(EventId, Arc<Telling>)>, Lost> {
        if id.order() < self.floor.order() {
            return Err(Lost);
        }
        let at = self.told.partition_point(|(told, _)| told.order() <= id.order());
        Ok(self.told.get(at))
    }
}

/// See the module.
#[derive(Debug)]
pub(crate) struct Hub {
    ring: Mutex<Ring>,
    bell: watch::Sender<Bell>,
    /// Whose turn it is to tell.
    turn: tokio::sync::Mutex<()>,
    /// Who may hold a stream.
    pub(crate) places: Arc<Places>,
}

/// A place in the ring has fallen off its end.
#[derive(Debug)]
pub(crate) struct Lost;

impl Hub {
    /// Nothing told yet since this end of what happened.
    pub(crate) fn since(head: &Head) -> Self {
        let floor = EventId::after(head);
        Self {
            bell: watch::Sender::new(Bell {
                entry: floor.entry,
                stopped: false,
            }),
            ring: Mutex::new(Ring {
                told: VecDeque::with_capacity(KEPT),
                floor,
            }),
            turn: tokio::sync::Mutex::default(),
            places: Arc::default(),
        }
    }

    fn ring(&self) -> MutexGuard<'_, Ring> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// To be held from before a commit until it has been told of, so that commits are told of in their order.
    pub(crate) async fn turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.turn.lock().await
    }

    /// Tells what a commit has done, with its last entry as the end.
    pub(crate) fn tell(&self, head: &Head, told: Vec<Telling>) {
        self.tell_part(head, told, 0);
    }

    /// Tells a part of what a commit has done; so many tellings are still to come.
    pub(super) fn tell_part(&self, head: &Head, told: Vec<Telling>, to_come: Left) {
        let end = EventId::after(head);
        // The bell is rung while the ring is held, so that nobody is woken before there is something to hear.
        let mut ring = self.ring();
        // What was told before this process listened is known from what is kept.
        if end.order() <= ring.last().order() {
            return;
        }
        let mut left = to_come.saturating_add(Left::try_from(told.len()).unwrap_or(Left::MAX));
        for telling in told {
            left = left.saturating_sub(1);
            if ring.told.len() == KEPT
                && let Some((id, _)) = ring.told.pop_front()
            {
                ring.floor = id;
            }
            let id = EventId { left, ..end.clone() };
            ring.told.push_back((id, Arc::new(telling)));
        }
        if to_come == 0 {
            self.bell.send_modify(|bell| bell.entry = end.entry);
        }
    }

    /// Begins anew after this end of what happened: what was told before may have been missed.
    pub(super) fn lose(&self, head: &Head) {
        let mut ring = self.ring();
        ring.told.clear();
        ring.floor = EventId::after(head);
        self.bell.send_modify(|bell| bell.entry = head.count);
    }

    /// Waits until this entry has been told of.
    pub(super) async fn told(&self, entry: Entry) {
        let mut bell = self.bell.subscribe();
        // It fails where there is no hub any more.
        let _ = bell.wait_for(|bell| bell.entry >= entry || bell.stopped).await;
    }

    /// Ends all streams, and those that would begin.
    pub(crate) fn stop(&self) {
        self.bell.send_modify(|bell| bell.stopped = true);
    }

    /// The id of the last telling.
    pub(crate) fn last(&self) -> EventId {
        self.ring().last().clone()
    }
}

/// A place in the ring.
pub(crate) struct Place {
    hub: Arc<Hub>,
    bell: watch::Receiver<Bell>,
    heard: EventId,
}

impl Place {
    /// After the last telling.
    pub(crate) fn now(hub: Arc<Hub>) -> Self {
        let bell = hub.bell.subscribe();
        let heard = hub.last();
        Self { hub, bell, heard }
    }

    /// After the telling of this id, where all since then are known.
    pub(crate) fn after(hub: Arc<Hub>, id: &EventId) -> Result<Self, Lost> {
        let mut place = Self::now(hub);
        if !place.hub.ring().knows(id) {
            return Err(Lost);
        }
        place.heard = id.clone();
        // There may be something to hear already.
        place.bell.mark_changed();
        Ok(place)
    }

    /// The id of what was heard last.
    pub(crate) fn id(&self) -> EventId {
        self.heard.clone()
    }

    /// Waits until there is more to hear; false where all streams end.
    pub(crate) async fn rung(&mut self) -> bool {
        if self.bell.borrow().stopped {
            return false;
        }
        self.bell.changed().await.is_ok() && !self.bell.borrow().stopped
    }

    /// The next telling, where there is one. After [`Lost`] the place is at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Arc<Telling>>, Lost> {
        let ring = self.hub.ring();
        match ring.first_after(&self.heard) {
            Ok(Some((id, telling))) => {
                self.heard = id.clone();
                Ok(Some(Arc::clone(telling)))
            }
            Ok(None) => Ok(None),
            Err(lost) => {
                self.heard = ring.last().clone();
                Err(lost)
            }
        }
    }
}

#[cfg(test)]
#[path = "hub_tests.rs"]
mod tests;
