//! Who is signed in, and what that person may do: the one place where the app knows it.
//!
//! The state has three answers to "may I?": not yet known, yes, and no with the reason. Not yet known is never shown as
//! either of the others. A change of access arrives here (on focus, after a refusal, every twenty seconds) and menus and
//! pages follow, because everything they show is derived from this state.

mod arrival;
mod refresh;
mod state;
mod verdict;

pub(crate) use arrival::Arrival;
pub(crate) use refresh::keep_fresh;
pub(crate) use state::{Farewell, Known, Phase, Sessions, SignedIn, use_sessions, use_signed_in};
pub(crate) use verdict::{Gate, Verdict};
