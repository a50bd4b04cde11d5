//! `cargo xtask lint`: formatting, and clippy for both targets. All are run, so that one round shows everything.

use crate::failure::{Failure, Outcome};
use crate::process::Task;
use crate::progress;
use crate::setup::{self, Need, WASM, WebToolchain};

/// The crates that the browser runs.
const IN_THE_BROWSER: &[&str] = &["latchkey-app", "latchkey-contract", "latchkey-permissions"];

/// Checks everything; fails when anything was found.
pub(crate) fn run() -> Outcome<()> {
    progress::share_the_terminal();
    let setup = setup::start(&[Need::Target])?;
    let mut found = Vec::new();
    note(
        "formatting",
        Task::cargo(["fmt", "--all", "--", "--check", "-l"]).run(),
        &mut found,
    )?;
    note("clippy", natively().run(), &mut found)?;
    setup.wait_for(&[Need::Target])?;
    note("clippy for the browser", for_the_browser()?.run(), &mut found)?;
    if found.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("Found something: {}", found.join(", ")))
        .advice("cargo fmt --all mends formatting; clippy's findings are above"))
}

fn note(what: &'static str, result: Outcome<()>, found: &mut Vec<&'static str>) -> Outcome<()> {
    match result {
        Ok(()) => progress::say(&format!("── {what}: nothing found")),
        Err(Failure::Stopped) => return Err(Failure::Stopped),
        Err(failure) => {
            println!("{failure}");
            found.push(what);
        }
    }
    Ok(())
}

fn natively() -> Task {
    Task::cargo(["clippy", "--workspace", "--exclude", "latchkey-app"])
        .args(["--all-targets", "--features", "latchkey-contract/schema"])
        .args(["--", "--deny", "warnings"])
        .advice("if clippy itself is missing: rustup component add clippy rustfmt")
}

fn for_the_browser() -> Outcome<Task> {
    let toolchain = WebToolchain::chosen()?;
    let mut task = Task::cargo(["clippy", "--target", WASM]);
    if toolchain == WebToolchain::Own {
        task = task.advice("if clippy itself is missing: rustup component add clippy");
    } else {
        setup::web_clippy()?;
    }
    for package in IN_THE_BROWSER {
        task = task.args(["--package", package]);
    }
    Ok(toolchain.apply(task.args(["--", "--deny", "warnings"])))
}
