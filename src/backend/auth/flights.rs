//! Requests that are under way, so that taking somebody's access back is the end of it.
//!
//! A request reads who asks, and then works; meanwhile that person's access may be taken back. What it writes is looked
//! after by the database. What it answers is looked after here: whoever takes the access back tells, before answering, and
//! from then on no answer to that person leaves; answers that are just leaving are waited for.
//!
//! Where several processes serve one store, each is told by the others and says when it is done. One that may not hear them
//! lets no answer to anybody leave: it has a lease, which it renews for as long as it is sure to hear.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use hyper::body::{Frame, SizeHint};
use latchkey_contract::id::AccountId;
use tokio::sync::Notify;

use super::extract::signed_out;
use crate::problem::Refusal;

/// How long answers that are just leaving are waited for. Whoever reads one slowly gets no more of it.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often access has been taken back since the backend started.
pub(crate) type Endings = u64;

/// The requests under way.
#[derive(Debug, Default)]
pub(crate) struct Flights {
    sky: Mutex<Sky>,
    landed: Notify,
}

#[derive(Debug, Default)]
struct Sky {
    endings: Endings,
    /// Which ending was the last of each account that had one.
    ended: HashMap<AccountId, Endings>,
    /// Which ending was the last that may have been missed, of whomever.
    missed: Endings,
    /// How many answers to each account are just leaving.
    leaving: HashMap<AccountId, usize>,
    /// Until when this process is sure to hear of endings elsewhere; none where there is no elsewhere.
    lease: Option<Instant>,
}

/// Why an answer must not leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// The person's access was taken back.
    Over,
    /// It may have been.
    Unsure,
}

impl Flights {
    fn sky(&self) -> MutexGuard<'_, Sky> {
        self.sky.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// To be asked before it is read who asks.
    pub(crate) fn endings(&self) -> Endings {
        self.sky().endings
    }

    /// Takes an account's answers back: from here on none leaves, and those that are just leaving have left.
    pub(crate) async fn end(&self, account: &AccountId) {
        self.hold(account);
        self.left(account).await;
    }

    /// From here on no answer to this account leaves.
    pub(crate) fn hold(&self, account: &AccountId) {
        let mut sky = self.sky();
        sky.endings += 1;
        let now = sky.endings;
        sky.ended.insert(account.clone(), now);
    }

    /// From here on no answer leaves that was under way: the access of whomever may have been taken back.
    pub(crate) fn hold_all(&self) {
        let mut sky = self.sky();
        sky.endings += 1;
        sky.missed = sky.endings;
    }

    /// Until then answers may leave, unless this is said again.
    pub(crate) fn lease(&self, until: Instant) {
        self.sky().lease = Some(until);
    }

    /// Waits until those answers to an account that are just leaving have left.
    pub(crate) async fn left(&self, account: &AccountId) {
        let left = async {
            loop {
                let landed = self.landed.notified();
                let mut landed = std::pin::pin!(landed);
                // From here on nothing that lands is missed.
                landed.as_mut().enable();
                if !self.sky().leaving.contains_key(account) {
                    return;
                }
                landed.await;
            }
        };
        let _ = tokio::time::timeout(PATIENCE, left).await;
    }
}

/// A request that is under way on behalf of an account.
#[derive(Clone, Debug)]
pub(crate) struct Flight {
    flights: Arc<Flights>,
    account: AccountId,
    since: Endings,
}

impl Flight {
    /// One that asked at `since`, before it read whose it is.
    pub(crate) fn new(flights: Arc<Flights>, account: AccountId, since: Endings) -> Self {
        Self {
            flights,
            account,
            since,
        }
    }

    /// Whether its answer may leave.
    fn may_leave(&self, sky: &Sky) -> Result<(), Kept> {
        if sky.ended.get(&self.account).is_some_and(|ended| *ended > self.since) {
            Err(Kept::Over)
        } else if sky.missed > self.since || sky.lease.is_some_and(|until| until < Instant::now()) {
            Err(Kept::Unsure)
        } else {
            Ok(())
        }
    }

    /// The answer begins to leave, unless it must not any more.
    fn leave(self) -> Result<Leaving, Kept> {
        let mut sky = self.flights.sky();
        self.may_leave(&sky)?;
        *sky.leaving.entry(self.account.clone()).or_default() += 1;
        drop(sky);
        Ok(Leaving(self))
    }
}

/// An answer that is leaving, until this is dropped.
#[derive(Debug)]
struct Leaving(Flight);

impl Drop for Leaving {
    fn drop(&mut self) {
        let Flight { flights, account, .. } = &self.0;
        let mut sky = flights.sky();
        if let Some(leaving) = sky.leaving.get_mut(account) {
            *leaving -= 1;
            if *leaving == 0 {
                sky.leaving.remove(account);
                drop(sky);
                flights.landed.notify_waiters();
            }
        }
    }
}

/// Where a request says whose it is, once it knows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slot(Arc<OnceLock<Flight>>);

impl Slot {
    /// Says so.
    pub(crate) fn fill(&self, flight: Flight) {
        let _ = self.0.set(flight);
    }
}

/// Lets no answer leave to whom it must not.
pub(crate) async fn watch(mut request: Request, next: Next) -> Response {
    let slot = Slot::default();
    request.extensions_mut().insert(slot.clone());
    let response = next.run(request).await;
    let Some(flight) = slot.0.get().cloned() else {
        return response;
    };
    // A stream ends by itself, with what it is told.
    let streams = response.headers().get(header::CONTENT_TYPE) == Some(&HeaderValue::from_static("text/event-stream"));
    let leaving = match flight.leave() {
        Ok(leaving) => leaving,
        Err(Kept::Over) => return signed_out().into_response(),
        Err(Kept::Unsure) => return Refusal::unavailable().into_response(),
    };
    if streams {
        return response;
    }
    response.map(|body| Body::new(Guarded { body, leaving }))
}

/// A body that breaks off where it must not be read any further.
struct Guarded {
    body: Body,
    leaving: Leaving,
}

impl HttpBody for Guarded {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let flight = &self.leaving.0;
        if flight.may_leave(&flight.flights.sky()).is_err() {
            return Poll::Ready(Some(Err(axum::Error::new("access was taken back"))));
        }
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
