//! What changes, told as it happens: the streams behind `GET /events`.
//!
//! What has been committed comes in as [`News`](crate::activity::news::News) and becomes [`telling`]s in one place. The
//! [`hub`] keeps the last of them in one ring for everybody: a stream is only a place in it, so one that is read slowly
//! holds no memory, and when it has fallen off the end it is told to ask for everything. Each [`stream`] belongs to one
//! session, decides for itself what that person may hear, and ends with it. Where several processes serve one store, each
//! hears of the commits of all ([`others`]).

pub(crate) mod event_id;
pub(crate) mod hub;
pub(crate) mod listening;
mod messages;
pub(crate) mod others;
pub(crate) mod places;
pub(crate) mod stream;
pub(crate) mod telling;
