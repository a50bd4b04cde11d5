//! The calls about arrival and departure: steps before access, requests for an invitation, and the proof of a revocation.

use latchkey_contract::endpoint;
use latchkey_contract::id::{AccountId, Version};
use latchkey_contract::onboarding::{BasicsAcceptance, OnboardingDraft, OnboardingSettings, OwnOnboarding};
use latchkey_contract::revocation::RevocationProof;
use latchkey_contract::staff::StaffMember;

use super::error::ClientError;
use super::signed_in::SignedInClient;

impl SignedInClient {
    /// One's own steps before access.
    pub(crate) async fn onboarding(&self) -> Result<OwnOnboarding, ClientError> {
        self.0.send(self.0.call(&endpoint::GET_ONBOARDING)).await?.json()
    }

    /// Accepts the security basics in the version that was read.
    pub(crate) async fn accept_basics(&self, version: u64) -> Result<OwnOnboarding, ClientError> {
        let call = self.0.call(&endpoint::ACCEPT_BASICS);
        self.0
            .send(call.json(&BasicsAcceptance {
                basics_version: version,
            }))
            .await?
            .json()
    }

    /// Ends the guided tour.
    pub(crate) async fn finish_tour(&self) -> Result<OwnOnboarding, ClientError> {
        self.0.send(self.0.call(&endpoint::FINISH_TOUR)).await?.json()
    }

    /// Which steps come before access, and the security basics.
    pub(crate) async fn onboarding_settings(&self) -> Result<OnboardingSettings, ClientError> {
        self.0
            .send(self.0.call(&endpoint::GET_ONBOARDING_SETTINGS))
            .await?
            .json()
    }

    /// Changes them, where they are still in the state `seen`.
    pub(crate) async fn put_onboarding_settings(
        &self,
        seen: &Version,
        draft: &OnboardingDraft,
    ) -> Result<OnboardingSettings, ClientError> {
        let call = self.0.call(&endpoint::PUT_ONBOARDING_SETTINGS);
        self.0.send(call.json(draft).if_match(seen)).await?.json()
    }

    /// Reminds somebody of the steps that are left.
    pub(crate) async fn remind(&self, id: &AccountId) -> Result<StaffMember, ClientError> {
        let call = self.0.call_with(&endpoint::REMIND_STAFF, id.as_str());
        self.0.send(call).await?.json()
    }

    /// Leaves a request for an invitation without one.
    pub(crate) async fn dismiss_invitation_request(&self, id: &AccountId) -> Result<(), ClientError> {
        let call = self.0.call_with(&endpoint::DISMISS_INVITATION_REQUEST, id.as_str());
        self.0.send(call).await.map(drop)
    }

    /// What the last revocation has ended; none where there was none.
    pub(crate) async fn revocation(&self, id: &AccountId) -> Result<Option<RevocationProof>, ClientError> {
        let call = self.0.call_with(&endpoint::GET_REVOCATION, id.as_str());
        match self.0.send(call).await {
            Ok(reply) => reply.json().map(Some),
            Err(error) if error.code().is_some_and(|code| code.status() == 404) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
