//! How many streams are held at once. They are kept apart from other connections: however many pages are open, there is
//! room for requests, and no session takes the places of others.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use latchkey_contract::id::SessionId;

/// How many streams there are at most. The limit of connections is above it.
pub(crate) const STREAMS: usize = 1_536;
/// How many of one session: a few browsers' windows without a way to share one.
const OF_ONE_SESSION: usize = 16;

/// The streams that are held.
#[derive(Debug, Default)]
pub(crate) struct Places(Mutex<HashMap<SessionId, usize>>);

/// A stream that is held, until this is dropped.
#[derive(Debug)]
pub(crate) struct Held {
    places: Arc<Places>,
    session: SessionId,
}

impl Places {
    /// A place for a stream of this session, where there is one.
    pub(crate) fn take(self: &Arc<Self>, session: &SessionId) -> Option<Held> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.values().sum::<usize>() >= STREAMS {
            return None;
        }
        let own = held.entry(session.clone()).or_default();
        if *own >= OF_ONE_SESSION {
            return None;
        }
        *own += 1;
        Some(Held {
            places: Arc::clone(self),
            session: session.clone(),
        })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut held = self.places.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = held.get_mut(&self.session) {
            *own -= 1;
            if *own == 0 {
                held.remove(&self.session);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(n: usize) -> SessionId {
        SessionId(n.to_string())
    }

    #[test]
    fn no_session_takes_all_and_what_is_given_back_is_there_again() {
        let places = Arc::new(Places::default());
        let mut own: Vec<_> = (0..OF_ONE_SESSION)
            .map(|_| places.take(&session(0)).expect("a place"))
            .collect();
        assert!(places.take(&session(0)).is_none());
        own.pop();
        assert!(places.take(&session(0)).is_some());
        drop(own);
        let all: Vec<_> = (0..STREAMS)
            .map(|n| places.take(&session(n)).expect("a place"))
            .collect();
        assert!(places.take(&session(STREAMS)).is_none());
        drop(all);
        assert!(places.0.lock().expect("nobody failed").is_empty());
    }
}
