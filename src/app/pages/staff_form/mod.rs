//! Adding somebody, and changing what somebody may do.

use latchkey_contract::id::AccountId;
use leptos::prelude::*;

/// The page of a newcomer.
#[component]
pub(crate) fn NewStaffPage() -> impl IntoView {}

/// The page of a member of staff.
#[component]
pub(crate) fn EditStaffPage(id: AccountId) -> impl IntoView {
    let _ = id;
}
