//! Slowing down after failures, by account and by network address.
//!
//! An attempt is counted as failed before it is judged, in the transaction that lets it through, and taken back when it
//! succeeds. Otherwise a thousand attempts at once would all pass before the first of them had failed.

use std::net::{IpAddr, Ipv6Addr};

use latchkey_contract::problem::ProblemCode;
use latchkey_permissions::Time;

use super::token::sha256_hex;
use crate::config::Throttle;
use crate::problem::Refusal;
use crate::store::Db;
use crate::store::attempts::{self, Attempts};
use crate::validate::folded;

/// One failure of a network address is forgiven in this time, however busy it is: an office that shares an address
/// mistypes now and then for ever.
const PEER_FORGIVES_ONE_MS: i64 = 60_000;

/// What is counted. Kept as a hash: people type passwords into the wrong field, and that must not be kept.
#[derive(Clone, Debug)]
pub(crate) enum Subject {
    /// Attempts to be this account, whether or not it exists.
    Account(String),
    /// Attempts from one network address.
    Peer(String),
}

impl Subject {
    /// Signing in with this address.
    pub(crate) fn sign_in(email: &str) -> Self {
        Self::Account(sha256_hex(&[b"sign-in", folded(email).as_bytes()]))
    }

    /// Asking for a new password for this address.
    pub(crate) fn forgotten(email: &str) -> Self {
        Self::Account(sha256_hex(&[b"forgotten", folded(email).as_bytes()]))
    }

    /// Asking for new passwords from this network address. Counted apart, so that it keeps nobody from signing in.
    pub(crate) fn peer_forgets(peer: IpAddr) -> Self {
        Self::Peer(sha256_hex(&[b"peer-forgets", network(peer).to_string().as_bytes()]))
    }

    /// Confirming the password of the account one is signed in to.
    pub(crate) fn confirm(account: &str) -> Self {
        Self::Account(sha256_hex(&[b"confirm", account.as_bytes()]))
    }

    /// Anything from this address.
    pub(crate) fn peer(peer: IpAddr) -> Self {
        Self::Peer(sha256_hex(&[b"peer", network(peer).to_string().as_bytes()]))
    }

    fn key(&self) -> &str {
        match self {
            Self::Account(key) | Self::Peer(key) => key,
        }
    }

    fn limit(&self, throttle: &Throttle) -> i64 {
        match self {
            Self::Account(_) => throttle.account_failures,
            Self::Peer(_) => throttle.peer_failures,
        }
    }

    /// What still counts at `now`.
    fn remembered(&self, before: Option<Attempts>, throttle: &Throttle, now: Time) -> Attempts {
        let fresh = Attempts {
            failures: 0,
            since: now,
            blocked_until: now,
        };
        let Some(before) = before else { return fresh };
        let age = now.millis() - before.since.millis();
        match self {
            Self::Account(_) if age > throttle.forgotten_after_ms => fresh,
            Self::Account(_) => Attempts { since: now, ..before },
            Self::Peer(_) => {
                let forgiven = (age / PEER_FORGIVES_ONE_MS).max(0);
                if forgiven >= before.failures {
                    return fresh;
                }
                Attempts {
                    failures: before.failures - forgiven,
                    since: before.since.plus_millis(forgiven * PEER_FORGIVES_ONE_MS),
                    ..before
                }
            }
        }
    }
}

/// What counts as one caller: of IPv6 the first half, since the second is the caller's to choose.
pub(super) fn network(peer: IpAddr) -> IpAddr {
    match peer {
        IpAddr::V4(_) => peer,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            address
                .to_ipv4_mapped()
                .map_or_else(|| Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into(), IpAddr::V4)
        }
    }
}

/// Lets an attempt through, counted as failed already, or says how long to wait.
pub(crate) async fn admit(db: &mut Db, throttle: &Throttle, subjects: &[Subject], now: Time) -> Result<(), Refusal> {
    attempts::forget_old(db, now.plus_millis(-throttle.forgotten_after_ms)).await?;
    let mut counted = Vec::with_capacity(subjects.len());
    for subject in subjects {
        let before = attempts::find(db, subject.key()).await?;
        let before_now = subject.remembered(before, throttle, now);
        let wait = before_now.blocked_until.millis() - now.millis();
        if wait > 0 {
            return Err(Refusal::new(
                ProblemCode::TooManyAttempts,
                "Too many attempts. Wait a little, then try again.",
            )
            .retry_after(wait));
        }
        counted.push((subject, before_now));
    }
    for (subject, before) in counted {
        let failures = before.failures + 1;
        let blocked_until = now.plus_millis(wait_after(failures, subject.limit(throttle), throttle));
        let after = Attempts {
            failures,
            blocked_until,
            ..before
        };
        attempts::note(db, subject.key(), after).await?;
    }
    Ok(())
}

/// Takes back what [`admit`] has counted: the attempt succeeded. An account starts anew, an address does not, or
/// whoever has one good password could try as many others as they like.
pub(crate) async fn succeeded(db: &mut Db, subjects: &[Subject]) -> Result<(), Refusal> {
    for subject in subjects {
        match subject {
            Subject::Account(key) => attempts::forget(db, key).await?,
            Subject::Peer(key) => attempts::take_one_back(db, key).await?,
        }
    }
    Ok(())
}

/// Takes back one attempt that neither failed nor succeeded, and no failure before it.
pub(crate) async fn undecided(db: &mut Db, subjects: &[Subject]) -> Result<(), Refusal> {
    for subject in subjects {
        attempts::take_one_back(db, subject.key()).await?;
    }
    Ok(())
}

fn wait_after(failures: i64, limit: i64, throttle: &Throttle) -> i64 {
    let beyond = failures - limit;
    if beyond < 0 {
        return 0;
    }
    // Far beyond any longest wait, and far below what a number can hold.
    let doublings = beyond.min(30);
    throttle
        .first_wait_ms
        .saturating_mul(1 << doublings)
        .min(throttle.longest_wait_ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_longest() {
        let throttle = Throttle::default();
        let waits: Vec<_> = [4, 5, 6, 7, 14, 15, 68, 69, 5_000]
            .map(|failures| wait_after(failures, 5, &throttle) / 1000)
            .into();
        assert_eq!(waits, [0, 1, 2, 4, 512, 900, 900, 900, 900]);
    }

    #[test]
    fn neighbours_in_an_ipv6_network_count_as_one() {
        let key = |text: &str| Subject::peer(text.parse().expect("an address")).key().to_owned();
        assert_eq!(key("2001:db8:1:2::7"), key("2001:db8:1:2:ffff::9"));
        assert_ne!(key("2001:db8:1:2::7"), key("2001:db8:1:3::7"));
        assert_eq!(key("::ffff:192.0.2.7"), key("192.0.2.7"));
        assert_ne!(key("192.0.2.7"), key("192.0.2.8"));
    }

    #[test]
    fn an_address_is_forgiven_slowly_and_an_account_all_at_once() {
        let throttle = Throttle::default();
        let start = Time::from_millis(0);
        let before = Some(Attempts {
            failures: 50,
            since: start,
            blocked_until: start,
        });
        let later = |minutes: i64| start.plus_millis(minutes * 60_000);
        let peer = Subject::peer("192.0.2.7".parse().expect("an address"));
        assert_eq!(peer.remembered(before, &throttle, later(10)).failures, 40);
        assert_eq!(peer.remembered(before, &throttle, later(59)).failures, 0);
        let account = Subject::sign_in("a@example.test");
        assert_eq!(account.remembered(before, &throttle, later(60)).failures, 50);
        assert_eq!(account.remembered(before, &throttle, later(61)).failures, 0);
    }
}
