//! Reading for a page: the three states of something that is being fetched, and the rule that the last question wins.
//!
//! Leptos' own resources let a slower, earlier answer overwrite a newer one; here every question has a number, an
//! answer to an older one is dropped, and its call is given up.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{AbortController, AbortSignal};

use super::error::ClientError;

/// What is known so far.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Loaded<T> {
    /// Not yet known: a skeleton.
    Pending,
    /// Known. It stays so while it is asked for again.
    Ready(T),
    /// Could not be had.
    Failed(ClientError),
}

impl<T> Loaded<T> {
    /// What is known, where it is.
    pub(crate) fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Pending | Self::Failed(_) => None,
        }
    }
}

/// Something that is fetched, and can be fetched again.
pub(crate) struct Load<T: Send + Sync + 'static> {
    state: RwSignal<Loaded<T>>,
    open: OpenQuestion,
}

/// The part of it that is the same for everything: which question is open.
#[derive(Clone, Copy)]
struct OpenQuestion {
    asking: RwSignal<bool>,
    number: StoredValue<u32>,
    abort: StoredValue<Option<AbortController>, LocalStorage>,
}

/// A question on its way; it ends in what its answer changes.
type Asked = Pin<Box<dyn Future<Output = Box<dyn FnOnce()>>>>;

impl OpenQuestion {
    fn new() -> Self {
        Self {
            asking: RwSignal::new(false),
            number: StoredValue::new(0),
            abort: StoredValue::new_local(None),
        }
    }

    fn give_up(self) {
        self.number.try_update_value(|number| *number = number.wrapping_add(1));
        self.asking.try_set(false);
        if let Some(Some(controller)) = self.abort.try_update_value(Option::take) {
            controller.abort();
        }
    }

    /// Gives the older question up, and the signal that gives the new one up.
    fn begin(self) -> Option<AbortSignal> {
        self.give_up();
        let controller = AbortController::new().ok();
        let signal = controller.as_ref().map(AbortController::signal);
        self.abort.try_set_value(controller);
        self.asking.try_set(true);
        signal
    }

    /// Waits for the answer; it counts only if no other question has come in between.
    fn follow(self, asked: Asked) {
        let number = self.number.try_get_value();
        spawn_local(async move {
            let settle = asked.await;
            if number.is_some() && self.number.try_get_value() == number {
                self.asking.try_set(false);
                settle();
            }
        });
    }
}

impl<T: Send + Sync + 'static> Clone for Load<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Load<T> {}

impl<T: Clone + Send + Sync + 'static> Load<T> {
    /// Nothing asked yet. What is still asked when the owner goes is given up.
    pub(crate) fn new() -> Self {
        let load = Self {
            state: RwSignal::new(Loaded::Pending),
            open: OpenQuestion::new(),
        };
        on_cleanup(move || load.open.give_up());
        load
    }

    /// The state. Reactive.
    pub(crate) fn get(self) -> Loaded<T> {
        self.state.get()
    }

    /// The state, unless the page is gone.
    pub(crate) fn peek(self) -> Option<Loaded<T>> {
        self.state.try_get_untracked()
    }

    /// Looks at the state without copying it. Reactive.
    pub(crate) fn with<R>(self, look: impl FnOnce(&Loaded<T>) -> R) -> R {
        self.state.with(look)
    }

    /// Whether a question is open. Reactive.
    pub(crate) fn is_asking(self) -> bool {
        self.open.asking.get()
    }

    /// Puts what is known from elsewhere, the answer to a change for example; open questions no longer count.
    pub(crate) fn set(self, value: T) {
        self.open.give_up();
        self.state.try_set(Loaded::Ready(value));
    }

    /// Changes what is known.
    pub(crate) fn update(self, change: impl FnOnce(&mut T)) {
        self.state.try_update(|state| {
            if let Loaded::Ready(value) = state {
                change(value);
            }
        });
    }

    /// Asks, and lets the answer through `merge` with what was known before. An older question is given up.
    pub(crate) fn ask_and<F, A>(
        self,
        ask: impl FnOnce(Option<AbortSignal>) -> F,
        merge: impl FnOnce(Option<T>, A) -> T + 'static,
    ) where
        F: Future<Output = Result<A, ClientError>> + 'static,
        A: 'static,
    {
        let answer = ask(self.open.begin());
        self.open.follow(Box::pin(async move {
            let answer = answer.await;
            Box::new(move || self.settle(answer, merge)) as Box<dyn FnOnce()>
        }));
    }

    fn settle<A>(self, answer: Result<A, ClientError>, merge: impl FnOnce(Option<T>, A) -> T) {
        let before = match self.peek() {
            Some(Loaded::Ready(before)) => Some(before),
            _ => None,
        };
        let after = match (answer, before) {
            (Ok(answer), before) => Loaded::Ready(merge(before, answer)),
            // What is on the screen stays there while the line is down; the banner says so.
            (Err(error), Some(before)) if error.is_passing() => Loaded::Ready(before),
            (Err(error), _) => Loaded::Failed(error),
        };
        self.state.try_set(after);
    }

    /// Asks; the answer takes the place of what was known.
    pub(crate) fn ask<F>(self, ask: impl FnOnce(Option<AbortSignal>) -> F)
    where
        F: Future<Output = Result<T, ClientError>> + 'static,
    {
        self.ask_and(ask, |_, answer| answer);
    }
}
