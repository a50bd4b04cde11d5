//! The calls that need somebody to be signed in. One is had from the session alone.

use latchkey_contract::activity::{Entry, Verification};
use latchkey_contract::billing::{Billing, BillingPatch};
use latchkey_contract::endpoint;
use latchkey_contract::id::{AccountId, PlanId, RoleId, SessionId, Version};
use latchkey_contract::list::Page;
use latchkey_contract::overview::Overview;
use latchkey_contract::profile::{PasswordChange, Profile, ProfilePatch};
use latchkey_contract::proof::{ProofAgain, Proven};
use latchkey_contract::report::{Report, ReportBrief};
use latchkey_contract::revocation::{Revocation, Revoked};
use latchkey_contract::role::{Role, RoleDraft};
use latchkey_contract::session::{OwnSession, SessionsEnded};
use latchkey_contract::staff::{Invited, NewStaffMember, PermissionUse, StaffMember, StaffPatch};
use web_sys::AbortSignal;

use super::error::ClientError;
use super::signed_out::Client;

/// A client on behalf of somebody who is signed in.
#[derive(Clone)]
pub(crate) struct SignedInClient(pub(super) Client);

impl SignedInClient {
    /// Only the session, which knows that somebody is signed in, makes one.
    pub(crate) fn of(client: Client) -> Self {
        Self(client)
    }

    /// Signs out.
    pub(crate) async fn sign_out(&self) -> Result<(), ClientError> {
        self.0.send(self.0.call(&endpoint::SIGN_OUT)).await.map(drop)
    }

    /// Whether the person has proved shortly before who it is; asked to where not.
    pub(crate) async fn check_proof(&self) -> Result<(), ClientError> {
        self.0.send(self.0.call(&endpoint::CHECK_PROOF)).await.map(drop)
    }

    /// Proves once more who it is.
    pub(crate) async fn prove_again(&self, proof: &ProofAgain) -> Result<Proven, ClientError> {
        self.0
            .send(self.0.call(&endpoint::PROVE_AGAIN).json(proof))
            .await?
            .json()
    }

    /// One member of staff.
    pub(crate) async fn staff_member(&self, id: &AccountId) -> Result<StaffMember, ClientError> {
        self.0
            .send(self.0.call_with(&endpoint::GET_STAFF, id.as_str()))
            .await?
            .json()
    }

    /// Invites somebody, once for each `key`.
    pub(crate) async fn invite(&self, request: &NewStaffMember, key: String) -> Result<Invited, ClientError> {
        self.0
            .send(self.0.call(&endpoint::INVITE_STAFF).json(request).once(key))
            .await?
            .json()
    }

    /// Changes a member of staff who is still in the state `seen`.
    pub(crate) async fn patch_staff(
        &self,
        id: &AccountId,
        seen: &Version,
        patch: &StaffPatch,
    ) -> Result<StaffMember, ClientError> {
        let call = self
            .0
            .call_with(&endpoint::PATCH_STAFF, id.as_str())
            .json(patch)
            .if_match(seen);
        self.0.send(call).await?.json()
    }

    /// Takes all access back.
    pub(crate) async fn revoke(&self, id: &AccountId, request: &Revocation) -> Result<Revoked, ClientError> {
        self.0
            .send(self.0.call_with(&endpoint::REVOKE_STAFF, id.as_str()).json(request))
            .await?
            .json()
    }

    /// Shuts somebody out for now.
    pub(crate) async fn suspend(&self, id: &AccountId) -> Result<StaffMember, ClientError> {
        self.0
            .send(self.0.call_with(&endpoint::SUSPEND_STAFF, id.as_str()))
            .await?
            .json()
    }

    /// Lets somebody in again.
    pub(crate) async fn reactivate(&self, id: &AccountId) -> Result<StaffMember, ClientError> {
        self.0
            .send(self.0.call_with(&endpoint::REACTIVATE_STAFF, id.as_str()))
            .await?
            .json()
    }

    /// Makes a fresh invitation link; the old one is dead.
    pub(crate) async fn resend_invitation(&self, id: &AccountId, key: String) -> Result<Invited, ClientError> {
        self.0
            .send(self.0.call_with(&endpoint::RESEND_INVITATION, id.as_str()).once(key))
            .await?
            .json()
    }

    /// Takes an invitation back.
    pub(crate) async fn cancel_invitation(&self, id: &AccountId) -> Result<(), ClientError> {
        self.0
            .send(self.0.call_with(&endpoint::CANCEL_INVITATION, id.as_str()))
            .await
            .map(drop)
    }

    /// Ends all of somebody's sessions.
    pub(crate) async fn end_staff_sessions(&self, id: &AccountId) -> Result<SessionsEnded, ClientError> {
        self.0
            .send(self.0.call_with(&endpoint::END_STAFF_SESSIONS, id.as_str()))
            .await?
            .json()
    }

    /// The roles of the store.
    pub(crate) async fn roles(&self) -> Result<Page<Role>, ClientError> {
        self.0.send(self.0.call(&endpoint::LIST_ROLES)).await?.json()
    }

    /// Makes a role, once for each `key`.
    pub(crate) async fn create_role(&self, request: &RoleDraft, key: String) -> Result<Role, ClientError> {
        self.0
            .send(self.0.call(&endpoint::CREATE_ROLE).json(request).once(key))
            .await?
            .json()
    }

    /// Changes a role that is still in the state `seen`.
    pub(crate) async fn put_role(&self, id: &RoleId, seen: &Version, request: &RoleDraft) -> Result<Role, ClientError> {
        let call = self.0.call_with(&endpoint::PUT_ROLE, id.as_str());
        self.0.send(call.json(request).if_match(seen)).await?.json()
    }

    /// Makes a role what it was when it came with the backend, and says why.
    pub(crate) async fn reset_role(&self, id: &RoleId, seen: &Version, reason: &str) -> Result<Role, ClientError> {
        let call = self.0.call_with(&endpoint::RESET_ROLE, id.as_str());
        let call = call.query(&pairs(&[("reason", reason)]));
        self.0.send(call.if_match(seen)).await?.json()
    }

    /// Deletes a role. Those who hold it hold the role `move_to` in its place, or none where that is empty; where it is not
    /// said, a role that is held is refused.
    pub(crate) async fn delete_role(
        &self,
        id: &RoleId,
        seen: &Version,
        move_to: Option<&str>,
        reason: &str,
    ) -> Result<(), ClientError> {
        let call = self.0.call_with(&endpoint::DELETE_ROLE, id.as_str());
        let mut said = vec![("reason", reason)];
        said.extend(move_to.map(|to| ("moveTo", to)));
        self.0.send(call.query(&pairs(&said)).if_match(seen)).await.map(drop)
    }

    /// Brings back the roles that came with the backend and were deleted.
    pub(crate) async fn restore_roles(&self) -> Result<Page<Role>, ClientError> {
        self.0.send(self.0.call(&endpoint::RESTORE_ROLES)).await?.json()
    }

    /// One's own account.
    pub(crate) async fn profile(&self) -> Result<Profile, ClientError> {
        self.0.send(self.0.call(&endpoint::GET_PROFILE)).await?.json()
    }

    /// Changes one's own account, which is still in the state `seen`.
    pub(crate) async fn patch_profile(&self, seen: &Version, patch: &ProfilePatch) -> Result<Profile, ClientError> {
        self.0
            .send(self.0.call(&endpoint::PATCH_PROFILE).json(patch).if_match(seen))
            .await?
            .json()
    }

    /// Changes one's own password; all other sessions end.
    pub(crate) async fn change_password(&self, request: &PasswordChange) -> Result<(), ClientError> {
        self.0
            .send(self.0.call(&endpoint::CHANGE_PASSWORD).json(request))
            .await
            .map(drop)
    }

    /// One's own sessions.
    pub(crate) async fn sessions(&self) -> Result<Page<OwnSession>, ClientError> {
        self.0.send(self.0.call(&endpoint::LIST_SESSIONS)).await?.json()
    }

    /// Ends one of one's own sessions.
    pub(crate) async fn end_session(&self, id: &SessionId) -> Result<(), ClientError> {
        self.0
            .send(self.0.call_with(&endpoint::END_SESSION, id.as_str()))
            .await
            .map(drop)
    }

    /// Says that one of one's own sessions was oneself.
    pub(crate) async fn recognise_session(&self, id: &SessionId) -> Result<(), ClientError> {
        let call = self.0.call_with(&endpoint::RECOGNISE_SESSION, id.as_str());
        self.0.send(call).await.map(drop)
    }

    /// Ends one's other sessions.
    pub(crate) async fn end_other_sessions(&self) -> Result<SessionsEnded, ClientError> {
        self.0.send(self.0.call(&endpoint::END_OTHER_SESSIONS)).await?.json()
    }

    /// What waits to be done.
    pub(crate) async fn overview(&self, abort: Option<AbortSignal>) -> Result<Overview, ClientError> {
        let call = self.0.call(&endpoint::GET_OVERVIEW).abort_with(abort);
        self.0.send(call).await?.json()
    }

    /// Which reports there are.
    pub(crate) async fn reports(&self, abort: Option<AbortSignal>) -> Result<Page<ReportBrief>, ClientError> {
        let call = self.0.call(&endpoint::LIST_REPORTS).abort_with(abort);
        self.0.send(call).await?.json()
    }

    /// A report over the days that `query` names.
    pub(crate) async fn report(
        &self,
        id: &str,
        query: &str,
        abort: Option<AbortSignal>,
    ) -> Result<Report, ClientError> {
        let call = self
            .0
            .call_with(&endpoint::GET_REPORT, id)
            .query(query)
            .abort_with(abort);
        self.0.send(call).await?.json()
    }

    /// When a member of staff last used each permission.
    pub(crate) async fn staff_uses(
        &self,
        id: &AccountId,
        abort: Option<AbortSignal>,
    ) -> Result<Page<PermissionUse>, ClientError> {
        let call = self.0.call_with(&endpoint::LIST_STAFF_USES, id.as_str());
        self.0.send(call.abort_with(abort)).await?.json()
    }

    /// What happened, as far as `query` asks for it; a page that begins at `cursor`.
    pub(crate) async fn activity(
        &self,
        query: &str,
        cursor: Option<&str>,
        abort: Option<AbortSignal>,
    ) -> Result<Page<Entry>, ClientError> {
        let cursor = cursor.map(|cursor| format!("&cursor={cursor}")).unwrap_or_default();
        let call = self.0.call(&endpoint::LIST_ACTIVITY);
        let call = call.query(&format!("{query}{cursor}")).abort_with(abort);
        self.0.send(call).await?.json()
    }

    /// The address of the same as a file.
    pub(crate) fn activity_file(&self, query: &str) -> String {
        self.0.call(&endpoint::EXPORT_ACTIVITY).query(query).into_url()
    }

    /// Whether what happened is as it was written, also against a head that was noted earlier.
    pub(crate) async fn verify_activity(
        &self,
        head: &str,
        abort: Option<AbortSignal>,
    ) -> Result<Verification, ClientError> {
        let head = String::from(js_sys::encode_uri_component(head));
        let call = self.0.call(&endpoint::VERIFY_ACTIVITY);
        let call = call.query(&format!("head={head}")).abort_with(abort);
        self.0.send(call).await?.json()
    }

    /// The address of the same report as a file.
    pub(crate) fn report_file(&self, id: &str, query: &str) -> String {
        self.0.call_with(&endpoint::EXPORT_REPORT, id).query(query).into_url()
    }

    /// The plan and the invoices.
    pub(crate) async fn billing(&self, abort: Option<AbortSignal>) -> Result<Billing, ClientError> {
        let call = self.0.call(&endpoint::GET_BILLING).abort_with(abort);
        self.0.send(call).await?.json()
    }

    /// Puts the store on another plan, where the plan is still in the state `seen`.
    pub(crate) async fn change_plan(&self, plan: PlanId, seen: &Version) -> Result<Billing, ClientError> {
        let patch = BillingPatch { plan: Some(plan) };
        let call = self.0.call(&endpoint::PATCH_BILLING).json(&patch).if_match(seen);
        self.0.send(call).await?.json()
    }

    /// The address of the invoices as a file.
    pub(crate) fn invoices_file(&self) -> String {
        self.0.call(&endpoint::EXPORT_INVOICES).into_url()
    }
}

/// Members of a query, encoded.
fn pairs(members: &[(&str, &str)]) -> String {
    let encoded = |text: &str| String::from(js_sys::encode_uri_component(text));
    let pairs: Vec<_> = members
        .iter()
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    pairs.join("&")
}
