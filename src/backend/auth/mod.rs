//! Who is calling, and how that is proved: tokens, passwords, waits after failures, and the extractors that carry
//! the proof into a handler.

pub(crate) mod confirm;
pub(crate) mod devices;
pub(crate) mod extract;
pub(crate) mod flights;
pub(crate) mod fresh;
pub(crate) mod may;
pub(crate) mod pace;
pub(crate) mod password;
pub(crate) mod password_rules;
pub(crate) mod presented;
pub(crate) mod proof;
pub(crate) mod second_factor;
pub(crate) mod session;
pub(crate) mod throttle;
pub(crate) mod token;
pub(crate) mod turns;
