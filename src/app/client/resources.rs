//! The calls on what lies behind the menus. Records travel as JSON objects: what is in them, only their descriptor says.

use latchkey_contract::endpoint::{self, Endpoint};
use latchkey_contract::id::{RecordId, ResourceId, Version};
use latchkey_contract::list::Page;
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::resource::{Done, Record, Resource, ResourceBrief};
use serde_json::{Map, Value};
use web_sys::AbortSignal;

use super::error::ClientError;
use super::signed_in::SignedInClient;
use super::signed_out::in_language;
use super::transport::Call;

/// The fields of a record, a change, or a command's input.
pub(crate) type Fields = Map<String, Value>;

/// A record behind a menu.
pub(crate) type FieldRecord = Record<Fields>;

impl SignedInClient {
    /// What the backend has behind the menus, as far as the menus need it, in `language`. A path that is none is left
    /// out.
    pub(crate) async fn resource_briefs(&self, language: &str) -> Result<Vec<ResourceBrief>, ClientError> {
        let query = format!("brief=true&{}", in_language(language));
        let call = self.0.call(&endpoint::LIST_RESOURCES).query(&query);
        let page: Page<ResourceBrief> = match self.0.send(call).await {
            Ok(reply) => reply.json()?,
            // A backend that has nothing there has nothing there.
            Err(error) if error.code() == Some(ProblemCode::NotFound) => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let is_path = |path: &str| path.starts_with('/') && !path.ends_with('/') && !path.contains("//");
        Ok(page.items.into_iter().filter(|brief| is_path(&brief.path)).collect())
    }

    /// What a resource is; none where the person may not know of it.
    pub(crate) async fn resource(&self, id: &ResourceId) -> Result<Option<Resource>, ClientError> {
        let id = String::from(js_sys::encode_uri_component(id.as_str()));
        let call = self.0.call(&endpoint::LIST_RESOURCES).query(&format!("id={id}"));
        let page: Page<Resource> = self.0.send(call).await?.json()?;
        Ok(page.items.into_iter().next())
    }

    /// One page of records. The query is encoded already.
    pub(crate) async fn records(
        &self,
        resource: &ResourceId,
        query: &str,
        abort: Option<AbortSignal>,
    ) -> Result<Page<FieldRecord>, ClientError> {
        let call = self.0.call_with(&endpoint::LIST_RECORDS, resource.as_str());
        self.0.send(call.query(query).abort_with(abort)).await?.json()
    }

    /// Where the list can be had as a file.
    pub(crate) fn export_url(&self, resource: &ResourceId, query: &str) -> String {
        let url = self.0.url(&endpoint::EXPORT_RECORDS, &[resource.as_str()]);
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{url}{mark}{query}")
    }

    /// Where a picture of a record is to be had; `path` is below the API's base.
    pub(crate) fn media_url(&self, path: &str) -> String {
        self.0.below(path)
    }

    fn record_call(&self, endpoint: &Endpoint, resource: &ResourceId, id: &RecordId) -> Call {
        self.0.call_with_all(endpoint, &[resource.as_str(), id.as_str()])
    }

    /// One record.
    pub(crate) async fn record(&self, resource: &ResourceId, id: &RecordId) -> Result<FieldRecord, ClientError> {
        let call = self.record_call(&endpoint::GET_RECORD, resource, id);
        self.0.send(call).await?.json()
    }

    /// Makes a record, once for each `key`.
    pub(crate) async fn create_record(
        &self,
        resource: &ResourceId,
        fields: &Fields,
        key: String,
    ) -> Result<FieldRecord, ClientError> {
        let call = self.0.call_with(&endpoint::CREATE_RECORD, resource.as_str());
        self.0.send(call.json(fields).once(key)).await?.json()
    }

    /// Changes a record that is still in the state `seen`.
    pub(crate) async fn patch_record(
        &self,
        resource: &ResourceId,
        id: &RecordId,
        seen: &Version,
        patch: &Fields,
    ) -> Result<FieldRecord, ClientError> {
        let call = self.record_call(&endpoint::PATCH_RECORD, resource, id);
        self.0.send(call.json(patch).if_match(seen)).await?.json()
    }

    /// Takes a record away that is still in the state `seen`.
    pub(crate) async fn delete_record(
        &self,
        resource: &ResourceId,
        id: &RecordId,
        seen: &Version,
    ) -> Result<(), ClientError> {
        let call = self.record_call(&endpoint::DELETE_RECORD, resource, id);
        self.0.send(call.if_match(seen)).await.map(drop)
    }

    /// Brings a record back.
    pub(crate) async fn restore_record(&self, resource: &ResourceId, id: &RecordId) -> Result<(), ClientError> {
        let call = self.record_call(&endpoint::RESTORE_RECORD, resource, id);
        self.0.send(call).await.map(drop)
    }

    /// Does something to a record, or where there is none, to the list as a whole; once for each `key`.
    pub(crate) async fn command(
        &self,
        resource: &ResourceId,
        record: Option<&RecordId>,
        command: &str,
        input: &Fields,
        key: String,
    ) -> Result<Done<Fields>, ClientError> {
        let resource = resource.as_str();
        let call = match record {
            Some(id) => {
                let members = [resource, id.as_str(), command];
                self.0.call_with_all(&endpoint::COMMAND_RECORD, &members)
            }
            None => self.0.call_with_all(&endpoint::COMMAND_LIST, &[resource, command]),
        };
        self.0.send(call.json(input).once(key)).await?.json()
    }
}
