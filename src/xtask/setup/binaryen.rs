//! wasm-opt, from npm: Debian's is too old for the features that Rust's Wasm uses.

use std::path::{Path, PathBuf};

use super::{Job, Lane, Need};
use crate::failure::Outcome;
use crate::process::Task;
use crate::{files, project};

/// Binaryen's version, as Trunk.toml names it too.
const VERSION: &str = "132";

/// Where wasm-opt is.
pub(super) fn folder() -> PathBuf {
    npm().join("node_modules").join(".bin")
}

/// The program: ours, else whatever PATH has.
pub(crate) fn program() -> PathBuf {
    let ours = folder().join(if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" });
    if ours.exists() {
        return ours;
    }
    project::on_path("wasm-opt").unwrap_or(ours)
}

/// What has to be done for wasm-opt; nothing when the right version is there.
pub(super) fn job() -> Option<Job> {
    (!is_right(&program())).then(|| Job {
        need: Need::WasmOpt,
        lane: Lane::Npm,
        label: format!("Fetching wasm-opt {VERSION} from npm (once)"),
        log: "binaryen",
        work: Box::new(install),
    })
}

fn npm() -> PathBuf {
    project::tools().join("npm")
}

fn is_right(program: &Path) -> bool {
    Task::new(program)
        .arg("--version")
        .read()
        .is_ok_and(|text| text.split_whitespace().nth(2) == Some(VERSION))
}

fn install(log: &Path) -> Outcome<()> {
    let folder = npm();
    // Without one of its own, npm would look for a package.json in the folders above.
    files::write(&folder.join("package.json"), b"{\"private\": true}\n")?;
    Task::new("npm")
        .args(["install", "--no-audit", "--no-fund", "--prefix"])
        .arg(&folder)
        .arg(format!("binaryen@{VERSION}.0.0"))
        .advice("install Node with npm, and see that the npm registry can be reached")
        .run_quietly(log)
}
