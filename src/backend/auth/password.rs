//! Passwords: Argon2id, off the threads that answer requests, and never more at once than there are processors.

use std::sync::Arc;
use std::thread::available_parallelism;

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::token::random;
use crate::problem::Refusal;

/// OWASP's parameters for Argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// How many may wait for their turn. More than that is a flood, and waiting would only make it worse.
const QUEUE: usize = 64;

/// Hashes and compares passwords.
#[derive(Clone)]
pub(crate) struct Passwords {
    turns: Arc<Semaphore>,
    queue: Arc<Semaphore>,
    /// The hash of a password that nobody has: comparing with it takes the time that comparing takes.
    dummy: Arc<str>,
}

impl Passwords {
    /// Ready to hash.
    pub(crate) async fn new() -> Result<Self, Refusal> {
        let mut passwords = Self {
            turns: Arc::new(Semaphore::new(available_parallelism().map_or(1, usize::from))),
            queue: Arc::new(Semaphore::new(QUEUE)),
            dummy: Arc::from(""),
        };
        let nobodys = super::token::Token::new();
        passwords.dummy = passwords.hash(nobodys.reveal().to_owned()).await?.into();
        Ok(passwords)
    }

    /// The hash of a password, with its salt and parameters, as a PHC string.
    pub(crate) async fn hash(&self, password: String) -> Result<String, Refusal> {
        self.in_turn(move || {
            let salt = SaltString::encode_b64(&random::<16>())?;
            Ok(hasher()?.hash_password(password.as_bytes(), &salt)?.to_string())
        })
        .await
    }

    /// Whether `password` is the one behind `hash`. Without a hash it is not, and takes as long.
    pub(crate) async fn matches(&self, hash: Option<&str>, password: String) -> Result<bool, Refusal> {
        let known = hash.is_some();
        let hash = hash.map_or_else(|| self.dummy.to_string(), str::to_owned);
        let same = self
            .in_turn(move || {
                let hash = PasswordHash::new(&hash)?;
                match hasher()?.verify_password(password.as_bytes(), &hash) {
                    Ok(()) => Ok(true),
                    Err(argon2::password_hash::Error::Password) => Ok(false),
                    Err(error) => Err(error),
                }
            })
            .await?;
        Ok(known && same)
    }

    pub(super) async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, argon2::password_hash::Error> + Send + 'static,
    ) -> Result<T, Refusal> {
        let Ok(place) = self.queue.clone().try_acquire_owned() else {
            return Err(Refusal::unavailable());
        };
        let turn = self
            .turns
            .clone()
            .acquire_owned()
            .await
            .map_err(|_| Refusal::unavailable())?;
        // The turn goes along: a caller who hangs up does not free it before the work is done.
        let done = spawn_blocking(move || {
            let result = work();
            drop((place, turn));
            result
        });
        match done.await {
            Ok(Ok(result)) => Ok(result),
            Ok(Err(error)) => {
                tracing::error!(%error, "hashing a password failed");
                Err(Refusal::internal())
            }
            Err(error) => {
                tracing::error!(%error, "hashing a password ended unexpectedly");
                Err(Refusal::internal())
            }
        }
    }
}

fn hasher() -> Result<Argon2<'static>, argon2::password_hash::Error> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_matches_its_own_hash_alone() {
        let passwords = Passwords::new().await.expect("it starts");
        let hash = passwords.hash("korrekt häst batteri".into()).await.expect("it hashes");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        for (candidate, same) in [("korrekt häst batteri", true), ("korrekt hast batteri", false)] {
            let matches = passwords.matches(Some(&hash), candidate.into()).await;
            assert_eq!(matches.expect("it compares"), same);
        }
        assert!(!passwords.matches(None, String::new()).await.expect("it compares"));
    }
}
