//! A resource that the backend was not built with: a descriptor in a folder, with something of every kind.

use tempfile::TempDir;

use crate::support::House;

/// The sample store, which also has parcels.
pub(crate) async fn house() -> House {
    let folder = TempDir::new().expect("there is room for a folder");
    std::fs::write(folder.path().join("parcels.json"), include_str!("parcels.json")).expect("it is written");
    // The descriptors are read when the backend starts, and no more after it.
    House::sample_with(|config| config.resources = Some(folder.path().to_path_buf())).await
}
