//! A link that somebody points at, or has reached with the keyboard, may be followed next: what its page needs is
//! fetched then, so that it opens at once.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement};

use crate::pages::chapters::fetch_ahead;

/// Fetches ahead for as long as the owner that called this is there.
pub(super) fn foresee() {
    for event in ["pointerover", "focusin"] {
        let listening = window_event_listener_untyped(event, foresee_link);
        on_cleanup(move || listening.remove());
    }
}

fn foresee_link(event: Event) {
    let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = at.and_then(|at| at.closest("a[href]").ok().flatten());
    let link = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        fetch_ahead(&link.pathname());
    }
}
