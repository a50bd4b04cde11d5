//! What happens in the store: how it is noted, kept, told and verified.
//!
//! A handler that writes does so with a [`Writing`](crate::writing::Writing), and notes there what it does as a
//! [`Happening`](happening::Happening). What is [`Told`](told::Told) of it is kept in the same transaction, as the next
//! link of a [`chain`]. Once that is committed, whoever listens hears [`News`](news::News) of it.

pub(crate) mod bounds;
pub(crate) mod chain;
pub(crate) mod changes;
pub(crate) mod file;
pub(crate) mod happening;
pub(crate) mod holds;
pub(crate) mod news;
pub(crate) mod told;
pub(crate) mod verify;
pub(crate) mod who;
