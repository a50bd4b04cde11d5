//! What is told within the backend once something has been committed: that it happened and whom it concerns, and none
//! of what was written. Whoever hears it reads that anew, by the rules for whoever asks.

use latchkey_contract::activity::Kind;
use latchkey_contract::id::{AccountId, RecordId, ResourceId, SessionId};

/// The accounts whose access or sessions may be other than before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Concerned(pub(crate) Vec<AccountId>);

/// Something that has happened and stays so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct News {
    /// What kind of thing.
    pub(crate) kind: Kind,
    /// Whom it concerns.
    pub(crate) accounts: Concerned,
    /// The resource whose records are concerned.
    pub(crate) resource: Option<ResourceId>,
    /// The record, where it is one.
    pub(crate) record: Option<RecordId>,
    /// The session that began on a new device, of which the person is told in the others.
    pub(crate) session: Option<SessionId>,
}
