//! One stream: what one session hears. It decides with the person's own standing, which it reads anew when that may
//! have changed, and it never outlives its session.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse;
use latchkey_contract::event::{EndReason, Event, SessionEnded};
use latchkey_contract::id::{AccountId, SessionId};
use latchkey_permissions::{Access, Decision, Denial, Person, Rule, Status, Time};
use serde_json::json;

use super::hub::{EventId, Place};
use super::places::Held;
use super::telling::{Telling, To, What};
use crate::auth::extract::{SignedIn, person};
use crate::problem::Refusal;
use crate::resources::model::allows;
use crate::state::AppState;
use crate::store::{accounts, sessions};

/// How long being told of a change is taken to be of this change too.
const TOLD_FOR_MS: i64 = 1_000;

/// How often it is looked whether the session still lives, beside all that is told of it: what another program writes
/// into the database is told by nobody.
const LOOK_EVERY_MS: i64 = 30_000;

/// How long a browser that lost the connection waits before it comes back.
const AGAIN: Duration = Duration::from_secs(1);

/// A stream as it stands between two events.
pub(crate) struct Stream {
    state: AppState,
    account: AccountId,
    session: SessionId,
    /// Whether it is the owner's, as read last.
    owner: bool,
    /// The person as read last; none where that may no longer be so.
    person: Option<Person>,
    /// What the client knows of.
    access: Access,
    /// When it was told that this changed, where it has not been read since.
    told: Option<Time>,
    place: Place,
    /// When to look at the session by itself.
    look_at: Time,
    ready: VecDeque<sse::Event>,
    over: bool,
    _held: Held,
}

/// What became of the session.
enum Standing {
    Lives {
        person: Person,
        access: Access,
        until: Time,
    },
    Over(EndReason),
}

impl Stream {
    /// Begins, after the event of this id where one is named.
    pub(crate) fn begin(state: AppState, who: SignedIn, held: Held, after: Option<&str>) -> Self {
        let place = match after {
            None => Ok(Place::now(Arc::clone(&state.live))),
            Some(id) => id
                .parse::<EventId>()
                .map_err(drop)
                .and_then(|id| Place::after(Arc::clone(&state.live), &id).map_err(drop)),
        };
        let lost = place.is_err();
        let place = place.unwrap_or_else(|()| Place::now(Arc::clone(&state.live)));
        let mut stream = Self {
            account: who.account.id.clone(),
            owner: who.account.owner,
            session: who.session.id,
            person: None,
            access: who.access,
            told: None,
            place,
            // At once: since the request was let in, the session may have ended.
            look_at: who.now,
            ready: VecDeque::new(),
            over: false,
            _held: held,
            state,
        };
        // A connection that breaks is soon begun anew.
        let opened = written(&Event::StreamOpened).retry(AGAIN);
        stream.ready.push_back(opened.id(stream.place.id().to_string()));
        if lost {
            stream.push(&Event::StreamReset);
        }
        stream
    }

    /// The events, one after the other.
    pub(crate) fn events(self) -> impl futures_util::Stream<Item = Result<sse::Event, Infallible>> {
        futures_util::stream::unfold(self, |mut stream| async move {
            let event = stream.next().await?;
            Some((Ok(event), stream))
        })
    }

    async fn next(&mut self) -> Option<sse::Event> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            if self.over {
                return None;
            }
            let clock = self.state.clock.clone();
            tokio::select! {
                biased;
                () = clock.reached(self.look_at) => self.look().await,
                goes_on = self.place.rung() => {
                    if goes_on {
                        self.hear().await;
                    } else {
                        self.over = true;
                    }
                }
            }
        }
    }

    /// Hears all that has been told since.
    async fn hear(&mut self) {
        while !self.over {
            match self.place.next() {
                Ok(Some(telling)) => self.consider(&telling).await,
                Ok(None) => return,
                Err(_) => {
                    self.person = None;
                    self.push(&Event::StreamReset);
                    self.look().await;
                }
            }
        }
    }

    async fn consider(&mut self, telling: &Telling) {
        let concerned = match &telling.to {
            To::Everybody => true,
            To::Owner => self.owner,
            To::Account(account) => *account == self.account,
            To::Others(account, session) => *account == self.account && *session != self.session,
            To::Viewers(resource) => {
                let Some(model) = self.state.registry.get(resource.as_str()).cloned() else {
                    return;
                };
                let Some(access) = self.access_now().await else { return };
                allows(&model.resource.rules.view, &access, &self.state.catalogue)
            }
        };
        if !concerned {
            return;
        }
        match &telling.what {
            What::Event(event) => {
                self.push(event);
                if *event == Event::SessionChanged {
                    // First told, then read.
                    self.person = None;
                    let now = self.state.clock.now();
                    self.told = Some(now);
                    self.look_at = now;
                }
            }
            What::Ended(reason) => self.end(*reason),
            What::Look => self.look().await,
        }
    }

    /// What the person may do now; none where the stream is over.
    async fn access_now(&mut self) -> Option<Access> {
        if self.person.is_none() {
            self.look().await;
        }
        let person = self.person.as_ref()?;
        Some(person.access(&self.state.catalogue, self.state.clock.now()))
    }

    /// Looks whether the session lives, and what the person may do. Where that cannot be seen the stream ends, and its
    /// client begins another.
    async fn look(&mut self) {
        match self.standing().await {
            Ok(Standing::Lives { person, access, until }) => {
                self.owner = matches!(person, Person::Owner);
                self.person = Some(person);
                self.look_at = until;
                let now = self.state.clock.now();
                // Whoever was told long ago has asked by then, and knows nothing of what the clock has changed since.
                let told = self.told.take().is_some_and(|told| now < told.plus_millis(TOLD_FOR_MS));
                if access != self.access {
                    self.access = access;
                    if !told {
                        self.push(&Event::SessionChanged);
                    }
                }
            }
            Ok(Standing::Over(reason)) => self.end(reason),
            Err(_) => self.over = true,
        }
    }

    async fn standing(&self) -> Result<Standing, Refusal> {
        let now = self.state.clock.now();
        let mut tx = self.state.store.read().await?;
        let limit = sessions::limit(&mut tx, &self.session, self.state.at(now)).await?;
        let account = accounts::by_id(&mut tx, self.account.as_str()).await?;
        let Some(account) = account else {
            return Ok(Standing::Over(EndReason::SignedOut));
        };
        let Some(limit) = limit else {
            return Ok(Standing::Over(match account.status {
                Status::Ended => EndReason::Revoked,
                Status::Suspended => EndReason::Suspended,
                _ => EndReason::SignedOut,
            }));
        };
        let person = person(&mut tx, &self.state, &account).await?;
        tx.rollback().await?;
        let access = person.access(&self.state.catalogue, now);
        match Rule::SignedIn.compile(&self.state.catalogue).decide(&access) {
            Decision::Allowed => {}
            Decision::Denied(Denial::Suspended) => return Ok(Standing::Over(EndReason::Suspended)),
            Decision::Denied(Denial::Ended(_)) => return Ok(Standing::Over(EndReason::Ended)),
            Decision::Denied(_) => return Ok(Standing::Over(EndReason::SignedOut)),
        }
        let turns = turns(&person).chain([limit]).filter(|turn| *turn > now);
        let until = turns.fold(now.plus_millis(LOOK_EVERY_MS), Time::min);
        Ok(Standing::Lives { person, access, until })
    }

    fn end(&mut self, reason: EndReason) {
        self.push(&Event::SessionEnded(SessionEnded { reason }));
        self.over = true;
    }

    fn push(&mut self, event: &Event) {
        self.ready.push_back(written(event).id(self.place.id().to_string()));
    }
}

/// The moments at which what somebody may do changes by itself: the dates of the account, and of single roles and
/// permissions.
fn turns(person: &Person) -> impl Iterator<Item = Time> {
    let windows = match person {
        Person::Owner => Vec::new(),
        Person::Staff(staff) => {
            let parts = staff.grant.parts().iter().map(|part| part.window);
            parts.chain([staff.window]).collect()
        }
    };
    windows
        .into_iter()
        .flat_map(|window| [window.starts, window.ends])
        .flatten()
}

/// An event as it travels.
pub(crate) fn written(event: &Event) -> sse::Event {
    let data = match event {
        Event::SessionEnded(data) => json!(data),
        Event::StaffChanged(data) => json!(data),
        Event::ResourceChanged(data) => json!(data),
        Event::StreamOpened
        | Event::StreamReset
        | Event::StreamAlive
        | Event::SessionChanged
        | Event::LettersChanged
        | Event::SessionElsewhere
        | Event::ActivityChanged => json!({}),
    };
    sse::Event::default().event(event.name()).data(data.to_string())
}
