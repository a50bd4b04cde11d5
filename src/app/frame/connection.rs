//! The line to the backend: saying when it is down, and trying again with growing patience.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::words;
use crate::reactive::{handler, live, memo};
use crate::session::use_sessions;
use crate::time::every;

/// Seconds to wait before each try; the last one over and over.
const PATIENCE: [u32; 6] = [2, 4, 8, 15, 30, 60];

/// Counts down to the next try while the line is down. Gone as soon as it is up again.
#[component]
pub(crate) fn ConnectionStrip() -> impl IntoView {
    let watch = use_sessions().client().watch();
    let lost = memo(move || !watch.is_reachable());
    live(move || lost.get().then(|| view! { <Countdown /> }))
}

#[component]
fn Countdown() -> impl IntoView {
    let sessions = use_sessions();
    let tries = RwSignal::new(0_usize);
    let left = RwSignal::new(PATIENCE[0]);
    let trying = RwSignal::new(false);

    let try_now = move || {
        if trying.get_untracked() {
            return;
        }
        trying.set(true);
        spawn_local(async move {
            let _ = sessions.refresh().await;
            // Where the line is up again, this strip is gone, and its signals with it.
            trying.try_set(false);
            if let Some(n) = tries.try_update(|n| {
                *n += 1;
                *n
            }) {
                left.try_set(PATIENCE[n.min(PATIENCE.len() - 1)]);
            }
        });
    };
    every(Duration::from_secs(1), move || {
        if !trying.get_untracked() {
            let seconds = left.try_update(|left| {
                *left = left.saturating_sub(1);
                *left
            });
            if seconds == Some(0) {
                try_now();
            }
        }
    });

    let message = live(move || {
        if trying.get() {
            words::connection_trying()
        } else {
            words::connection_lost(u64::from(left.get()))
        }
    });
    view! {
        <div class="strip" data-tone="warning">
            // The countdown changes each second; read aloud is only that the line is down.
            <p aria-hidden="true">{message} " " {words::connection_kept}</p>
            <p class="visually-hidden" role="status">{words::connection_page_title} ". " {words::connection_kept}</p>
            <button class="button small" type="button" on:click=handler(move |_| try_now())>{words::connection_retry}</button>
        </div>
    }
}
