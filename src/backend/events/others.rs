//! The other processes that serve the same store, on a PostgreSQL server: what one commits all are told of, in the order
//! of the commits, and what was taken back from somebody is over everywhere before it is answered.
//!
//! Each process listens on a connection of its own. A commit carries what is told of it as notifications, which the server
//! delivers after it and in order to everybody, the sender included; so the rings of all hold the same. Whoever listens
//! also holds a lock that says so, and which goes with the connection, so that it can be seen who lives.
//!
//! Taking access back waits until every process that lives has said that it lets no answer to that person leave. One that
//! hangs, or cannot be reached, does not say so; its lease to let answers leave runs out before it is waited for no longer.
//! It costs a question for who lives and, where there are others, one message there and back: some milliseconds; a request
//! costs nothing.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sqlx::query;
use tokio::sync::{Notify, mpsc};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::hub::Hub;
use super::listening::{self, Listening, Process};
use super::messages::{self, Message};
use super::telling::Telling;
use crate::activity::chain::Head;
use crate::auth::flights::Flights;
use crate::database::Server;
use crate::store::{Db, Store};

/// For how long answers may leave after the server has last been heard.
const LEASE: Duration = Duration::from_secs(5);
/// How often it is seen that the server can be heard.
const EVERY: Duration = Duration::from_secs(1);
/// How long one that does not say that it is done is waited for: longer than its lease.
const PATIENCE: Duration = Duration::from_secs(6);
/// How long a commit waits to hear of itself.
const OWN_ECHO: Duration = Duration::from_secs(1);
/// How long to leave it when the server cannot be reached.
const AGAIN: Duration = Duration::from_millis(200);

/// See the module.
pub(crate) struct Others {
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

struct Shared {
    server: Server,
    store: Store,
    hub: Arc<Hub>,
    flights: Arc<Flights>,
    own: AtomicI64,
    /// Who has said of which commit that what it took back is over there.
    done: Mutex<HashMap<u64, HashSet<Process>>>,
    said: Notify,
}

impl Others {
    /// Hears the others from now on.
    pub(crate) fn hear(
        listening: Listening,
        server: Server,
        store: Store,
        hub: Arc<Hub>,
        flights: Arc<Flights>,
    ) -> Self {
        flights.lease((Instant::now() + LEASE).into_std());
        let shared = Arc::new(Shared {
            server,
            store,
            hub,
            flights,
            own: AtomicI64::new(listening.own),
            done: Mutex::default(),
            said: Notify::new(),
        });
        let task = tokio::spawn(Arc::clone(&shared).hear(listening));
        Self { shared, task }
    }

    /// Has everybody told of a commit once it has happened, within its transaction.
    pub(crate) async fn tell(&self, db: &mut Db, head: &Head, told: &[Telling]) -> sqlx::Result<()> {
        for payload in messages::told(self.shared.own(), head, told)? {
            listening::say_within(db, payload).await?;
        }
        Ok(())
    }

    /// Waits until this process has heard of a commit of its own.
    pub(crate) async fn heard(&self, head: &Head) {
        let _ = tokio::time::timeout(OWN_ECHO, self.shared.hub.told(head.count)).await;
    }

    /// To be had before a commit that takes access back, and waited for after it.
    pub(crate) fn expect(&self, head: &Head) -> Expected {
        self.shared.done().insert(head.count, HashSet::new());
        Expected {
            shared: Arc::clone(&self.shared),
            entry: head.count,
        }
    }

    /// Hears nobody any more.
    pub(crate) fn stop(&self) {
        self.task.abort();
    }
}

impl Drop for Others {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What is waited for: that all others have let go of whom a commit has taken access from.
pub(crate) struct Expected {
    shared: Arc<Shared>,
    entry: u64,
}

impl Expected {
    /// Waits until all that live have said so, or until those that have not must not answer any more.
    pub(crate) async fn done(self) {
        let said = async {
            let mut living = match listening::living(&self.shared.store).await {
                Ok(living) => living,
                Err(error) => {
                    tracing::warn!(%error, "it cannot be seen which other processes live");
                    return std::future::pending().await;
                }
            };
            living.remove(&self.shared.own());
            loop {
                let mut said = std::pin::pin!(self.shared.said.notified());
                // From here on nothing that is said is missed.
                said.as_mut().enable();
                if self.shared.are_done(self.entry, &living) {
                    return;
                }
                said.await;
            }
        };
        if tokio::time::timeout(PATIENCE, said).await.is_err() {
            tracing::warn!("another process has not said that it is done; its lease has run out");
        }
    }
}

impl Drop for Expected {
    fn drop(&mut self) {
        self.shared.done().remove(&self.entry);
    }
}

impl Shared {
    fn own(&self) -> Process {
        self.own.load(Ordering::Relaxed)
    }

    fn done(&self) -> MutexGuard<'_, HashMap<u64, HashSet<Process>>> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether all of these have said that they are done.
    fn are_done(&self, entry: u64, living: &HashSet<Process>) -> bool {
        self.done().get(&entry).is_none_or(|done| living.is_subset(done))
    }

    /// Listens for ever, and anew where the connection is lost.
    async fn hear(self: Arc<Self>, mut listening: Listening) {
        let (done, mut to_say) = mpsc::unbounded_channel();
        loop {
            if let Err(error) = self.follow(&mut listening, &done, &mut to_say).await {
                tracing::warn!(%error, "other processes cannot be heard");
            }
            self.flights.lease(std::time::Instant::now());
            let anew = loop {
                tokio::time::sleep(AGAIN).await;
                match Listening::begin(&self.server, &self.store).await {
                    Ok(anew) => break anew,
                    Err(error) => tracing::warn!(%error, "other processes cannot be heard yet"),
                }
            };
            // Whatever was told meanwhile was missed.
            self.own.store(anew.own, Ordering::Relaxed);
            self.flights.hold_all();
            self.hub.lose(&anew.head);
            listening = anew;
        }
    }

    /// Listens until the connection is lost, renews the lease, and says what is done here.
    async fn follow(
        self: &Arc<Self>,
        listening: &mut Listening,
        done: &mpsc::UnboundedSender<u64>,
        to_say: &mut mpsc::UnboundedReceiver<u64>,
    ) -> sqlx::Result<()> {
        listening
            .say(messages::began(listening.own, listening.head.count)?)
            .await?;
        let mut every = tokio::time::interval(EVERY);
        loop {
            tokio::select! {
                heard = listening.listener.try_recv() => match heard? {
                    Some(heard) => self.consider(heard.payload(), done)?,
                    None => return Ok(()),
                },
                Some(entry) = to_say.recv() => {
                    listening.say(messages::done(listening.own, entry)?).await?;
                }
                _ = every.tick() => {
                    let asked = Instant::now();
                    let heard = query("SELECT 1").execute(&mut listening.listener);
                    tokio::time::timeout(LEASE, heard).await.map_err(|_| sqlx::Error::PoolTimedOut)??;
                    // What was told before the answer comes before it, and counts first.
                    while let Some(heard) = listening.listener.next_buffered() {
                        self.consider(heard.payload(), done)?;
                    }
                    self.flights.lease((asked + LEASE).into_std());
                }
            }
        }
    }

    /// Takes in what was heard.
    fn consider(self: &Arc<Self>, payload: &str, done: &mpsc::UnboundedSender<u64>) -> sqlx::Result<()> {
        match messages::read(payload)? {
            Message::Told {
                by,
                head,
                to_come,
                told,
            } => {
                let over: Vec<_> = told.iter().filter_map(Telling::over).cloned().collect();
                self.hub.tell_part(&head, told, to_come);
                if by != self.own() && !over.is_empty() {
                    over.iter().for_each(|account| self.flights.hold(account));
                    let (shared, done) = (Arc::clone(self), done.clone());
                    tokio::spawn(async move {
                        for account in &over {
                            shared.flights.left(account).await;
                        }
                        // It fails where the backend stops.
                        let _ = done.send(head.count);
                    });
                }
            }
            Message::Done { by, entry } => {
                if let Some(done) = self.done().get_mut(&entry) {
                    done.insert(by);
                }
                self.said.notify_waiters();
            }
            Message::Began { by, entry } => {
                let mut done = self.done();
                for (_, done) in done.iter_mut().filter(|(expected, _)| **expected <= entry) {
                    done.insert(by);
                }
                self.said.notify_waiters();
            }
        }
        Ok(())
    }
}
