//! When the session is asked for again: on focus, after a refusal, and every twenty seconds while the page is in sight.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::{ev, leptos_dom::helpers::window_event_listener};

use super::state::Sessions;
use crate::time::every;

const PERIOD: Duration = Duration::from_secs(20);

/// Keeps the session fresh for as long as the calling owner stands.
pub(crate) fn keep_fresh(sessions: Sessions) {
    let watch = sessions.client().watch();
    let asking = StoredValue::new(false);
    let ask = move || {
        // One question at a time is enough: a refusal that comes meanwhile is answered by the same one.
        if asking.try_get_value() != Some(false) {
            return;
        }
        asking.set_value(true);
        spawn_local(async move {
            // A line that is down is told by the banner, and a lapsed session by the state.
            let _ = sessions.refresh().await;
            asking.try_set_value(false);
        });
    };

    every(PERIOD, move || {
        if !document().hidden() && !sessions.is_lapsed_now() {
            ask();
        }
    });
    let focus = window_event_listener(ev::focus, move |_| ask());
    on_cleanup(move || focus.remove());

    Effect::new(move |before: Option<()>| {
        watch.on_forbidden();
        if before.is_some() {
            ask();
        }
    });
    Effect::new(move |before: Option<()>| {
        watch.on_signed_out();
        if before.is_some() {
            sessions.ended();
        }
    });
}
