//! Sealing: what is kept and must not be read with the database alone.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::Aead;
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit, Nonce};

use crate::auth::token::random;

const NONCE_LENGTH: usize = 12;

/// Seals and opens with one key.
pub(crate) struct Seal(ChaCha20Poly1305);

impl Seal {
    /// With this key.
    pub(crate) fn new(key: &[u8; 32]) -> Self {
        Self(ChaCha20Poly1305::new(Key::from_slice(key)))
    }

    /// A text that only this key opens; none where there is too much of it.
    pub(crate) fn close(&self, plain: &[u8]) -> Option<String> {
        let nonce = random::<NONCE_LENGTH>();
        let mut sealed = nonce.to_vec();
        sealed.extend(self.0.encrypt(Nonce::from_slice(&nonce), plain).ok()?);
        Some(STANDARD_NO_PAD.encode(sealed))
    }

    /// What was sealed; none where it was sealed with another key, or altered since.
    pub(crate) fn open(&self, sealed: &str) -> Option<Vec<u8>> {
        let sealed = STANDARD_NO_PAD.decode(sealed).ok()?;
        let (nonce, text) = sealed.split_at_checked(NONCE_LENGTH)?;
        self.0.decrypt(Nonce::from_slice(nonce), text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_opens_what_nobody_has_altered() {
        let (own, other) = (Seal::new(&[1; 32]), Seal::new(&[2; 32]));
        let sealed = own.close(b"a link").expect("it is sealed");
        assert_eq!(own.open(&sealed).as_deref(), Some(&b"a link"[..]));
        assert_eq!(other.open(&sealed), None);
        assert_ne!(own.close(b"a link").as_ref(), Some(&sealed));
        let mut altered = sealed.into_bytes();
        let last = altered.last_mut().expect("it is not empty");
        *last = if *last == b'A' { b'B' } else { b'A' };
        assert_eq!(own.open(&String::from_utf8(altered).expect("text")), None);
        assert_eq!(own.open("x"), None);
    }
}
