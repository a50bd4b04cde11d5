//! Which refusals a call can answer with: most follow from its guard, method, body and parameters.

use std::collections::BTreeMap;

use super::operation::{Operation, Trait};
use super::parameters::members;
use crate::endpoint::{Endpoint, Guard, Method};
use crate::problem::ProblemCode::{
    self, Ended, IdempotencyMismatch, Internal, Invalid, Malformed, MissingPermission, NoOwner, NotFound, NotStarted,
    Onboarding, OriginMismatch, OwnerOnly, PreconditionRequired, ReauthRequired, SignedOut, Stale, Suspended, TooLarge,
    Unavailable, UnsupportedMediaType,
};
use latchkey_permissions::Rule;

/// The refusals by status, each once, in the order of the codes.
pub(super) fn of(endpoint: &Endpoint, operation: &Operation) -> BTreeMap<u16, Vec<ProblemCode>> {
    let mut all = vec![Internal, Unavailable];
    match &endpoint.guard {
        Guard::Open => {}
        Guard::Rule(rule) => {
            all.extend([SignedOut, NoOwner, Suspended, Ended]);
            match rule {
                Rule::SignedIn => {}
                Rule::Owner => all.push(OwnerOnly),
                Rule::All(_) | Rule::Any(_) => all.extend([MissingPermission, NotStarted, Onboarding]),
            }
        }
        Guard::Resource(_) => {
            all.extend([SignedOut, NoOwner, Suspended, Ended]);
            all.extend([OwnerOnly, MissingPermission, NotStarted, Onboarding]);
        }
    }
    if endpoint.fresh {
        all.push(ReauthRequired);
    }
    if endpoint.method != Method::Get {
        all.push(OriginMismatch);
    }
    if operation.body.is_some() {
        all.extend([Malformed, TooLarge, UnsupportedMediaType, Invalid]);
    }
    let takes_a_query = [
        Trait::ListsStaff,
        Trait::ListsRecords,
        Trait::ListsResources,
        Trait::SpansDays,
        Trait::ListsActivity,
        Trait::TakesHead,
        Trait::MovesHolders,
        Trait::TakesReason,
    ];
    if takes_a_query.into_iter().any(|takes| operation.is(takes)) {
        all.push(Invalid);
    }
    if members(endpoint.path).next().is_some() {
        all.push(NotFound);
    }
    if endpoint.if_match {
        all.extend([PreconditionRequired, Stale]);
    }
    if operation.is(Trait::Idempotent) {
        all.extend([Malformed, IdempotencyMismatch]);
    }
    all.extend(operation.refusals);

    let mut by_status = BTreeMap::<u16, Vec<ProblemCode>>::new();
    for code in ProblemCode::ALL.iter().filter(|code| all.contains(code)) {
        by_status.entry(code.status()).or_default().push(*code);
    }
    by_status
}
