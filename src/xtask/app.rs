//! Builds the browser bundle with Trunk, unless it is as new as what it is made of.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::lock::Lock;
use crate::process::Task;
use crate::setup::{self, WebToolchain};
use crate::{files, fingerprint, progress, project, rustc_options, split};

/// Which kind of bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Small and quick, compressed ahead: what is served and tested.
    Release,
    /// Built quickly; reloads by itself; has the pseudo-language.
    Development,
}

impl Kind {
    /// Where the bundle lies.
    pub(crate) fn folder(self) -> PathBuf {
        match self {
            Self::Release => project::dist(),
            Self::Development => project::dist_dev(),
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Release => "Building the browser bundle (the first time about 4 minutes)",
            Self::Development => "Building the browser bundle for development",
        }
    }

    /// Says of which inputs a bundle was made. Trunk empties the folder first, so a bundle
    /// that somebody made by hand has none.
    fn stamp(self) -> PathBuf {
        self.folder().join(".built")
    }
}

/// Whether the bundle has to be built.
pub(crate) fn is_stale(kind: Kind) -> bool {
    let stamp = fs::read_to_string(kind.stamp()).unwrap_or_default();
    stamp != fingerprint::of(fingerprint::APP).to_string()
}

/// Builds the bundle when it is stale. The tools of `setup::FOR_BUNDLE` must be there.
pub(crate) fn ensure(kind: Kind) -> Outcome<()> {
    if !is_stale(kind) {
        return Ok(());
    }
    let _lock = Lock::take("bundle")?;
    if !is_stale(kind) {
        // Whoever had the lock has built it.
        return Ok(());
    }
    // Taken before: what changes while it is built makes the bundle stale.
    let inputs = fingerprint::of(fingerprint::APP);
    let log = project::log("bundle");
    let step = progress::begin(kind.label(), Some(&log));
    // Trunk builds without the network, so everything has to be here before, what the standard library takes included.
    let fetch = Task::cargo(["fetch"]).advice("see that crates.io can be reached");
    let toolchain = WebToolchain::chosen()?;
    toolchain
        .apply(rustc_options::for_release(fetch, toolchain))
        .run_quietly(&log)?;
    trunk(kind)?.run_quietly(&log)?;
    files::write(&kind.stamp(), inputs.to_string().as_bytes())?;
    step.done();
    Ok(())
}

fn trunk(kind: Kind) -> Outcome<Task> {
    let this_program =
        env::current_exe().map_err(|error| Failure::new("Could not find the path of this program").seen(error))?;
    let toolchain = WebToolchain::chosen()?;
    let task = Task::new("trunk")
        .arg("build")
        .arg("--dist")
        .arg(kind.folder())
        // For the hook in Trunk.toml: cargo would build this program again, with the browser's compiler.
        .env("LATCHKEY_XTASK", this_program)
        .env("NO_COLOR", "true")
        .env("RUST_BACKTRACE", "0");
    let task = match kind {
        Kind::Release => rustc_options::for_release(task.arg("--release"), toolchain),
        Kind::Development => rustc_options::for_development(task)
            // A folder of its own, so that watching and building for release do not wait for each other.
            .env("CARGO_TARGET_DIR", project::target().join("dev")),
    };
    let task = split::arrange(task, kind == Kind::Release)?;
    Ok(toolchain.apply(setup::with_tools(task)))
}
