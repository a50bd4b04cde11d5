//! Waiting for a fresh proof. A call that the backend refuses for want of one waits here, the page asks the person once for
//! all that wait, and then each is made again by itself: whoever made it notices nothing.

use std::cell::RefCell;

use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

thread_local! {
    /// Wakes each call that waits.
    static WAITING: RefCell<Vec<Function>> = const { RefCell::new(Vec::new()) };
}

/// Whether the person is being asked. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Prover(RwSignal<bool>);

impl Prover {
    /// Nobody is asked.
    pub(super) fn new() -> Self {
        Self(RwSignal::new(false))
    }

    /// Whether the person is being asked. Reactive.
    pub(crate) fn is_asking(self) -> bool {
        self.0.get()
    }

    /// Has the person asked; whether the proof was given.
    pub(super) async fn ask(self) -> bool {
        let answered = Promise::new(&mut |wake, _| WAITING.with_borrow_mut(|waiting| waiting.push(wake)));
        self.0.try_set(true);
        JsFuture::from(answered).await.is_ok_and(|given| given.is_truthy())
    }

    /// The proof was given, or the person would rather not: what waits goes on.
    pub(crate) fn settle(self, given: bool) {
        self.0.try_set(false);
        for wake in WAITING.take() {
            // A promise can be settled whenever one likes.
            let _ = wake.call1(&JsValue::UNDEFINED, &JsValue::from_bool(given));
        }
    }
}
