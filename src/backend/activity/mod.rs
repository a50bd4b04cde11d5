//! What happens in the store, and who is told.
//!
//! A handler that writes does so with a [`Writing`](crate::writing::Writing), and notes there what it does as a
//! [`Happening`](happening::Happening). Once it is committed, whoever listens hears [`News`](news::News) of it.

pub(crate) mod happening;
pub(crate) mod holds;
pub(crate) mod news;
pub(crate) mod who;
