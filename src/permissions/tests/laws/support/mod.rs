//! What the laws are tried on: catalogues, people, rules and moments, and the slow and obvious closure.

mod catalogues;
pub(crate) mod damage;
mod model;
mod people;

pub(crate) use catalogues::{catalogue, document, preset, random_document};
pub(crate) use model::{closed, depending, id_set};
pub(crate) use people::{access, rule, staff, subset, time, unknown_id, window, with_catalogue};

use proptest::prelude::ProptestConfig;

/// The settings of every property here. Nothing is written to disk, which WebAssembly does not have, and the smallest
/// counterexample is looked for no longer than somebody would want to wait.
pub(crate) fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        #[cfg(not(target_arch = "wasm32"))]
        max_shrink_time: 5_000,
        ..ProptestConfig::default()
    }
}
