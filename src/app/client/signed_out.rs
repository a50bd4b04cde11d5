//! The calls that need nobody to be signed in.

use std::pin::Pin;
use std::sync::Arc;

use latchkey_contract::endpoint::{self, Endpoint};
use latchkey_contract::id::Version;
use latchkey_contract::invitation::{Invitation, Join};
use latchkey_contract::owner::NewOwner;
use latchkey_contract::password::{PasswordQuestion, PasswordStrength};
use latchkey_contract::password_link::{ForgottenPassword, NewPassword, PasswordLink};
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::session::{Session, SignIn};
use latchkey_permissions::Catalogue;

use super::error::ClientError;
use super::transport::{self, Call, Reply};
use super::watch::Watch;

/// A client of one backend.
#[derive(Clone)]
pub(crate) struct Client {
    base: Arc<str>,
    watch: Watch,
}

/// The answer to a question that was asked before.
pub(crate) enum Checked<T> {
    /// It is as it was.
    Unchanged,
    /// It is this now.
    Changed(T),
}

impl Client {
    /// A client of the backend at `base`.
    pub(crate) fn new(base: &str, watch: Watch) -> Self {
        Self {
            base: base.trim_end_matches('/').into(),
            watch,
        }
    }

    /// Where the backend reports go.
    pub(crate) fn watch(&self) -> Watch {
        self.watch
    }

    /// A call of an endpoint whose path has no members.
    pub(super) fn call(&self, endpoint: &Endpoint) -> Call {
        Call::of(endpoint.method, format!("{}{}", self.base, endpoint.path))
    }

    /// A call of an endpoint whose path has one member.
    pub(super) fn call_with(&self, endpoint: &Endpoint, member: &str) -> Call {
        self.call_with_all(endpoint, &[member])
    }

    /// A call of an endpoint whose path has these members.
    pub(super) fn call_with_all(&self, endpoint: &Endpoint, members: &[&str]) -> Call {
        Call::of(endpoint.method, self.url(endpoint, members))
    }

    /// The address of an endpoint whose path has no members.
    pub(crate) fn address(&self, endpoint: &Endpoint) -> String {
        self.call(endpoint).into_url()
    }

    /// The address of what lies at `path` below the base.
    pub(super) fn below(&self, path: &str) -> String {
        format!("{}/{path}", self.base)
    }

    /// The address of an endpoint whose path has these members.
    pub(super) fn url(&self, endpoint: &Endpoint, members: &[&str]) -> String {
        let mut url = self.base.to_string();
        let mut rest = endpoint.path;
        for member in members {
            let (head, tail) = rest.split_once('{').unwrap_or((rest, ""));
            url.push_str(head);
            url.push_str(&String::from(js_sys::encode_uri_component(member)));
            rest = tail.split_once('}').map_or("", |(_, tail)| tail);
        }
        url.push_str(rest);
        url
    }

    /// Makes a call and takes note of how it went. One for which the backend wants a fresh proof is made again once that
    /// was given. Boxed, so that the calls of all endpoints share one state machine.
    pub(super) fn send(&self, call: Call) -> Pin<Box<dyn Future<Output = Result<Reply, ClientError>>>> {
        let watch = self.watch;
        Box::pin(async move {
            loop {
                let result = transport::send(call.clone()).await;
                watch.note(&result);
                let stale = result.as_ref().err().and_then(ClientError::code) == Some(ProblemCode::ReauthRequired);
                if !stale || !watch.prover().ask().await {
                    return result;
                }
            }
        })
    }

    /// Who is signed in, where that is not who `known` says.
    pub(crate) async fn session(&self, known: Option<&Version>) -> Result<Checked<Session>, ClientError> {
        let reply = self
            .send(self.call(&endpoint::GET_SESSION).if_none_match(known))
            .await?;
        match reply.status {
            304 => Ok(Checked::Unchanged),
            _ => reply.json().map(Checked::Changed),
        }
    }

    /// The permission catalogue, checked, with its texts in `language`, or in all there are. A backend may always answer
    /// more of them.
    pub(crate) async fn permissions(&self, language: Option<&str>) -> Result<Catalogue, ClientError> {
        let call = self.call(&endpoint::GET_PERMISSIONS);
        let query = language.map(in_language).unwrap_or_default();
        self.send(call.query(&query)).await?.json()
    }

    /// Signs in.
    pub(crate) async fn sign_in(&self, request: &SignIn) -> Result<Session, ClientError> {
        self.send(self.call(&endpoint::SIGN_IN).json(request)).await?.json()
    }

    /// Sets up an empty store, once for each `key`.
    pub(crate) async fn create_owner(&self, request: &NewOwner, key: String) -> Result<Session, ClientError> {
        self.send(self.call(&endpoint::CREATE_OWNER).json(request).once(key))
            .await?
            .json()
    }

    /// Has a link for a new password sent to this address, if it is that of somebody.
    pub(crate) async fn ask_password_link(&self, request: &ForgottenPassword) -> Result<(), ClientError> {
        let call = self.call(&endpoint::ASK_PASSWORD_LINK).json(request);
        self.send(call).await.map(drop)
    }

    /// Whose password a link is for.
    pub(crate) async fn password_link(&self, token: &str) -> Result<PasswordLink, ClientError> {
        self.send(self.call_with(&endpoint::GET_PASSWORD_LINK, token))
            .await?
            .json()
    }

    /// Chooses a new password with a link.
    pub(crate) async fn reset_password(&self, token: &str, request: &NewPassword) -> Result<(), ClientError> {
        let call = self.call_with(&endpoint::RESET_PASSWORD, token).json(request);
        self.send(call).await.map(drop)
    }

    /// How good a password would be.
    pub(crate) async fn judge_password(&self, question: &PasswordQuestion) -> Result<PasswordStrength, ClientError> {
        let call = self.call(&endpoint::JUDGE_PASSWORD).json(question);
        self.send(call).await?.json()
    }

    /// What an invitation offers.
    pub(crate) async fn invitation(&self, token: &str) -> Result<Invitation, ClientError> {
        self.send(self.call_with(&endpoint::GET_INVITATION, token))
            .await?
            .json()
    }

    /// Accepts an invitation, once for each `key`.
    pub(crate) async fn join(&self, token: &str, request: &Join, key: String) -> Result<Session, ClientError> {
        self.send(
            self.call_with(&endpoint::ACCEPT_INVITATION, token)
                .json(request)
                .once(key),
        )
        .await?
        .json()
    }

    /// Asks the owner for a new invitation, with a link that is dead.
    pub(crate) async fn request_invitation(&self, token: &str) -> Result<(), ClientError> {
        let call = self.call_with(&endpoint::REQUEST_INVITATION, token);
        self.send(call).await.map(drop)
    }
}

/// The query that asks for texts in one language.
pub(super) fn in_language(language: &str) -> String {
    format!("language={}", String::from(js_sys::encode_uri_component(language)))
}
