//! What a backend tells by itself, over `GET /events`: server-sent events, each with a name and data in JSON.
//!
//! An event says that something has changed, never what it is now: whoever hears it asks by the ordinary calls, whose
//! rules decide. [`STREAM_OPENED`] comes first; an event with an id can be asked for from there on, with `Last-Event-ID`
//! or, where a browser cannot set that, with `?after=`.

use serde::{Deserialize, Serialize};

use crate::id::{AccountId, RecordId, ResourceId};

/// The stream stands.
pub const STREAM_OPENED: &str = "stream.opened";
/// What lies between the id that was asked for and now is no longer known: everything has to be asked for anew.
pub const STREAM_RESET: &str = "stream.reset";
/// Nothing has happened, and the stream still stands. Told every [`ALIVE_EVERY_MS`].
pub const STREAM_ALIVE: &str = "stream.alive";
/// What the person is or may do has changed.
pub const SESSION_CHANGED: &str = "session.changed";
/// The session has ended; the stream ends with it.
pub const SESSION_ENDED: &str = "session.ended";
/// The person has signed in elsewhere, on a device that was not known. Told in all other sessions.
pub const SESSION_ELSEWHERE: &str = "session.elsewhere";
/// Staff accounts, invitations, roles or the offer of the store have changed. For the owner; of the offer, also for whom it
/// is made.
pub const STAFF_CHANGED: &str = "staff.changed";
/// Records have changed. For whoever may view them.
pub const RESOURCE_CHANGED: &str = "resource.changed";
/// What has not arrived of the letters, or how it stands with one, has changed. For the owner.
pub const LETTERS_CHANGED: &str = "letters.changed";
/// Something has been added to what happened in the store. For the owner.
pub const ACTIVITY_CHANGED: &str = "activity.changed";

/// How often a stream says that it still stands. A client that has heard nothing for some of these asks instead.
pub const ALIVE_EVERY_MS: u32 = 10_000;

/// The header of `GET /session` that says which event was the last before the answer: a stream that is opened after it
/// leaves out nothing.
pub const EVENTS_SO_FAR: &str = "latchkey-events";

/// The header by which a client says that it asks by itself, since something has changed, and nobody is at work there. Such
/// a request keeps no session alive.
pub const WATCHING: &str = "latchkey-watching";

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// [`STREAM_OPENED`].
    StreamOpened,
    /// [`STREAM_RESET`].
    StreamReset,
    /// [`STREAM_ALIVE`].
    StreamAlive,
    /// [`SESSION_CHANGED`].
    SessionChanged,
    /// [`SESSION_ENDED`].
    SessionEnded(SessionEnded),
    /// [`SESSION_ELSEWHERE`].
    SessionElsewhere,
    /// [`STAFF_CHANGED`].
    StaffChanged(StaffChanged),
    /// [`RESOURCE_CHANGED`].
    ResourceChanged(ResourceChanged),
    /// [`LETTERS_CHANGED`].
    LettersChanged,
    /// [`ACTIVITY_CHANGED`].
    ActivityChanged,
}

impl Event {
    /// Its name.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::StreamOpened => STREAM_OPENED,
            Self::StreamReset => STREAM_RESET,
            Self::StreamAlive => STREAM_ALIVE,
            Self::SessionChanged => SESSION_CHANGED,
            Self::SessionEnded(_) => SESSION_ENDED,
            Self::SessionElsewhere => SESSION_ELSEWHERE,
            Self::StaffChanged(_) => STAFF_CHANGED,
            Self::ResourceChanged(_) => RESOURCE_CHANGED,
            Self::LettersChanged => LETTERS_CHANGED,
            Self::ActivityChanged => ACTIVITY_CHANGED,
        }
    }
}

/// The data of [`SESSION_ENDED`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SessionEnded {
    /// Why.
    pub reason: EndReason,
}

/// Why a session has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EndReason {
    /// The owner has taken the person's access back.
    Revoked,
    /// The owner has suspended the person.
    Suspended,
    /// The person's access had an end, and that has come.
    Ended,
    /// It was signed out, ended from elsewhere, or is over its time.
    SignedOut,
}

/// The data of [`STAFF_CHANGED`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaffChanged {
    /// The account, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<AccountId>,
}

/// The data of [`RESOURCE_CHANGED`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResourceChanged {
    /// The resource.
    pub resource: ResourceId,
    /// The record, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<RecordId>,
}
