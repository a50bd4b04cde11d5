//! The ring of what was told last, and the bell that wakes the streams.

use std::collections::VecDeque;
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

use latchkey_contract::id::AccountId;
use tokio::sync::watch;

use super::places::Places;
use super::telling::{self, Telling};
use crate::activity::news::News;
use crate::auth::token::new_id;

/// How many tellings are kept for whoever lost the connection or reads slowly.
const KEPT: usize = 2048;
/// How much of an id says which start of the backend it is from.
const RUN_LENGTH: usize = 12;

/// The number of a telling; they are counted from one.
pub(crate) type Number = u64;

/// The id of an event: which start of the backend, and which telling since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EventId {
    run: Arc<str>,
    number: Number,
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.run, self.number)
    }
}

impl FromStr for EventId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (run, number) = text.rsplit_once('.').ok_or(())?;
        Ok(Self {
            run: run.into(),
            number: number.parse().map_err(|_| ())?,
        })
    }
}

/// What the bell says.
#[derive(Clone, Copy, Debug)]
struct Bell {
    last: Number,
    stopped: bool,
}

/// See the module.
#[derive(Debug)]
pub(crate) struct Hub {
    run: Arc<str>,
    ring: Mutex<VecDeque<Arc<Telling>>>,
    bell: watch::Sender<Bell>,
    /// Who may hold a stream.
    pub(crate) places: Arc<Places>,
}

/// A place in the ring has fallen off its end.
#[derive(Debug)]
pub(crate) struct Lost;

impl Hub {
    /// Nothing told yet.
    pub(crate) fn new() -> Self {
        let mut run = new_id();
        run.truncate(RUN_LENGTH);
        Self {
            run: run.into(),
            ring: Mutex::new(VecDeque::with_capacity(KEPT)),
            bell: watch::Sender::new(Bell {
                last: 0,
                stopped: false,
            }),
            places: Arc::default(),
        }
    }

    /// Tells what one commit has done.
    pub(crate) fn tell(&self, news: &[News]) {
        self.say(telling::of(news));
    }

    /// Tells that it stands otherwise with a letter, which brings an invitation to this member of staff where it does.
    pub(crate) fn tell_of_letter(&self, invited: Option<&AccountId>) {
        self.say(telling::of_letter(invited));
    }

    fn say(&self, told: Vec<Telling>) {
        if told.is_empty() {
            return;
        }
        // The bell is rung while the ring is held, so that no number is seen before its telling.
        let mut ring = self.ring.lock().unwrap_or_else(PoisonError::into_inner);
        let count = told.len();
        for telling in told {
            if ring.len() == KEPT {
                ring.pop_front();
            }
            ring.push_back(Arc::new(telling));
        }
        self.bell
            .send_modify(|bell| bell.last = bell.last.saturating_add(count as Number));
    }

    /// Ends all streams, and those that would begin.
    pub(crate) fn stop(&self) {
        self.bell.send_modify(|bell| bell.stopped = true);
    }

    /// The id of the last telling.
    pub(crate) fn last(&self) -> EventId {
        self.id(self.bell.borrow().last)
    }

    fn id(&self, number: Number) -> EventId {
        EventId {
            run: Arc::clone(&self.run),
            number,
        }
    }
}

/// A place in the ring.
pub(crate) struct Place {
    hub: Arc<Hub>,
    bell: watch::Receiver<Bell>,
    heard: Number,
}

impl Place {
    /// After the last telling.
    pub(crate) fn now(hub: Arc<Hub>) -> Self {
        let bell = hub.bell.subscribe();
        let heard = bell.borrow().last;
        Self { hub, bell, heard }
    }

    /// After the telling of this id, where all since then are known.
    pub(crate) fn after(hub: Arc<Hub>, id: &EventId) -> Result<Self, Lost> {
        let mut place = Self::now(hub);
        let ring = place.hub.ring.lock().unwrap_or_else(PoisonError::into_inner);
        let last = place.hub.bell.borrow().last;
        let known = id.run == place.hub.run && id.number <= last && last - id.number <= ring.len() as Number;
        drop(ring);
        if !known {
            return Err(Lost);
        }
        place.heard = id.number;
        // There may be something to hear already.
        place.bell.mark_changed();
        Ok(place)
    }

    /// The id of what was heard last.
    pub(crate) fn id(&self) -> EventId {
        self.hub.id(self.heard)
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
        let ring = self.hub.ring.lock().unwrap_or_else(PoisonError::into_inner);
        let last = self.hub.bell.borrow().last;
        let behind = usize::try_from(last - self.heard).unwrap_or(usize::MAX);
        if behind == 0 {
            return Ok(None);
        }
        let Some(telling) = ring.len().checked_sub(behind).and_then(|at| ring.get(at)) else {
            self.heard = last;
            return Err(Lost);
        };
        self.heard += 1;
        Ok(Some(Arc::clone(telling)))
    }
}

#[cfg(test)]
mod tests {
    use latchkey_contract::activity::Kind;

    use super::*;
    use crate::activity::news::Concerned;

    fn hub_after(tellings: usize) -> Arc<Hub> {
        let hub = Arc::new(Hub::new());
        for _ in 0..tellings {
            hub.tell(&[News {
                kind: Kind::SignedIn,
                accounts: Concerned::default(),
                resource: None,
                record: None,
                session: None,
            }]);
        }
        hub
    }

    fn heard(place: &mut Place) -> Result<usize, Lost> {
        let mut count = 0;
        while place.next()?.is_some() {
            count += 1;
        }
        Ok(count)
    }

    #[test]
    fn a_place_hears_all_since_its_id_once() {
        let hub = hub_after(3);
        let id = hub.last();
        let mut place = Place::after(Arc::clone(&hub), &id).expect("it is known");
        assert_eq!(heard(&mut place).expect("it is kept"), 0);
        let two: EventId = id.to_string().replace(".3", ".1").parse().expect("an id");
        let mut place = Place::after(hub, &two).expect("it is known");
        assert_eq!(heard(&mut place).expect("it is kept"), 2);
        assert_eq!(heard(&mut place).expect("it is kept"), 0);
        assert_eq!(place.id(), id);
    }

    #[test]
    fn what_is_too_old_or_from_another_start_is_lost() {
        let hub = hub_after(KEPT + 10);
        let id = |number: usize| EventId {
            run: Arc::clone(&hub.run),
            number: number as Number,
        };
        assert!(Place::after(Arc::clone(&hub), &id(9)).is_err());
        let mut all = Place::after(Arc::clone(&hub), &id(10)).expect("it is just kept");
        assert_eq!(heard(&mut all).expect("it is kept"), KEPT);
        assert!(Place::after(Arc::clone(&hub), &id(KEPT + 11)).is_err());
        assert!(Place::after(Arc::clone(&hub), &hub_after(5).last()).is_err());
    }

    #[test]
    fn a_slow_reader_is_lost_once_and_goes_on_from_the_end() {
        let hub = hub_after(0);
        let mut slow = Place::now(Arc::clone(&hub));
        for _ in 0..=KEPT {
            hub.tell(&[News {
                kind: Kind::SignedIn,
                accounts: Concerned::default(),
                resource: None,
                record: None,
                session: None,
            }]);
        }
        assert!(slow.next().is_err());
        assert_eq!(heard(&mut slow).expect("it is at the end"), 0);
        assert_eq!(slow.id(), hub.last());
    }
}
