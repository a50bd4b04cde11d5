//! `cargo xtask mutants`: changes the permission module in small ways and sees whether a test notices each.

use crate::failure::Outcome;
use crate::process::Task;
use crate::setup::{self, Need};
use crate::{progress, project};

/// Runs cargo-mutants on the permission module. Its report stays in `target/mutants`.
pub(crate) fn run() -> Outcome<()> {
    setup::ensure(&[Need::Mutants])?;
    progress::share_the_terminal();
    let output = project::target().join("mutants");
    setup::with_tools(
        Task::cargo(["mutants", "--package", "latchkey-permissions"])
            .arg("--output")
            .arg(&output),
    )
    .advice(format!(
        "each survivor is listed in {}: add the test that notices it, or explain it beside the code",
        output.join("mutants.out").join("missed.txt").display()
    ))
    .run()
}
