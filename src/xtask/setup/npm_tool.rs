//! Tools from npm, each in exactly one version: wasm-opt (Debian's is too old for the features that Rust's Wasm uses) and
//! esbuild.

use std::path::{Path, PathBuf};

use super::{Job, Lane, Need};
use crate::failure::Outcome;
use crate::process::Task;
use crate::{files, project};

/// A tool and how to get it.
pub(super) struct NpmTool {
    need: Need,
    package: &'static str,
    /// The package's version.
    version: &'static str,
    program: &'static str,
    /// The version as the program itself says it.
    says: &'static str,
}

/// Makes programs small. Trunk.toml names the version too.
pub(super) const WASM_OPT: NpmTool = NpmTool {
    need: Need::WasmOpt,
    package: "binaryen",
    version: "132.0.0",
    program: "wasm-opt",
    says: "132",
};

/// Makes scripts and stylesheets small.
pub(super) const ESBUILD: NpmTool = NpmTool {
    need: Need::Minifier,
    package: "esbuild",
    version: "0.28.1",
    program: "esbuild",
    says: "0.28.1",
};

/// Where the programs are.
pub(super) fn folder() -> PathBuf {
    npm().join("node_modules").join(".bin")
}

fn npm() -> PathBuf {
    project::tools().join("npm")
}

/// A program of one of these packages: ours, else whatever PATH has.
pub(super) fn path_of(program: &str) -> PathBuf {
    let ending = if cfg!(windows) { ".cmd" } else { "" };
    let ours = folder().join(format!("{program}{ending}"));
    if ours.exists() {
        return ours;
    }
    project::on_path(program).unwrap_or(ours)
}

impl NpmTool {
    /// The program: ours, else whatever PATH has.
    pub(super) fn path(&self) -> PathBuf {
        path_of(self.program)
    }

    /// What has to be done for it; nothing when the right version is there.
    pub(super) fn job(self) -> Option<Job> {
        (!self.is_right()).then(|| Job {
            need: self.need,
            lane: Lane::Npm,
            label: format!("Fetching {} {} from npm (once)", self.program, self.says),
            log: self.package,
            work: Box::new(move |log: &Path| self.install(log)),
        })
    }

    fn is_right(&self) -> bool {
        Task::new(self.path())
            .arg("--version")
            .read()
            .is_ok_and(|text| text.split_whitespace().any(|word| word == self.says))
    }

    fn install(&self, log: &Path) -> Outcome<()> {
        let folder = npm();
        let manifest = folder.join("package.json");
        if !manifest.exists() {
            // Without one of its own, npm would look for a package.json in the folders above. It lists there what it has
            // installed, and takes away what is not on the list.
            files::write(&manifest, b"{\"private\": true}\n")?;
        }
        Task::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--prefix"])
            .arg(&folder)
            .arg(format!("{}@{}", self.package, self.version))
            .advice("install Node with npm, and see that the npm registry can be reached")
            .run_quietly(log)
    }
}
