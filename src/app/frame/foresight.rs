//! A link that somebody points at, or has reached with the keyboard, may be followed next: what its page needs is
//! fetched then, so that it opens at once.

use leptos::prelude::*;

use crate::navigation::link_at;
use crate::pages::chapters::fetch_ahead;
use crate::session::use_signed_in;

/// Fetches ahead for as long as the owner that called this is there.
pub(super) fn foresee() {
    let known = use_signed_in().known;
    for event in ["pointerover", "focusin"] {
        let listening = window_event_listener_untyped(event, move |event| {
            if let (Some(link), Some(known)) = (link_at(&event), known.try_get_untracked()) {
                fetch_ahead(&link.pathname(), &known.resources);
            }
        });
        on_cleanup(move || listening.remove());
    }
}
