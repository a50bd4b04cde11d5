//! The owner's calls on letters that have not arrived.

use latchkey_contract::endpoint;
use latchkey_contract::id::LetterId;
use latchkey_contract::letter::{Letter, LetterPage};
use web_sys::AbortSignal;

use super::error::ClientError;
use super::signed_in::SignedInClient;

impl SignedInClient {
    /// What has not arrived, and how letters travel.
    pub(crate) async fn letters(&self, abort: Option<AbortSignal>) -> Result<LetterPage, ClientError> {
        let call = self.0.call(&endpoint::LIST_LETTERS).abort_with(abort);
        self.0.send(call).await?.json()
    }

    /// Has a letter tried again at once.
    pub(crate) async fn retry_letter(&self, id: &LetterId) -> Result<Letter, ClientError> {
        let call = self.0.call_with(&endpoint::RETRY_LETTER, id.as_str());
        self.0.send(call).await?.json()
    }

    /// Throws a letter away.
    pub(crate) async fn discard_letter(&self, id: &LetterId) -> Result<(), ClientError> {
        let call = self.0.call_with(&endpoint::DISCARD_LETTER, id.as_str());
        self.0.send(call).await.map(drop)
    }
}
