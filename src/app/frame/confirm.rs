//! Where the question stands that asks for a fresh proof; it is a chapter of its own, since it is seldom asked.

use leptos::prelude::*;

use crate::chapter::later;
use crate::pages::chapters::Page;
use crate::reactive::live;
use crate::session::use_sessions;

/// The question, while it is asked.
#[component]
pub(super) fn Confirm() -> impl IntoView {
    let prover = use_sessions().client().watch().prover();
    // Whoever leaves the house has answered no.
    on_cleanup(move || prover.settle(false));
    live(move || prover.is_asking().then(|| later(|| ().into_any(), Page::Proof)))
}
