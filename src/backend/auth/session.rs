//! Beginning sessions, and what is answered about one.

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header;
use axum::http::request::Parts;
use latchkey_contract::id::{SessionId, Version};
use latchkey_contract::session::{Session, SessionAccount};
use latchkey_permissions::{Access, PermissionSet, Time};
use std::convert::Infallible;
use std::net::SocketAddr;

use super::devices::{Device, meet};
use super::extract::access;
use super::presented::{Carrier, SessionCookie};
use super::token::{Token, new_id, sha256_hex};
use crate::activity::who::Whence;
use crate::device::device;
use crate::onboarding::left;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::sessions::{self, At, NewSession};
use crate::store::{Db, shop};

/// What a request tells of the browser it comes from.
#[derive(Clone, Debug)]
pub(crate) struct Client {
    /// Browser, system and network address.
    pub(crate) whence: Whence,
    /// The session that the browser has so far.
    pub(crate) cookie: Option<Token>,
    /// The mark by which it is known again.
    pub(crate) mark: Option<Token>,
}

/// A session that has begun.
pub(crate) struct Begun {
    pub(crate) id: SessionId,
    pub(crate) token: Token,
    /// Where it has begun.
    pub(crate) device: Device,
}

impl Begun {
    /// What the browser is to keep of it, as `Set-Cookie`.
    pub(crate) fn cookies(&self, cookie: SessionCookie) -> impl Iterator<Item = String> {
        let mark = self.device.mark.as_ref().map(|mark| cookie.set_mark(mark));
        [cookie.set(&self.token)].into_iter().chain(mark)
    }
}

impl FromRequestParts<AppState> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        Ok(Self {
            whence: whence(parts),
            cookie: state.cookie.value(&parts.headers),
            mark: state.cookie.mark(&parts.headers),
        })
    }
}

/// What a request tells of where it comes from. What a header says of the network address is not believed.
pub(crate) fn whence(parts: &Parts) -> Whence {
    let user_agent = parts
        .headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok());
    let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    Whence {
        device: device(user_agent.unwrap_or_default()),
        peer: connection.map(|ConnectInfo(address)| address.ip()),
    }
}

/// Begins a session with a token of its own, whatever the browser had before: that session ends, so that nobody can
/// have put it there beforehand.
pub(crate) async fn begin(
    db: &mut Db,
    account: &Account,
    client: &Client,
    carrier: Carrier,
    at: At,
) -> Result<Begun, Refusal> {
    if let Some(old) = &client.cookie {
        sessions::end_by_token(db, &old.hash()).await?;
    }
    let token = Token::new();
    let id = SessionId(new_id());
    let device = meet(db, account, client, carrier, at.now).await?;
    let new = NewSession {
        id: &id,
        account: account.id.as_str(),
        token_hash: &token.hash(),
        device: &client.whence.device,
        recognised: !device.is_new,
    };
    sessions::begin(db, new, at).await?;
    accounts::seen(db, account.id.as_str(), at.now).await?;
    Ok(Begun { id, token, device })
}

/// What is answered about the session of this person.
pub(crate) async fn describe(db: &mut Db, state: &AppState, account: &Account, now: Time) -> Result<Session, Refusal> {
    let access = access(db, state, account, now).await?;
    describe_with(db, state, account, access).await
}

/// The same, where the access has been read already.
pub(crate) async fn describe_with(
    db: &mut Db,
    state: &AppState,
    account: &Account,
    access: Access,
) -> Result<Session, Refusal> {
    let mut session = Session {
        account: SessionAccount {
            id: account.id.clone(),
            name: account.name.clone(),
            email: account.email.clone(),
            owner: account.owner,
            status: account.status,
            language: account.language.clone(),
            starts: account.window.starts,
            ends: account.window.ends,
            onboarding: left(db, &state.catalogue, account).await?.iter().collect(),
        },
        permissions: state.catalogue.ids(access.granted().unwrap_or(PermissionSet::EMPTY)),
        store: shop::get(db).await?,
        version: Version(String::new()),
        token: None,
    };
    session.version = version(&session, &state.catalogue.document().version);
    Ok(session)
}

/// The version of a session is made of all that it says, and of the catalogue that explains it: nothing can change, a
/// role, a date or a name, and leave it the same.
fn version(session: &Session, catalogue: &str) -> Version {
    let said = serde_json::to_vec(session).unwrap_or_default();
    let mut hash = sha256_hex(&[&said, catalogue.as_bytes()]);
    hash.truncate(32);
    Version(hash)
}
