//! The calls of the contract, one file for each path. Path, method and guard come from the contract's table; here is
//! only what each does.

mod activity;
mod activity_query;
mod billing;
mod commands;
pub(crate) mod events;
mod invitation_request;
mod invitations;
mod letters;
mod onboarding;
mod onboarding_settings;
mod openapi;
mod overview;
mod owner;
mod ownership;
mod password;
mod password_links;
mod password_strength;
pub(crate) mod permissions;
mod profile;
mod proof;
mod record;
mod records;
mod reports;
mod resources;
mod revocation;
mod role;
mod role_query;
mod role_removal;
mod roles;
mod session;
mod sessions;
mod staff;
mod staff_invitation;
mod staff_member;
mod staff_password;
mod staff_query;
mod staff_reminder;
mod staff_sessions;
mod staff_two_factor;
mod staff_uses;
mod suspension;
mod two_factor;

use axum::Router;
use axum::extract::{FromRequestParts, Path, Request};
use axum::handler::Handler;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, HeaderValue, StatusCode, Version as HttpVersion, header};
use axum::middleware::Next;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, get, on as on_method};
use latchkey_contract::endpoint::{self, Endpoint, Method};
use latchkey_contract::id::Version;
use latchkey_contract::problem::ProblemCode;
use serde::Serialize;
use tower_http::compression::CompressionLayer;

use crate::auth::flights;
use crate::auth::proof::Guarded;
use crate::origin;
use crate::problem::Refusal;
use crate::refusals;
use crate::state::AppState;

/// What a handler answers.
pub(crate) type Answered = Result<Response, Refusal>;

/// One call and its handler.
struct Route {
    endpoint: Endpoint,
    handler: MethodRouter<AppState>,
}

/// Puts a call and its handler together.
///
/// # Panics
/// Where the handler's first argument does not prove the guard that the contract names. It happens at each start or at
/// none, so that no test can miss it.
fn on<H, T>(endpoint: Endpoint, handler: H) -> Route
where
    H: Handler<T, AppState>,
    T: Guarded + 'static,
{
    assert!(
        T::guard() == endpoint.guard,
        "the handler of {} proves {:?}, but its guard is {:?}",
        endpoint.name,
        T::guard(),
        endpoint.guard
    );
    assert!(
        T::fresh() == endpoint.fresh,
        "the handler of {} and the table disagree on whether it takes a fresh proof",
        endpoint.name
    );
    let method = match endpoint.method {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
        Method::Put => MethodFilter::PUT,
        Method::Patch => MethodFilter::PATCH,
        Method::Delete => MethodFilter::DELETE,
    };
    Route {
        handler: on_method(method, handler),
        endpoint,
    }
}

fn routes() -> Vec<Route> {
    vec![
        on(endpoint::CREATE_OWNER, owner::create),
        on(endpoint::SIGN_IN, session::sign_in),
        on(endpoint::GET_SESSION, session::get),
        on(endpoint::SIGN_OUT, session::sign_out),
        on(endpoint::CHECK_PROOF, proof::get),
        on(endpoint::PROVE_AGAIN, proof::post),
        on(endpoint::LIST_SESSIONS, sessions::list),
        on(endpoint::END_OTHER_SESSIONS, sessions::end_others),
        on(endpoint::END_SESSION, sessions::end),
        on(endpoint::RECOGNISE_SESSION, sessions::recognise),
        on(endpoint::GET_PERMISSIONS, permissions::get),
        on(endpoint::LIST_STAFF, staff::list),
        on(endpoint::INVITE_STAFF, staff::invite),
        on(endpoint::GET_STAFF, staff_member::get),
        on(endpoint::PATCH_STAFF, staff_member::patch),
        on(endpoint::REVOKE_STAFF, revocation::put),
        on(endpoint::SUSPEND_STAFF, suspension::put),
        on(endpoint::REACTIVATE_STAFF, suspension::delete),
        on(endpoint::RESEND_INVITATION, staff_invitation::resend),
        on(endpoint::CANCEL_INVITATION, staff_invitation::cancel),
        on(endpoint::END_STAFF_SESSIONS, staff_sessions::delete),
        on(endpoint::GET_INVITATION, invitations::get),
        on(endpoint::ACCEPT_INVITATION, invitations::accept),
        on(endpoint::GET_PROFILE, profile::get),
        on(endpoint::PATCH_PROFILE, profile::patch),
        on(endpoint::CHANGE_PASSWORD, password::put),
        on(endpoint::JUDGE_PASSWORD, password_strength::post),
        on(endpoint::ASK_PASSWORD_LINK, password_links::ask),
        on(endpoint::GET_PASSWORD_LINK, password_links::get),
        on(endpoint::RESET_PASSWORD, password_links::choose),
        on(endpoint::SEND_PASSWORD_LINK, staff_password::post),
        on(endpoint::GET_OWNERSHIP, ownership::get),
        on(endpoint::ACCEPT_OWNERSHIP, ownership::accept),
        on(endpoint::WITHDRAW_OWNERSHIP, ownership::withdraw),
        on(endpoint::OFFER_OWNERSHIP, ownership::offer),
        on(endpoint::LIST_ROLES, roles::list),
        on(endpoint::CREATE_ROLE, roles::create),
        on(endpoint::RESTORE_ROLES, roles::restore),
        on(endpoint::GET_ROLE, role::get),
        on(endpoint::PUT_ROLE, role::put),
        on(endpoint::DELETE_ROLE, role_removal::delete),
        on(endpoint::RESET_ROLE, role::reset),
        on(endpoint::MOVE_HOLDERS, role_removal::move_holders),
        on(endpoint::LIST_RESOURCES, resources::list),
        on(endpoint::LIST_RECORDS, records::list),
        on(endpoint::CREATE_RECORD, records::create),
        on(endpoint::EXPORT_RECORDS, records::export),
        on(endpoint::COMMAND_LIST, commands::post),
        on(endpoint::GET_RECORD, record::get),
        on(endpoint::PATCH_RECORD, record::patch),
        on(endpoint::DELETE_RECORD, record::delete),
        on(endpoint::RESTORE_RECORD, record::restore),
        on(endpoint::COMMAND_RECORD, commands::post),
        on(endpoint::GET_OVERVIEW, overview::get),
        on(endpoint::LIST_REPORTS, reports::list),
        on(endpoint::GET_REPORT, reports::get),
        on(endpoint::EXPORT_REPORT, reports::export),
        on(endpoint::LIST_ACTIVITY, activity::list),
        on(endpoint::EXPORT_ACTIVITY, activity::export),
        on(endpoint::VERIFY_ACTIVITY, activity::verification),
        on(endpoint::LIST_STAFF_USES, staff_uses::list),
        on(endpoint::GET_EVENTS, events::get),
        on(endpoint::GET_BILLING, billing::get),
        on(endpoint::PATCH_BILLING, billing::patch),
        on(endpoint::EXPORT_INVOICES, billing::export),
        on(endpoint::GET_TWO_FACTOR, two_factor::get),
        on(endpoint::START_TWO_FACTOR, two_factor::start),
        on(endpoint::CONFIRM_TWO_FACTOR, two_factor::confirm),
        on(endpoint::REMOVE_TWO_FACTOR, two_factor::remove),
        on(endpoint::RENEW_RECOVERY_CODES, two_factor::renew),
        on(endpoint::RESET_TWO_FACTOR, staff_two_factor::delete),
        on(endpoint::LIST_LETTERS, letters::list),
        on(endpoint::RETRY_LETTER, letters::retry),
        on(endpoint::DISCARD_LETTER, letters::discard),
        on(endpoint::REQUEST_INVITATION, invitation_request::ask),
        on(endpoint::DISMISS_INVITATION_REQUEST, invitation_request::dismiss),
        on(endpoint::GET_REVOCATION, revocation::get),
        on(endpoint::GET_ONBOARDING, onboarding::get),
        on(endpoint::ACCEPT_BASICS, onboarding::accept),
        on(endpoint::FINISH_TOUR, onboarding::finish_tour),
        on(endpoint::GET_ONBOARDING_SETTINGS, onboarding_settings::get),
        on(endpoint::PUT_ONBOARDING_SETTINGS, onboarding_settings::put),
        on(endpoint::REMIND_STAFF, staff_reminder::post),
    ]
}

/// All calls, below the base.
pub(crate) fn router(state: &AppState) -> Router {
    let mut router = Router::new().route("/openapi.json", get(openapi::get));
    for Route { endpoint, handler } in routes() {
        router = router.route(endpoint.path, handler);
    }
    router
        .fallback(|| async { Refusal::not_found() })
        .method_not_allowed_fallback(|| async {
            Refusal::new(
                ProblemCode::MethodNotAllowed,
                "This path does not have that method; `Allow` says which it has.",
            )
        })
        .layer(from_fn_with_state(state.clone(), refusals::note))
        .layer(from_fn(flights::watch))
        .layer(from_fn_with_state(state.clone(), origin::check))
        .layer(from_fn(keep_out_of_caches))
        .layer(CompressionLayer::new().compress_when(is_public))
        .with_state(state.clone())
}

/// Answers are about people: unless a handler says otherwise, nobody keeps them.
async fn keep_out_of_caches(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Marks an answer that has no secret in it, and no word of anybody but the owner and whoever runs the backend.
#[derive(Clone, Copy)]
struct HoldsNoSecret;

/// Says so of an answer.
fn holds_no_secret(answer: Answered) -> Answered {
    answer.map(|mut response| {
        response.extensions_mut().insert(HoldsNoSecret);
        response
    })
}

/// Whether an answer can be compressed, because it is the same for everybody or is said to be harmless: beside a secret, the
/// length of a compressed answer can betray it to whoever gets to add words of their own (the attack called BREACH).
fn is_public(_: StatusCode, _: HttpVersion, headers: &HeaderMap, marks: &Extensions) -> bool {
    let for_everybody = headers
        .get(header::CACHE_CONTROL)
        .is_some_and(|value| value == "no-cache");
    for_everybody || marks.get::<HoldsNoSecret>().is_some()
}

/// The id or token in a path. What is no text is no id of anything here.
struct Segment(String);

impl FromRequestParts<AppState> for Segment {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        path.map(|Path(segment)| Self(segment))
            .map_err(|_| Refusal::not_found())
    }
}

/// An answer in JSON.
fn json(status: StatusCode, body: &impl Serialize) -> Answered {
    crate::idempotency::Answer::json(status, body).map(IntoResponse::into_response)
}

/// A record with its version as `ETag`.
fn tagged(status: StatusCode, version: &Version, body: &impl Serialize) -> Answered {
    let mut response = json(status, body)?;
    response.headers_mut().insert(header::ETAG, etag(version)?);
    Ok(response)
}

/// Nothing new since the version that the caller has.
fn not_modified(version: &Version) -> Answered {
    Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, etag(version)?)]).into_response())
}

fn etag(version: &Version) -> Result<HeaderValue, Refusal> {
    HeaderValue::try_from(version.etag()).map_err(|_| Refusal::internal())
}

#[cfg(test)]
mod tests {
    use latchkey_contract::endpoint::ENDPOINTS;

    use super::*;

    /// Building the list also compares each handler's proof with the guard in the table.
    #[test]
    fn every_call_of_the_contract_is_routed_once() {
        let routed: Vec<_> = routes().into_iter().map(|route| route.endpoint.name).collect();
        let written: Vec<_> = ENDPOINTS.iter().map(|endpoint| endpoint.name).collect();
        assert_eq!(routed, written);
    }
}
