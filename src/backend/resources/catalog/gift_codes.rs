//! Codes of gift cards. Whoever knows one can spend it, so only its hash is kept, and its end to tell cards apart.

use crate::auth::token::{random, sha256_hex};

/// Letters and digits that nobody takes for one another: 32 of them, so that a byte picks each as often.
const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// A code: sixteen letters, 80 random bits.
pub(super) struct Code([u8; 16]);

impl Code {
    /// A new one.
    pub(super) fn new() -> Self {
        Self(random::<16>().map(|byte| LETTERS[usize::from(byte % 32)]))
    }

    /// The code as it is told once: `ABCD-EFGH-JKLM-NPQR`.
    pub(super) fn reveal(&self) -> String {
        let groups: Vec<_> = self.0.chunks(4).map(text).collect();
        groups.join("-")
    }

    /// What everybody may see of it.
    pub(super) fn masked(&self) -> String {
        format!("•••• •••• •••• {}", text(&self.0[12..]))
    }

    /// What is kept. A plain hash is enough, because there is nothing to guess in 80 random bits.
    pub(super) fn hash(&self) -> String {
        sha256_hex(&[&self.0])
    }
}

fn text(letters: &[u8]) -> String {
    letters.iter().map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_told_once_and_kept_as_a_hash() {
        let code = Code::new();
        let told = code.reveal();
        assert_eq!(told.len(), 19);
        assert!(code.masked().ends_with(&told[15..]));
        assert!(!code.hash().contains(&told[..4]));
        assert_ne!(told, Code::new().reveal());
    }
}
