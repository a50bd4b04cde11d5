//! Refused requests of people who are signed in are written down: the first of them may be a mistake, and many are not.
//!
//! It is done around the handlers and not in them, so that no way to refuse is forgotten: who asks is said by the
//! extractor that found it out, and why it was refused by the answer.

use std::sync::{Arc, OnceLock};

use axum::extract::{MatchedPath, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use latchkey_contract::id::ResourceId;
use latchkey_contract::problem::ProblemCode;
use latchkey_permissions::PermissionId;

use crate::activity::happening::Happening;
use crate::activity::who::{Whence, Who};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::writing::Writing;

/// Who asks, once that is known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asking(Arc<OnceLock<(Who, Whence)>>);

impl Asking {
    /// Says who it is.
    pub(crate) fn is(&self, who: Who, whence: Whence) {
        // Who asks does not change within a request.
        let _ = self.0.set((who, whence));
    }
}

/// Why an answer refuses.
#[derive(Clone, Debug)]
pub(crate) struct Why {
    pub(crate) code: ProblemCode,
    pub(crate) missing: Vec<PermissionId>,
}

/// Writes down what was refused.
pub(crate) async fn note(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let asking = Asking::default();
    request.extensions_mut().insert(asking.clone());
    let path = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let path = path.map(|path| path.strip_prefix(crate::BASE).unwrap_or(path));
    let resource = path.and_then(|path| resource_in(request.uri().path(), path));
    let call = format!("{} {}", request.method(), path.unwrap_or_default());
    let response = next.run(request).await;
    if response.status() == StatusCode::FORBIDDEN
        && let Some((who, whence)) = asking.0.get()
        && let Some(why) = response.extensions().get::<Why>()
    {
        let happening = Happening::Refused {
            who: who.clone(),
            code: why.code,
            missing: why.missing.clone(),
            call,
            resource,
        };
        // That it cannot be written, on a full disk for example, is no reason to answer anything else.
        if let Err(refusal) = written(&state, who, whence, happening).await {
            tracing::warn!(code = refusal.code().as_str(), "could not write down a refused request");
        }
    }
    response
}

/// What stands in a request's path where the contract's has `{resource}`.
fn resource_in(asked: &str, path: &str) -> Option<ResourceId> {
    let asked = asked.strip_prefix(crate::BASE).unwrap_or(asked).split('/');
    let mut both = asked.zip(path.split('/'));
    both.find_map(|(value, name)| (name == "{resource}").then(|| ResourceId(value.to_owned())))
}

async fn written(state: &AppState, who: &Who, whence: &Whence, happening: Happening) -> Result<(), Refusal> {
    if !state.bounds.has_room(&happening, Some(who), whence, state.clock.now()) {
        return Ok(());
    }
    let mut tx = Writing::begin(state, Some(who.clone()), whence.clone()).await?;
    tx.note(happening);
    tx.commit().await
}
