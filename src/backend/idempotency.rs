//! `Idempotency-Key`: a caller who did not hear the answer asks again, and gets the same answer instead of a second
//! record.
//!
//! The first answer may hold what is told only once, a link or a cookie, and those are kept nowhere but as hashes. So
//! the answer is sealed with a key made from the caller's own key, and of that too only a hash is kept: with the
//! database alone nobody can open it. That is why a key must not be short enough to be guessed; a random UUID is long.
//!
//! Only what was done is kept. A refusal has changed nothing, and asking again is asking anew.

use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use latchkey_contract::limits::{IDEMPOTENCY_KEY_MAX, IDEMPOTENCY_KEY_MIN};
use latchkey_contract::problem::ProblemCode;
use latchkey_permissions::Time;
use serde::{Deserialize, Serialize};

use crate::auth::token::{sha256, sha256_hex};
use crate::problem::Refusal;
use crate::seal::Seal;
use crate::store::{Db, answers};

/// How long an answer can be had again.
const KEPT_FOR_MS: i64 = 24 * 60 * 60_000;

/// The name of the header.
pub(crate) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The key that a caller has sent, where there is one.
pub(crate) struct IdempotencyKey(Option<String>);

impl<S: Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let Some(value) = parts.headers.get(IDEMPOTENCY_KEY) else {
            return Ok(Self(None));
        };
        let key = value.to_str().unwrap_or_default();
        if (IDEMPOTENCY_KEY_MIN..=IDEMPOTENCY_KEY_MAX).contains(&key.len()) {
            return Ok(Self(Some(key.to_owned())));
        }
        Err(Refusal::new(
            ProblemCode::Malformed,
            format!(
                "Idempotency-Key has {IDEMPOTENCY_KEY_MIN} to {IDEMPOTENCY_KEY_MAX} visible characters; \
                 a random UUID will do."
            ),
        ))
    }
}

/// An answer that can be given again.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Answer {
    /// An answer with this status and JSON body.
    pub(crate) fn json(status: StatusCode, body: &impl Serialize) -> Result<Self, Refusal> {
        let body = serde_json::to_string(body).map_err(|error| {
            tracing::error!(%error, "an answer could not be written");
            Refusal::internal()
        })?;
        Ok(Self {
            status: status.as_u16(),
            headers: vec![("content-type".into(), "application/json".into())],
            body,
        })
    }

    /// With one header more.
    pub(crate) fn header(mut self, name: &HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name.to_string(), value.into()));
        self
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(value)) {
                headers.append(name, value);
            }
        }
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, headers, Body::from(self.body)).into_response()
    }
}

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Kept {
    request: [u8; 32],
    answer: Answer,
}

/// A call that is done once, however often it is asked for.
pub(crate) struct Once {
    key: Option<OnceKey>,
    now: Time,
}

struct OnceKey {
    /// What the sealed answer is found by.
    id: String,
    seal: Seal,
    request: [u8; 32],
}

impl Once {
    /// A call named `call` by whoever `caller` tells apart, with the body behind `request`.
    pub(crate) fn new(key: IdempotencyKey, call: &str, caller: &str, request: [u8; 32], now: Time) -> Self {
        let key = key.0.map(|key| {
            let parts = |purpose: &'static str| {
                [
                    purpose.as_bytes().to_vec(),
                    call.into(),
                    caller.into(),
                    key.clone().into(),
                ]
            };
            let id = parts("find");
            let seal = parts("seal");
            OnceKey {
                id: sha256_hex(&id.each_ref().map(Vec::as_slice)),
                seal: Seal::new(&sha256(&seal.each_ref().map(Vec::as_slice))),
                request,
            }
        });
        Self { key, now }
    }

    fn since(&self) -> Time {
        self.now.plus_millis(-KEPT_FOR_MS)
    }

    /// The first answer, where this has been done before; refused where the key came with another body then.
    pub(crate) async fn before(&self, db: &mut Db) -> Result<Option<Answer>, Refusal> {
        let Some(key) = &self.key else { return Ok(None) };
        let Some(sealed) = answers::find(db, &key.id, self.since()).await? else {
            return Ok(None);
        };
        let kept = key.open(&sealed).ok_or_else(|| {
            tracing::error!("a kept answer could not be opened");
            Refusal::internal()
        })?;
        if kept.request == key.request {
            Ok(Some(kept.answer))
        } else {
            Err(Refusal::new(
                ProblemCode::IdempotencyMismatch,
                "This Idempotency-Key came with another body before. Use a new one.",
            ))
        }
    }

    /// Keeps the answer, in the transaction that did what it answers.
    pub(crate) async fn keep(&self, db: &mut Db, answer: Answer) -> Result<Answer, Refusal> {
        let Some(key) = &self.key else { return Ok(answer) };
        let kept = Kept {
            request: key.request,
            answer,
        };
        let sealed = key.seal(&kept).ok_or_else(|| {
            tracing::error!("an answer could not be sealed");
            Refusal::internal()
        })?;
        answers::keep(db, &key.id, &sealed, self.now, self.since()).await?;
        Ok(kept.answer)
    }
}

impl OnceKey {
    fn seal(&self, kept: &Kept) -> Option<String> {
        self.seal.close(&serde_json::to_vec(kept).ok()?)
    }

    fn open(&self, sealed: &str) -> Option<Kept> {
        serde_json::from_slice(&self.seal.open(sealed)?).ok()
    }
}
