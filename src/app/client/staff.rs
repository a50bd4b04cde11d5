//! Asking for the staff: a page of them, or everybody.

use latchkey_contract::endpoint;
use latchkey_contract::id::RoleId;
use latchkey_contract::staff::{StaffMember, StaffPage};
use latchkey_permissions::{PermissionId, Status};
use web_sys::AbortSignal;

use super::error::ClientError;
use super::signed_in::SignedInClient;

/// The most that a page has, by the contract.
const PAGE_MAX: u32 = 200;

/// What to list of the staff.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct StaffQuery {
    /// Part of a name or e-mail address.
    pub(crate) text: String,
    /// Only these states; all where there is none.
    pub(crate) status: Vec<Status>,
    /// Only who holds this role.
    pub(crate) role: Option<RoleId>,
    /// Only who holds this permission.
    pub(crate) permission: Option<PermissionId>,
    /// Only who has, or has not, a second factor.
    pub(crate) two_factor: Option<bool>,
    /// The column to sort by, with a minus before it for descending.
    pub(crate) sort: String,
    /// Where the page before ended.
    pub(crate) cursor: Option<String>,
    /// How many at most; the backend's own number where not said.
    pub(crate) limit: Option<u32>,
}

impl StaffQuery {
    /// The query string. The browser encodes it, once.
    fn encode(&self) -> String {
        let status: Vec<_> = self.status.iter().map(|status| status.as_str()).collect();
        let limit = self.limit.map(|limit| limit.to_string());
        let two_factor = match self.two_factor {
            Some(true) => "true",
            Some(false) => "false",
            None => "",
        };
        let members = [
            ("q", self.text.trim()),
            ("status", &status.join(",")),
            ("role", self.role.as_ref().map_or("", RoleId::as_str)),
            ("permission", self.permission.as_ref().map_or("", PermissionId::as_str)),
            ("twoFactor", two_factor),
            ("sort", &self.sort),
            ("cursor", self.cursor.as_deref().unwrap_or_default()),
            ("limit", limit.as_deref().unwrap_or_default()),
        ];
        let given = members.iter().filter(|(_, value)| !value.is_empty());
        let pairs: Vec<_> = given
            .map(|(name, value)| format!("{name}={}", String::from(js_sys::encode_uri_component(value))))
            .collect();
        pairs.join("&")
    }
}

impl SignedInClient {
    /// One page of the staff.
    pub(crate) async fn staff(&self, query: &StaffQuery, abort: Option<AbortSignal>) -> Result<StaffPage, ClientError> {
        let call = self
            .0
            .call(&endpoint::LIST_STAFF)
            .query(&query.encode())
            .abort_with(abort);
        self.0.send(call).await?.json()
    }

    /// Everybody that is asked for, page after page: for what must not leave anybody out.
    pub(crate) async fn everybody(
        &self,
        mut query: StaffQuery,
        abort: Option<AbortSignal>,
    ) -> Result<Vec<StaffMember>, ClientError> {
        query.limit = Some(PAGE_MAX);
        let mut all = Vec::new();
        loop {
            let page = self.staff(&query, abort.clone()).await?;
            all.extend(page.items);
            query.cursor = page.next;
            if query.cursor.is_none() {
                return Ok(all);
            }
        }
    }
}
