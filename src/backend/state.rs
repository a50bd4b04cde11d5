//! What every handler can reach.

use std::ops::Deref;
use std::sync::Arc;

use latchkey_permissions::{Catalogue, Time};

use crate::activity::bounds::Bounds;
use crate::auth::flights::Flights;
use crate::auth::pace::Pace;
use crate::auth::password::Passwords;
use crate::auth::presented::SessionCookie;
use crate::clock::Clock;
use crate::config::{SessionLimits, Throttle};
use crate::events::hub::Hub;
use crate::mail::{Post, Stationery};
use crate::names::Names;
use crate::origin::Origin;
use crate::resources::registry::Registry;
use crate::routes::permissions::Published;
use crate::store::Store;
use crate::store::sessions::At;
use crate::uses::Uses;

/// What every handler can reach; cheap to clone.
#[derive(Clone)]
pub(crate) struct AppState(Arc<Shared>);

/// See [`AppState`].
pub(crate) struct Shared {
    pub(crate) store: Store,
    pub(crate) catalogue: Catalogue,
    pub(crate) registry: Registry,
    pub(crate) published: Published,
    pub(crate) passwords: Passwords,
    /// What letters are written on.
    pub(crate) stationery: Stationery,
    /// Who carries them.
    pub(crate) post: Post,
    pub(crate) clock: Clock,
    pub(crate) names: Names,
    pub(crate) sessions: SessionLimits,
    /// How long a proof of who it is holds for what needs a fresh one, in milliseconds.
    pub(crate) proof_lifetime_ms: i64,
    pub(crate) throttle: Throttle,
    pub(crate) pace: Pace,
    pub(crate) cookie: SessionCookie,
    pub(crate) origin: Origin,
    /// The address under which browsers reach the app, without a slash at its end.
    pub(crate) public_url: String,
    pub(crate) invitation_lifetime_ms: i64,
    /// What is counted instead of being told one by one.
    pub(crate) bounds: Bounds,
    /// When permissions were last used, as far as it is not written yet.
    pub(crate) uses: Uses,
    /// Where it is told what has been committed.
    pub(crate) live: Arc<Hub>,
    /// The requests that are under way.
    pub(crate) flights: Arc<Flights>,
}

impl AppState {
    /// Shares it.
    pub(crate) fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }

    /// A moment, as sessions are judged by it.
    pub(crate) fn at(&self, now: Time) -> At {
        At {
            now,
            limits: self.sessions,
        }
    }

    /// The link that lets somebody join.
    pub(crate) fn invitation_link(&self, token: &crate::auth::token::Token) -> String {
        format!("{}/join/{}", self.public_url, token.reveal())
    }

    /// A link to a page of the app.
    pub(crate) fn link(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }
}

impl Deref for AppState {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}
