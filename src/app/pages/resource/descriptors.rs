//! Descriptors that have been asked for already. They change with the session, and stay until it does.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use latchkey_contract::id::{ResourceId, Version};
use latchkey_contract::resource::Resource;
use leptos::prelude::GetUntracked;

use crate::client::ClientError;
use crate::session::SignedIn;

/// The version of the session that they are of, and the descriptors.
type Known = (Option<Version>, BTreeMap<ResourceId, Arc<Resource>>);

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// The descriptor of a resource; none where the person may not know of it.
///
/// # Errors
/// Where it cannot be had.
pub(super) async fn descriptor(signed_in: SignedIn, id: ResourceId) -> Result<Option<Arc<Resource>>, ClientError> {
    let Some(known) = signed_in.known.try_get_untracked() else {
        return Err(ClientError::GivenUp);
    };
    let version = known.session.version.clone();
    if let Some(resource) = kept(&version, &id) {
        return Ok(Some(resource));
    }
    let resource = signed_in.client().resource(&id).await?.map(Arc::new);
    if let Some(resource) = &resource {
        KNOWN.with_borrow_mut(|(of, all)| {
            if of.as_ref() != Some(&version) {
                all.clear();
                *of = Some(version);
            }
            all.insert(id, Arc::clone(resource));
        });
    }
    Ok(resource)
}

/// A descriptor that is known already, as of this session.
pub(super) fn kept(version: &Version, id: &ResourceId) -> Option<Arc<Resource>> {
    KNOWN.with_borrow(|(of, all)| all.get(id).filter(|_| of.as_ref() == Some(version)).cloned())
}
