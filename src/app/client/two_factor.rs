//! The calls on the second factor: one's own, and the owner's for somebody who has lost it, or the password.

use latchkey_contract::endpoint;
use latchkey_contract::id::AccountId;
use latchkey_contract::staff::StaffMember;
use latchkey_contract::two_factor::{PasswordProof, RecoveryCodes, TwoFactor, TwoFactorCode, TwoFactorSetUp};

use super::error::ClientError;
use super::signed_in::SignedInClient;

impl SignedInClient {
    /// How it stands with one's own second factor.
    pub(crate) async fn two_factor(&self) -> Result<TwoFactor, ClientError> {
        self.0.send(self.0.call(&endpoint::GET_TWO_FACTOR)).await?.json()
    }

    /// Begins to set one up. It asks for nothing until it is confirmed.
    pub(crate) async fn start_two_factor(&self, proof: &PasswordProof) -> Result<TwoFactorSetUp, ClientError> {
        let call = self.0.call(&endpoint::START_TWO_FACTOR).json(proof);
        self.0.send(call).await?.json()
    }

    /// Turns it on; all other sessions end.
    pub(crate) async fn confirm_two_factor(&self, code: &TwoFactorCode) -> Result<RecoveryCodes, ClientError> {
        let call = self.0.call(&endpoint::CONFIRM_TWO_FACTOR).json(code);
        self.0.send(call).await?.json()
    }

    /// Turns it off; all other sessions end.
    pub(crate) async fn remove_two_factor(&self, proof: &PasswordProof) -> Result<(), ClientError> {
        let call = self.0.call(&endpoint::REMOVE_TWO_FACTOR).json(proof);
        self.0.send(call).await.map(drop)
    }

    /// Makes new recovery codes in place of the old ones.
    pub(crate) async fn renew_recovery_codes(&self, proof: &PasswordProof) -> Result<RecoveryCodes, ClientError> {
        let call = self.0.call(&endpoint::RENEW_RECOVERY_CODES).json(proof);
        self.0.send(call).await?.json()
    }

    /// Has a link for a new password sent to somebody.
    pub(crate) async fn send_password_link(&self, id: &AccountId) -> Result<(), ClientError> {
        let call = self.0.call_with(&endpoint::SEND_PASSWORD_LINK, id.as_str());
        self.0.send(call).await.map(drop)
    }

    /// Takes away the second factor of somebody who has lost it.
    pub(crate) async fn reset_two_factor(&self, id: &AccountId) -> Result<StaffMember, ClientError> {
        self.0
            .send(self.0.call_with(&endpoint::RESET_TWO_FACTOR, id.as_str()))
            .await?
            .json()
    }
}
