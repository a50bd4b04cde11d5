//! Closures of one type. Every distinct type of closure in a view, an effect or a memo brings its own copy of the code
//! that runs it, up to two kilobytes each; what goes through here shares that code.

use std::sync::{Arc, Mutex};

use leptos::prelude::{Effect, Memo};

/// What follows the signals it reads, whatever closure it was.
pub(crate) type Live<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

/// Makes a closure one that views render by its answer's type alone. A closure that is written inside `view!` is made
/// so by the macro.
pub(crate) fn live<T: 'static>(read: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Arc::new(Mutex::new(read))
}

/// Makes what handles an event of one type with all others of that event.
pub(crate) fn handler<E: 'static>(handle: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handle)
}

/// An effect that needs nothing of its last run.
pub(crate) fn effect(react: impl FnMut() + 'static) {
    fn shared(mut react: Box<dyn FnMut()>) {
        Effect::new(move |_| react());
    }
    shared(Box::new(react));
}

/// A memo that needs nothing of its last answer.
pub(crate) fn memo<T: PartialEq + Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    fn shared<T: PartialEq + Send + Sync + 'static>(read: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
        Memo::new(move |_| read())
    }
    shared(Box::new(read))
}
