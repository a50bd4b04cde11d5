//! The calls about handing the store over.

use latchkey_contract::endpoint;
use latchkey_contract::id::AccountId;
use latchkey_contract::ownership::Ownership;
use latchkey_contract::session::Session;

use super::error::ClientError;
use super::signed_in::SignedInClient;

impl SignedInClient {
    /// The open offer of the store, as far as it concerns the person.
    pub(crate) async fn ownership(&self) -> Result<Ownership, ClientError> {
        self.0.send(self.0.call(&endpoint::GET_OWNERSHIP)).await?.json()
    }

    /// Offers the store to somebody on the staff.
    pub(crate) async fn offer_ownership(&self, id: &AccountId) -> Result<Ownership, ClientError> {
        let call = self.0.call_with(&endpoint::OFFER_OWNERSHIP, id.as_str());
        self.0.send(call).await?.json()
    }

    /// Takes the offer back, or declines it.
    pub(crate) async fn withdraw_ownership(&self) -> Result<(), ClientError> {
        self.0.send(self.0.call(&endpoint::WITHDRAW_OWNERSHIP)).await.map(drop)
    }

    /// Takes the store over.
    pub(crate) async fn accept_ownership(&self) -> Result<Session, ClientError> {
        self.0.send(self.0.call(&endpoint::ACCEPT_OWNERSHIP)).await?.json()
    }
}
