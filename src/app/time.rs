//! The browser's clock, in the one place where the app reads it, and timers that end with their page.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use latchkey_permissions::Time;
use leptos::prelude::{on_cleanup, set_interval_with_handle, set_timeout_with_handle, window};

/// This moment, by the browser's clock. It only shows; the backend decides by its own.
pub(crate) fn now() -> Time {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 stay far below 2^53"
    )]
    Time::from_millis(js_sys::Date::now() as i64)
}

/// After so long without a key or a click, what the page asks it asks by itself.
const ATTENTION_MS: i64 = 120_000;

thread_local! {
    /// When somebody was last at work here.
    static ATTENDED: Cell<i64> = const { Cell::new(0) };
}

/// Somebody is at work here.
pub(crate) fn attend() {
    ATTENDED.set(now().millis());
}

/// Whether nobody has been at work here for a while.
pub(crate) fn is_unattended() -> bool {
    now().millis() - ATTENDED.get() > ATTENTION_MS
}

/// Runs `tick` each `period`, until the owner that called this is gone.
pub(crate) fn every(period: Duration, tick: impl Fn() + 'static) {
    if let Ok(handle) = set_interval_with_handle(tick, period) {
        on_cleanup(move || handle.clear());
    }
}

/// Runs `then` after `delay`, unless the owner that called this is gone before.
pub(crate) fn after(delay: Duration, then: impl FnOnce() + 'static) {
    if let Ok(handle) = set_timeout_with_handle(then, delay) {
        on_cleanup(move || handle.clear());
    }
}

/// Waits.
pub(crate) async fn pause(time: Duration) {
    let millis = i32::try_from(time.as_millis()).unwrap_or(i32::MAX);
    let elapsed = js_sys::Promise::new(&mut |done, _| {
        // Without a timer there is nothing to wait for, and nobody is kept waiting.
        if window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&done, millis)
            .is_err()
        {
            let _ = done.call0(&wasm_bindgen::JsValue::UNDEFINED);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(elapsed).await;
}

/// Waits for two things that are on their way at the same time.
pub(crate) async fn both<A, B>(
    mut one: impl Future<Output = A> + Unpin,
    mut other: impl Future<Output = B> + Unpin,
) -> (A, B) {
    let (mut first, mut second) = (None, None);
    poll_fn(|context| {
        if first.is_none()
            && let Poll::Ready(value) = Pin::new(&mut one).poll(context)
        {
            first = Some(value);
        }
        if second.is_none()
            && let Poll::Ready(value) = Pin::new(&mut other).poll(context)
        {
            second = Some(value);
        }
        match (first.take(), second.take()) {
            (Some(first), Some(second)) => Poll::Ready((first, second)),
            (one, other) => {
                (first, second) = (one, other);
                Poll::Pending
            }
        }
    })
    .await
}
