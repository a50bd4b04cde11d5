//! `cargo xtask bench`: how long decisions take, beside others' ways to decide.

use crate::failure::Outcome;
use crate::process::Task;

/// Runs the benchmarks.
pub(crate) fn run() -> Outcome<()> {
    Task::cargo(["bench", "--package", "latchkey-oracle"]).run()
}
