//! What an event is called by, so that it can be gone on from there.
//!
//! What is told of a commit has its place after the commit's last entry in the chain of what happened. So an id means the
//! same to every process that serves the store, and after every start; and one of another past, from before a backup was
//! put back for example, is told by the entry's hash.

use std::cmp::Reverse;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::activity::chain::Head;

/// How much of an entry's hash tells it from one of another past.
const MARK_LENGTH: usize = 12;

/// The number of the last entry of a commit.
pub(super) type Entry = u64;
/// How many tellings of the same commit come after one: known without knowing how many there were before it.
pub(super) type Left = u32;

/// The id of an event: the last entry of the commit that it tells of, and which of its tellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EventId {
    pub(super) entry: Entry,
    pub(super) left: Left,
    pub(super) mark: Arc<str>,
}

impl EventId {
    /// After all that is told of the commit with this end.
    pub(super) fn after(head: &Head) -> Self {
        Self {
            entry: head.count,
            left: 0,
            mark: head.hash.get(..MARK_LENGTH).unwrap_or(&head.hash).into(),
        }
    }

    /// Earlier ones are less.
    pub(super) fn order(&self) -> (Entry, Reverse<Left>) {
        (self.entry, Reverse(self.left))
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.entry, self.left, self.mark)
    }
}

impl FromStr for EventId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.splitn(3, '.');
        let mut part = || parts.next().ok_or(());
        Ok(Self {
            entry: part()?.parse().map_err(drop)?,
            left: part()?.parse().map_err(drop)?,
            mark: part()?.into(),
        })
    }
}
