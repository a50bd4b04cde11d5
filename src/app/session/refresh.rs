//! When the session is asked for again: when the backend tells that it has changed, on focus, after a refusal, and while
//! the page is in sight every few seconds, or where the backend tells of changes every minute.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::live::Live;
use super::state::Sessions;
use super::stream::Stream;
use crate::pages::chapters;
use crate::reactive::{effect, memo};
use crate::time::{every, pause};

/// How often it is looked whether to ask.
const TICK: Duration = Duration::from_secs(3);
/// After so many of them it is asked where the backend tells by itself.
const TOLD: u32 = 20;
/// How long the first page has the line to itself.
const FIRST: Duration = Duration::from_secs(1);

/// Keeps the session fresh for as long as the calling owner stands.
pub(crate) fn keep_fresh(sessions: Sessions, live: Live) {
    let watch = sessions.client().watch();
    let asking = StoredValue::new(Asking::No);
    let ask = move || {
        // One question at a time is enough, and one more for what happens while it is under way.
        match asking.try_get_value() {
            None => return,
            Some(Asking::No) => asking.set_value(Asking::Once),
            Some(_) => {
                asking.set_value(Asking::Again);
                return;
            }
        }
        spawn_local(async move {
            loop {
                // A line that is down is told by the banner, and a lapsed session by the state.
                let _ = sessions.refresh().await;
                if asking.try_get_value() != Some(Asking::Again) {
                    break;
                }
                asking.set_value(Asking::Once);
            }
            asking.try_set_value(Asking::No);
        });
    };

    let stream = hold_stream(sessions, live);
    let tend = move || {
        stream.try_with_value(|stream| {
            if let Some(tend) = stream {
                tend();
            }
        });
    };
    let ticks = StoredValue::new(0_u32);
    every(TICK, move || {
        tend();
        let due = if live.is_told() { TOLD } else { 1 };
        let ticked = ticks.get_value() + 1;
        ticks.set_value(if ticked >= due { 0 } else { ticked });
        let open = untrack(|| sessions.is_open() && watch.is_reachable());
        if ticked >= due && open && !document().hidden() {
            ask();
        }
    });
    // Somebody is back: at this window, at this computer, or on the net.
    for event in ["focus", "visibilitychange", "online"] {
        let back = window_event_listener_untyped(event, move |_| {
            tend();
            ask();
        });
        on_cleanup(move || back.remove());
    }

    Effect::new(move |before: Option<()>| {
        watch.on_forbidden();
        live.on_ask();
        if before.is_some() {
            ask();
        }
    });
    Effect::new(move |before: Option<()>| {
        watch.on_signed_out();
        if before.is_some() {
            sessions.ended(super::Farewell::Ended);
        }
    });
}

/// Whether the session is being asked for.
#[derive(Clone, Copy, PartialEq)]
enum Asking {
    No,
    Once,
    /// It is, and has to be again.
    Again,
}

/// Holds the stream of events while somebody is signed in. Where its chapter cannot be had, it is asked as if there
/// were no stream.
fn hold_stream(sessions: Sessions, live: Live) -> StoredValue<Option<Stream>, LocalStorage> {
    let held = StoredValue::new_local(None::<Stream>);
    let open = memo(move || sessions.is_open());
    effect(move || {
        held.set_value(None);
        if !open.get() {
            return;
        }
        spawn_local(async move {
            pause(FIRST).await;
            if open.try_get_untracked() != Some(true) {
                return;
            }
            let stream = chapters::stream(sessions, live).await;
            if held.try_with_value(Option::is_none) == Some(true) && open.try_get_untracked() == Some(true) {
                held.set_value(stream.ok());
            }
        });
    });
    held
}
