//! How often anybody may ask what costs work and can be asked without an account. Counted in memory, by network address:
//! nothing is protected by it but the processor, and a restart may forget it.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use latchkey_contract::problem::ProblemCode;
use latchkey_permissions::Time;

use super::throttle::network;
use crate::problem::Refusal;

/// How many times may be asked at once.
const BURST: i64 = 60;
/// After how long one more time is granted, in milliseconds.
const ONE_MORE_MS: i64 = 500;
/// How many addresses are remembered, before those are forgotten that have all of it again.
const ROOM: usize = 10_000;

/// When each address will have all of its burst again.
#[derive(Debug, Default)]
pub(crate) struct Pace(Mutex<HashMap<Option<IpAddr>, i64>>);

impl Pace {
    /// Lets an address ask once, or says how long to wait.
    ///
    /// # Errors
    /// 429 where it has asked too often.
    pub(crate) fn admit(&self, peer: Option<IpAddr>, now: Time) -> Result<(), Refusal> {
        let now = now.millis();
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if asked.len() >= ROOM {
            asked.retain(|_, whole| *whole > now);
        }
        let whole = asked.entry(peer.map(network)).or_insert(now);
        let after = (*whole).max(now) + ONE_MORE_MS;
        let wait = after - now - BURST * ONE_MORE_MS;
        if wait > 0 {
            return Err(Refusal::new(ProblemCode::TooManyAttempts, "Ask again in a moment.").retry_after(wait));
        }
        *whole = after;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_asks_too_often_waits_and_others_do_not() {
        let pace = Pace::default();
        let start = Time::from_millis(0);
        let peer = |text: &str| text.parse().ok();
        for _ in 0..BURST {
            assert!(pace.admit(peer("192.0.2.7"), start).is_ok());
        }
        assert!(pace.admit(peer("192.0.2.7"), start).is_err());
        assert!(pace.admit(peer("192.0.2.8"), start).is_ok());
        assert!(pace.admit(None, start).is_ok());
        let later = start.plus_millis(ONE_MORE_MS);
        assert!(pace.admit(peer("192.0.2.7"), later).is_ok());
        assert!(pace.admit(peer("192.0.2.7"), later).is_err());
    }
}
