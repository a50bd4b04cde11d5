//! What a backend is started with. The program's command line and environment are read elsewhere, into this.

use std::path::PathBuf;

use latchkey_contract::limits::{INVITATION_LIFETIME_MS, PROOF_LIFETIME_MS};

use crate::clock::Clock;
use crate::mail::Smtp;
use crate::names::Names;
use crate::sample::SampleSize;

/// What a backend is started with.
#[derive(Clone, Debug)]
pub struct Config {
    /// The folder for the database and the outbox; made where it is missing.
    pub data: PathBuf,
    /// The folder of the app's bundle, where it is served too.
    pub assets: Option<PathBuf>,
    /// A folder of descriptors of resources, where more are served than those that come with the backend.
    pub resources: Option<PathBuf>,
    /// The address under which browsers reach it, for links and for comparing origins.
    pub public_url: String,
    /// The origins whose pages may call the API with a token; the app's own needs none.
    pub other_origins: Vec<String>,
    /// What a new store is filled with. A store that is there already stays as it is.
    pub seed: Seed,
    /// How much trade a new sample store has seen.
    pub sample_size: SampleSize,
    /// How long an invitation can be used.
    pub invitation_lifetime_ms: i64,
    /// Where the present moment comes from.
    pub clock: Clock,
    /// Where domains are looked up.
    pub names: Names,
    /// How long a session lives.
    pub sessions: SessionLimits,
    /// How long a proof of who it is holds for what needs a fresh one, in milliseconds.
    pub proof_lifetime_ms: i64,
    /// How failed attempts are slowed down.
    pub throttle: Throttle,
    /// The mail server; without one, letters are kept in a folder.
    pub smtp: Option<Smtp>,
    /// The address that letters are from. Where a mail server sends them, there is one.
    pub mail_from: Option<String>,
}

impl Config {
    /// The ordinary settings for this folder and address, with the people of the sample store and no trade.
    pub fn new(data: impl Into<PathBuf>, public_url: impl Into<String>) -> Self {
        Self {
            data: data.into(),
            assets: None,
            resources: None,
            public_url: public_url.into(),
            other_origins: Vec::new(),
            seed: Seed::Sample { password: None },
            sample_size: SampleSize::NONE,
            invitation_lifetime_ms: INVITATION_LIFETIME_MS,
            clock: Clock::System,
            names: Names::System,
            sessions: SessionLimits::default(),
            proof_lifetime_ms: PROOF_LIFETIME_MS,
            throttle: Throttle::default(),
            smtp: None,
            mail_from: None,
        }
    }
}

/// What a new store is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seed {
    /// The sample store, so that there is something to try.
    Sample {
        /// The password of all its people; a random one where none is given.
        password: Option<String>,
    },
    /// Nothing: the owner is created in the browser, with the link that the backend prints.
    Empty,
}

/// How long a session lives, after ASVS 7.3.1 and 7.3.2. Ordinarily for people who work in a shop all day: one that nobody
/// has used for a day is over, and any is after thirty days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionLimits {
    /// How long without being used.
    pub idle_ms: i64,
    /// How long in all, used or not.
    pub absolute_ms: i64,
}

impl Default for SessionLimits {
    fn default() -> Self {
        let day = 24 * 60 * 60_000;
        Self {
            idle_ms: day,
            absolute_ms: 30 * day,
        }
    }
}

/// How failed attempts are slowed down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Throttle {
    /// Failures for one account before its next attempt has to wait.
    pub account_failures: i64,
    /// Failures from one network address before its next attempt has to wait. Larger, because an office or a proxy
    /// shares one.
    pub peer_failures: i64,
    /// The first wait; each further failure doubles it.
    pub first_wait_ms: i64,
    /// The longest wait.
    pub longest_wait_ms: i64,
    /// After this long without an attempt, earlier failures no longer count.
    pub forgotten_after_ms: i64,
}

impl Default for Throttle {
    fn default() -> Self {
        Self {
            account_failures: 5,
            peer_failures: 50,
            first_wait_ms: 1_000,
            longest_wait_ms: 15 * 60_000,
            forgotten_after_ms: 60 * 60_000,
        }
    }
}
