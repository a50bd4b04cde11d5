//! A link that somebody points at, or has reached with the keyboard, may be followed next: what its page needs is
//! fetched then, so that it opens at once.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement};

use crate::pages::chapters::fetch_ahead;
use crate::session::use_signed_in;

/// Fetches ahead for as long as the owner that called this is there.
pub(super) fn foresee() {
    let known = use_signed_in().known;
    for event in ["pointerover", "focusin"] {
        let listening = window_event_listener_untyped(event, move |event| {
            if let (Some(path), Some(known)) = (pointed_at(&event), known.try_get_untracked()) {
                fetch_ahead(&path, &known.resources);
            }
        });
        on_cleanup(move || listening.remove());
    }
}

/// The path of the link that an event happened to.
fn pointed_at(event: &Event) -> Option<String> {
    let at = event.target()?.dyn_into::<Element>().ok()?;
    let link = at.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    Some(link.pathname())
}
