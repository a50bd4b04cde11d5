//! Closures of one type. Every distinct type of closure in a view brings its own copy of the code that renders it, one
//! or two kilobytes each; what is named before it is used in a view goes through here, and shares that code.

use std::sync::{Arc, Mutex};

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
