//! `cargo xtask bench`: how long decisions take, beside others' ways to decide, and how soon everybody is told of a
//! change.

use crate::failure::Outcome;
use crate::process::Task;
use crate::project;

/// Which benchmarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Of the permission module.
    Permissions,
    /// Of taking access back while a thousand sessions are open.
    Revoke,
}

/// Runs the benchmarks.
pub(crate) fn run(which: Which) -> Outcome<()> {
    match which {
        Which::Permissions => Task::cargo(["bench", "--package", "latchkey-oracle"]).run(),
        Which::Revoke => Task::cargo(["bench", "--package", project::BACKEND, "--bench", "revoke"]).run(),
    }
}
