//! Who is signed in, and what that person may do: the one place where the app knows it.
//!
//! The state has three answers to "may I?": not yet known, yes, and no with the reason. Not yet known is never shown as
//! either of the others. A change of access arrives here (by the stream of events, on focus, after a refusal, and where
//! there is no stream every few seconds) and menus and pages follow, because everything they show is derived from this
//! state.

mod arrival;
mod live;
mod refresh;
mod state;
mod stream;
mod verdict;

pub(crate) use arrival::Arrival;
pub(crate) use live::{ACTIVITY_KEY, LETTERS_KEY, Live, MANY, STAFF_KEY, on_change, on_elsewhere, record, records};
pub(crate) use refresh::keep_fresh;
pub(crate) use state::{Farewell, Known, Phase, Sessions, SignedIn, use_sessions, use_signed_in};
pub(crate) use stream::{Stream, begin as begin_stream};
pub(crate) use verdict::{Gate, Verdict};
