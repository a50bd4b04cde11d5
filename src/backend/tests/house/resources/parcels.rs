//! A resource that the backend was not built with: a descriptor in a folder, with something of every kind.

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{Browser, House};

/// The sample store, which also has parcels.
pub(crate) async fn house() -> House {
    let folder = TempDir::new().expect("there is room for a folder");
    std::fs::write(folder.path().join("parcels.json"), include_str!("parcels.json")).expect("it is written");
    // The descriptors are read when the backend starts, and no more after it.
    House::sample_with(|config| config.resources = Some(folder.path().to_path_buf())).await
}

/// A browser of somebody who holds exactly these permissions, and what they require.
pub(crate) async fn holding(house: &House, permissions: &[&str]) -> Browser {
    let owner = house.owner().await;
    let id = owner.id_of("nobody").await;
    let path = format!("/staff/{id}");
    let seen = owner.get(&path).await.expect(200).etag();
    owner
        .patch(&path, &seen, json!({ "permissions": permissions }))
        .await
        .expect(200);
    house.signed_in("nobody").await
}

/// A parcel as a client sends it.
pub(crate) fn parcel(to: &str) -> Value {
    json!({ "to": to, "sent": "2026-11-24T10:30:00+01:00", "due": "2026-11-30", "weight": 2.5 })
}
