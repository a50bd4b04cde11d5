//! Secrets and ids from the system's random numbers. Of a secret only its hash is ever kept.

use std::fmt::{self, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// A secret of 256 random bits: a session, an invitation, a set-up. It shows itself to nobody by accident.
#[derive(Clone)]
pub(crate) struct Token(String);

impl Token {
    /// A new one.
    pub(crate) fn new() -> Self {
        Self(URL_SAFE_NO_PAD.encode(random::<32>()))
    }

    /// One that a caller presents.
    pub(crate) fn presented(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The secret itself, for the one answer or message that carries it.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }

    /// What is kept. A plain hash is enough, because there is nothing to guess in 256 random bits.
    pub(crate) fn hash(&self) -> String {
        sha256_hex(&[self.0.as_bytes()])
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// A new id of a record: 128 random bits, so that none can be guessed.
pub(crate) fn new_id() -> String {
    hex(&random::<16>())
}

/// Random bytes of the system.
///
/// # Panics
/// Where the system has none: nothing here would be safe without them.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system gives random numbers");
    bytes
}

/// SHA-256 of the parts, each with its length before it, so that no two lists of parts are the same bytes.
pub(crate) fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut digest = Sha256::new();
    if let [one] = parts {
        digest.update(one);
    } else {
        for part in parts {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
    }
    digest.finalize().into()
}

/// [`sha256`] in hexadecimal.
pub(crate) fn sha256_hex(parts: &[&[u8]]) -> String {
    hex(&sha256(parts))
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_256_bits_and_hides_itself() {
        let token = Token::new();
        assert_eq!(token.reveal().len(), 43);
        assert_ne!(token.reveal(), Token::new().reveal());
        assert_eq!(format!("{token:?}"), "Token(…)");
        assert_eq!(token.hash(), Token::presented(token.reveal()).hash());
    }

    #[test]
    fn hashes_tell_apart_where_one_part_ends() {
        assert_ne!(sha256(&[b"ab", b"c"]), sha256(&[b"a", b"bc"]));
        assert_eq!(
            sha256_hex(&[b"abc"]),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
