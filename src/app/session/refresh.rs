//! When the session is asked for again: when the backend tells that it has changed, on focus, after a refusal, and while
//! the page is in sight every few seconds, or where the backend tells of changes every minute.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::live::{Live, is_told};
use super::state::Sessions;
use super::stream::Stream;
use crate::chapter::furnish;
use crate::pages::chapters;
use crate::reactive::{effect, memo};
use crate::time::{attend, every, pause};

/// How often it is looked whether to ask.
const TICK: Duration = Duration::from_secs(3);
/// After so many of them it is asked where the backend tells by itself.
const TOLD: u32 = 20;
/// How long the first page has the line to itself.
const FIRST: Duration = Duration::from_secs(1);

thread_local! {
    /// 1 while the session is asked for, 2 where it has to be asked for again after that.
    static ASKING: Cell<u8> = const { Cell::new(0) };
    static TICKS: Cell<u32> = const { Cell::new(0) };
    static HELD: RefCell<Option<Stream>> = const { RefCell::new(None) };
}

/// Keeps the session fresh for as long as the calling owner stands.
pub(crate) fn keep_fresh(sessions: Sessions, live: Live) {
    let watch = sessions.client().watch();
    let ask = move || {
        // One question at a time is enough, and one more for what happens while it is under way.
        if ASKING.get() > 0 {
            ASKING.set(2);
            return;
        }
        ASKING.set(1);
        spawn_local(async move {
            loop {
                // A line that is down is told by the banner, and a lapsed session by the state.
                let _ = sessions.refresh().await;
                ASKING.set(ASKING.get() - 1);
                if ASKING.get() == 0 {
                    break;
                }
            }
        });
    };

    hold_stream(sessions, live);
    every(TICK, move || {
        tend();
        let due = if is_told() { TOLD } else { 1 };
        let ticked = TICKS.get() + 1;
        TICKS.set(if ticked >= due { 0 } else { ticked });
        let open = untrack(|| sessions.is_open() && watch.is_reachable());
        if ticked >= due && open && !document().hidden() {
            ask();
        }
    });
    // Whoever opens a page is at work there. What follows says that somebody still is, or is back: at this window, at this
    // computer, or on the net.
    attend();
    for (n, event) in ["pointerdown", "keydown", "focus", "visibilitychange", "online"]
        .into_iter()
        .enumerate()
    {
        let heard = window_event_listener_untyped(event, move |_| {
            if n < 3 {
                attend();
            }
            if n > 1 {
                tend();
                ask();
            }
        });
        on_cleanup(move || heard.remove());
    }

    Effect::new(move |before: Option<()>| {
        watch.on_forbidden();
        live.on_ask();
        // Of a session that is over, the question itself is refused: that would go on for ever.
        if before.is_some() && untrack(|| sessions.is_open()) {
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

/// Looks after the stream.
fn tend() {
    HELD.with_borrow(|held| {
        if let Some(tend) = held {
            tend();
        }
    });
}

/// Holds the stream of events while somebody is signed in. Where its chapter cannot be had, it is asked as if there
/// were no stream.
fn hold_stream(sessions: Sessions, live: Live) {
    let open = memo(move || sessions.is_open());
    effect(move || {
        // Taken out first: what closing it does may look for it.
        drop(HELD.take());
        if !open.get() {
            return;
        }
        spawn_local(async move {
            pause(FIRST).await;
            if open.try_get_untracked() != Some(true) {
                return;
            }
            let stream = chapters::stream(sessions, live).await;
            if open.try_get_untracked() == Some(true) && HELD.with_borrow(Option::is_none) {
                HELD.set(stream.ok());
            }
            // So that it is there before the first chapter is opened. Where it cannot be had, that is said then.
            let _ = furnish().await;
        });
    });
}
