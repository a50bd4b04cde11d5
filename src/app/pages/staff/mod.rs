//! The staff accounts page.

use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn StaffPage() -> impl IntoView {}
