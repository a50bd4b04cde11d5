//! Which pages are chapters of their own: what a person seldom opens, or opens later than the first page.

use latchkey_contract::id::AccountId;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use super::join::JoinPage;
use super::profile::ProfilePage;
use super::setup::SetupPage;
use super::staff_form::{EditStaffPage, NewStaffPage};
use crate::chapter::Opened;

/// The doors that one passes once.
#[wasm_split(doors, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn join(token: String) -> Opened {
    Ok(view! { <JoinPage token /> }.into_any())
}

/// The store's set-up.
#[wasm_split(doors, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn setup() -> Opened {
    Ok(view! { <SetupPage /> }.into_any())
}

/// One's own account.
#[wasm_split(profile, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn profile() -> Opened {
    Ok(view! { <ProfilePage /> }.into_any())
}

/// Adding somebody.
#[wasm_split(staff_form, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn new_staff() -> Opened {
    Ok(view! { <NewStaffPage /> }.into_any())
}

/// Changing what somebody may do.
#[wasm_split(staff_form, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn edit_staff(id: AccountId) -> Opened {
    Ok(view! { <EditStaffPage id /> }.into_any())
}
