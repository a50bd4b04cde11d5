//! One call over the wire: method, path, headers and body out; status, headers and text in. It knows no types.

use gloo_net::http::{Headers, Method, RequestBuilder};
use latchkey_contract::event::{EVENTS_SO_FAR, WATCHING};
use latchkey_contract::id::Version;
use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::AbortSignal;

use super::error::{ClientError, Refusal};
use crate::json;
use crate::time::is_unattended;

/// A call to be made.
#[derive(Clone)]
pub(crate) struct Call {
    method: Method,
    url: String,
    body: Option<String>,
    if_match: Option<String>,
    if_none_match: Option<String>,
    idempotency_key: Option<String>,
    abort: Option<AbortSignal>,
}

impl Call {
    fn new(method: Method, url: String) -> Self {
        Self {
            method,
            url,
            body: None,
            if_match: None,
            if_none_match: None,
            idempotency_key: None,
            abort: None,
        }
    }

    /// A call that reads.
    pub(crate) fn get(url: String) -> Self {
        Self::new(Method::GET, url)
    }

    /// A call of an endpoint's method.
    pub(crate) fn of(method: latchkey_contract::endpoint::Method, url: String) -> Self {
        use latchkey_contract::endpoint::Method as Contract;
        let method = match method {
            Contract::Get => Method::GET,
            Contract::Post => Method::POST,
            Contract::Put => Method::PUT,
            Contract::Patch => Method::PATCH,
            Contract::Delete => Method::DELETE,
        };
        Self::new(method, url)
    }

    /// With this query, encoded already.
    pub(crate) fn query(mut self, query: &str) -> Self {
        if !query.is_empty() {
            self.url.push('?');
            self.url.push_str(query);
        }
        self
    }

    /// The address alone, for a link.
    pub(crate) fn into_url(self) -> String {
        self.url
    }

    /// With this body.
    pub(crate) fn json(mut self, body: &impl Serialize) -> Self {
        self.body = serde_json::to_string(body).ok();
        self
    }

    /// Only where the record is still in this state.
    pub(crate) fn if_match(mut self, version: &Version) -> Self {
        self.if_match = Some(version.etag());
        self
    }

    /// Only where the record is no longer in this state.
    pub(crate) fn if_none_match(mut self, version: Option<&Version>) -> Self {
        self.if_none_match = version.map(Version::etag);
        self
    }

    /// Done once, however often it is sent with this key.
    pub(crate) fn once(mut self, key: String) -> Self {
        self.idempotency_key = Some(key);
        self
    }

    /// Given up when the signal says so. Only for calls that read.
    pub(crate) fn abort_with(mut self, signal: Option<AbortSignal>) -> Self {
        self.abort = signal;
        self
    }
}

/// What came back.
pub(crate) struct Reply {
    /// The HTTP status.
    pub(crate) status: u16,
    /// The body.
    text: String,
    /// The id of the last event before it.
    pub(super) events: Option<String>,
}

impl Reply {
    /// The body as what it should be.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> Result<T, ClientError> {
        json::read(&self.text).map_err(|_| ClientError::Unreadable)
    }
}

/// Makes a call. Statuses below 400 are replies, all others refusals.
///
/// # Errors
/// See [`ClientError`].
pub(crate) async fn send(call: Call) -> Result<Reply, ClientError> {
    let headers = Headers::new();
    headers.set("Accept", "application/json, application/problem+json");
    if call.body.is_some() {
        headers.set("Content-Type", "application/json");
    }
    if is_unattended() {
        headers.set(WATCHING, "1");
    }
    let optional = [
        ("If-Match", call.if_match),
        ("If-None-Match", call.if_none_match),
        ("Idempotency-Key", call.idempotency_key),
    ];
    for (name, value) in optional {
        if let Some(value) = value {
            headers.set(name, &value);
        }
    }
    let request = RequestBuilder::new(&call.url)
        .method(call.method)
        .headers(headers)
        .abort_signal(call.abort.as_ref());
    let request = match call.body {
        Some(body) => request.body(body),
        None => request.build(),
    }
    .map_err(|_| ClientError::Unreadable)?;

    let lost = |_| match &call.abort {
        Some(signal) if signal.aborted() => ClientError::GivenUp,
        _ => ClientError::Unreachable,
    };
    let response = request.send().await.map_err(lost)?;
    let status = response.status();
    // Seconds; the contract's backends do not answer the other form, a date.
    let retry_after = response
        .headers()
        .get("Retry-After")
        .and_then(|seconds| seconds.trim().parse().ok());
    let events = response.headers().get(EVENTS_SO_FAR);
    let text = response.text().await.map_err(lost)?;
    if status < 400 {
        return Ok(Reply { status, text, events });
    }
    // A proxy in front of a backend that is down answers with a page of its own.
    let gateway = matches!(status, 502..=504);
    Err(match Refusal::read(text, retry_after) {
        Some(refusal) => ClientError::Refused(Box::new(refusal)),
        None if gateway => ClientError::Unreachable,
        None => ClientError::Unreadable,
    })
}
