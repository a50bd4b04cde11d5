//! What is told within the backend once something has been committed: that it happened and whom it concerns, and none
//! of what was written. Whoever listens reads that anew, by the rules for whoever asks.

use std::sync::Arc;

use latchkey_contract::activity::Kind;
use latchkey_contract::id::{AccountId, RecordId, ResourceId};
use tokio::sync::broadcast;

/// How many commits a listener may lag behind. One that lags further is told so, and has to look at everything anew.
const ROOM: usize = 1024;

/// The accounts whose access or sessions may be other than before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Concerned(pub(crate) Vec<AccountId>);

impl Concerned {
    /// Whether this account is among them.
    #[expect(dead_code, reason = "for whoever listens on behalf of one person")]
    pub(crate) fn has(&self, account: &AccountId) -> bool {
        self.0.contains(account)
    }
}

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
}

/// Where news are told. Of what two people commit at the same moment, either may be told first.
#[derive(Debug)]
pub(crate) struct Told(broadcast::Sender<Arc<[News]>>);

impl Told {
    /// Nobody listens yet.
    pub(crate) fn new() -> Self {
        Self(broadcast::Sender::new(ROOM))
    }

    /// Tells what one commit has done.
    pub(crate) fn tell(&self, news: Arc<[News]>) {
        // Nobody may be listening.
        let _ = self.0.send(news);
    }

    /// Listens to all that is committed from now on.
    #[expect(dead_code, reason = "listened to by what keeps open pages up to date")]
    pub(crate) fn listen(&self) -> broadcast::Receiver<Arc<[News]>> {
        self.0.subscribe()
    }
}
