//! The post: takes letters in, in the transaction that does what they tell of, and carries them until they have arrived
//! or there is no hope.
//!
//! A letter arrives at least once. Whoever carries it claims it for some minutes and takes it out once the mail server
//! has it; where the backend ends in between, the letter goes once more, with the same Message-ID.

use std::io;
use std::path::Path;

use latchkey_contract::id::AccountId;
use latchkey_contract::letter::{Delivery, LetterKind, TroubleKind};
use latchkey_permissions::Time;
use lettre::Address;
use lettre::address::Envelope;
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

use super::key::LetterKey;
use super::server::{Attempt, Server, trouble};
use super::{MailError, Message, Outbox};
use crate::problem::Refusal;
use crate::store::Db;
use crate::store::letters::{self, Claimed, NewLetter};

/// How long letters are tried for.
pub(crate) const TRIED_FOR_MS: i64 = 2 * 24 * 60 * MINUTE_MS;

const MINUTE_MS: i64 = 60_000;

/// How many minutes to leave it after each attempt; after the last of these, as long again each time.
const PAUSES: [i64; 7] = [1, 5, 15, 60, 180, 360, 720];

/// A letter that is to be sent.
pub(crate) struct Outgoing {
    kind: LetterKind,
    to: String,
    account: Option<AccountId>,
    invitation: Option<String>,
    /// From when on it is good for nothing.
    over: Option<Time>,
    written: Result<Message, MailError>,
}

impl Outgoing {
    /// A letter to this address. One that could not be written is told of like one that could not be delivered.
    pub(crate) fn new(kind: LetterKind, to: &str, written: Result<Message, MailError>) -> Self {
        Self {
            kind,
            to: to.to_owned(),
            account: None,
            invitation: None,
            over: None,
            written,
        }
    }

    /// For this member of staff.
    pub(crate) fn for_staff(mut self, account: &AccountId) -> Self {
        self.account = Some(account.clone());
        self
    }

    /// Bringing the link of this invitation, for as long as that is good for anything.
    pub(crate) fn bringing(mut self, invitation: String, expires: Time) -> Self {
        self.invitation = Some(invitation);
        self.until(expires)
    }

    /// Good for nothing from then on.
    pub(crate) fn until(mut self, over: Time) -> Self {
        self.over = Some(over);
        self
    }
}

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Enclosed {
    from: Address,
    to: Address,
    text: String,
}

/// See the module.
pub(crate) struct Post {
    key: LetterKey,
    server: Option<Server>,
    outbox: Outbox,
    /// Rung when there is a letter to carry.
    pub(super) bell: Notify,
}

impl Post {
    /// The post of this data folder. Without a mail server letters go to the outbox.
    pub(crate) fn new(folder: &Path, outbox: Outbox, server: Option<Server>) -> io::Result<Self> {
        Ok(Self {
            key: LetterKey::of(folder)?,
            server,
            outbox,
            bell: Notify::new(),
        })
    }

    /// How letters travel.
    pub(crate) fn delivery(&self) -> Delivery {
        match self.server {
            Some(_) => Delivery::Sent,
            None => Delivery::Kept,
        }
    }

    /// The name of the key with which letters are sealed here.
    pub(super) fn key_id(&self) -> &str {
        &self.key.id
    }

    /// Takes a letter in.
    pub(crate) async fn take_in(&self, db: &mut Db, letter: &Outgoing, now: Time) -> Result<(), Refusal> {
        let sealed = match &letter.written {
            Ok(message) => Some(self.seal(message)?),
            Err(error) => {
                tracing::error!(kind = ?letter.kind, %error, "a letter could not be written");
                None
            }
        };
        let unwritable = letter.written.as_ref().err();
        let unwritable = unwritable.map(|error| trouble(TroubleKind::Address, error.to_string()));
        let longest = now.plus_millis(TRIED_FOR_MS);
        let letter = NewLetter {
            kind: letter.kind,
            to: &letter.to,
            account: letter.account.as_ref(),
            invitation: letter.invitation.as_deref(),
            sealed,
            key_id: &self.key.id,
            trouble: unwritable.as_ref(),
            give_up: letter.over.map_or(longest, |over| longest.min(over)),
        };
        Ok(letters::add(db, letter, now).await?)
    }

    /// There is something to carry.
    pub(crate) fn ring(&self) {
        self.bell.notify_one();
    }

    fn seal(&self, message: &Message) -> Result<String, Refusal> {
        let failed = || {
            tracing::error!("a letter could not be sealed");
            Refusal::internal()
        };
        let envelope = message.envelope();
        let enclosed = Enclosed {
            from: envelope.from().cloned().ok_or_else(failed)?,
            to: envelope.to().first().cloned().ok_or_else(failed)?,
            text: String::from_utf8(message.to_bytes()).map_err(|_| failed())?,
        };
        let plain = serde_json::to_vec(&enclosed).map_err(|_| failed())?;
        self.key.seal.close(&plain).ok_or_else(failed)
    }

    /// Tries to deliver a letter once.
    pub(super) async fn carry(&self, letter: &Claimed) -> Attempt {
        let opened = self.key.seal.open(&letter.sealed);
        let enclosed: Option<Enclosed> = opened.and_then(|plain| serde_json::from_slice(&plain).ok());
        let Some(Enclosed { from, to, text }) = enclosed else {
            return Attempt::Never(trouble(TroubleKind::Other, "The letter could not be opened."));
        };
        match &self.server {
            // Its customers are many, and whoever sends it to them is somebody else.
            Some(server) if letter.kind != LetterKind::Newsletter => match Envelope::new(Some(from), vec![to]) {
                Ok(envelope) => server.take(&envelope, text.as_bytes()).await,
                Err(error) => Attempt::Never(trouble(TroubleKind::Address, error.to_string())),
            },
            _ => match self.outbox.lay_down(text.into_bytes()).await {
                Ok(()) => Attempt::Taken,
                Err(error) => Attempt::Away(trouble(TroubleKind::Folder, error.to_string())),
            },
        }
    }
}

/// When a letter is tried next that has been tried so often, the last time now.
pub(super) fn next_attempt(attempts: u64, now: Time) -> Time {
    let last = PAUSES.len() - 1;
    let pause = PAUSES[usize::try_from(attempts).unwrap_or(last).min(last)];
    now.plus_millis(pause * MINUTE_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_left_longer_each_time_and_never_longer_than_half_a_day() {
        let now = Time::from_millis(0);
        let minutes = |attempts| next_attempt(attempts, now).millis() / MINUTE_MS;
        assert_eq!([0, 1, 2, 3].map(minutes), [1, 5, 15, 60]);
        assert!((0..20).map(minutes).is_sorted());
        assert_eq!(minutes(u64::MAX), 720);
        // All attempts of two days, so that a server that is away for one is waited for.
        let mut at = 0;
        let attempts = (0..).take_while(|attempts| {
            at += minutes(*attempts) * MINUTE_MS;
            at < TRIED_FOR_MS
        });
        assert_eq!(attempts.count(), 9);
    }
}
