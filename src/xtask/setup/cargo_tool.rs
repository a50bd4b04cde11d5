//! Tools that cargo builds: Trunk, wasm-bindgen, wasm-split-cli, cargo-mutants, cargo-deny, each in exactly one version.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Job, Lane, Need};
use crate::failure::{Failure, Outcome};
use crate::process::Task;
use crate::project;

/// A tool and how to build it.
pub(super) struct CargoTool {
    package: &'static str,
    /// The program that is used.
    program: &'static str,
    /// Where its version is to be seen.
    version_from: Version,
    version: String,
    arguments: &'static [&'static str],
    takes: &'static str,
}

/// Who says which version a program is.
enum Version {
    /// The program itself, when asked this.
    Program(&'static [&'static str]),
    /// Only cargo, in its record of what it has installed. So one from elsewhere is not taken.
    Cargo,
}

/// Makes the bundle. 0.22 wants a newer compiler than Debian has.
pub(super) fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        program: "trunk",
        version_from: Version::Program(&["--version"]),
        version: "0.21.14".to_owned(),
        arguments: &["--locked", "--no-default-features", "--features", "rustls"],
        takes: "3 to 6 minutes",
    }
}

/// Takes the program apart into chapters.
pub(super) fn splitter() -> CargoTool {
    CargoTool {
        package: "wasm_split_cli_support",
        program: "wasm-split-cli",
        version_from: Version::Cargo,
        version: "0.2.4".to_owned(),
        arguments: &["--locked", "--features", "build-binary"],
        takes: "about a minute",
    }
}

/// Changes the permission module in small ways and sees whether a test notices.
pub(super) fn mutants() -> CargoTool {
    CargoTool {
        package: "cargo-mutants",
        program: "cargo-mutants",
        version_from: Version::Program(&["mutants", "--version"]),
        version: "27.1.0".to_owned(),
        arguments: &["--locked"],
        takes: "about 3 minutes",
    }
}

/// Holds every crate against what may be used.
pub(super) fn deny() -> CargoTool {
    CargoTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version_from: Version::Program(&["--version"]),
        version: "0.20.2".to_owned(),
        arguments: &["--locked"],
        takes: "about 5 minutes",
    }
}

/// wasm-bindgen's programs, in exactly the version of the library that the bundle is linked with.
pub(super) fn wasm_bindgen() -> Outcome<CargoTool> {
    let lock = project::root().join("Cargo.lock");
    let text = fs::read_to_string(&lock).map_err(Failure::file("read", &lock))?;
    let version = locked_version(&text, "wasm-bindgen").ok_or_else(|| {
        Failure::new(format!("{} does not name wasm-bindgen", lock.display()))
            .advice("cargo update --package latchkey-app")
    })?;
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version_from: Version::Program(&["--version"]),
        version,
        // Its own lock file names a version of a dependency that has been withdrawn.
        arguments: &[],
        takes: "1 to 3 minutes",
    })
}

/// wasm-bindgen's program, where there is one.
pub(crate) fn wasm_bindgen_program() -> Option<PathBuf> {
    let ours = project::program_in(&folder(), "wasm-bindgen");
    if ours.exists() {
        return Some(ours);
    }
    project::on_path("wasm-bindgen")
}

/// Where the tools that cargo builds are.
pub(super) fn folder() -> PathBuf {
    project::tools().join("bin")
}

/// What has to be done for this tool; nothing when the right version is there.
pub(super) fn job(need: Need, tool: CargoTool) -> Option<Job> {
    if tool.is_there() {
        return None;
    }
    Some(Job {
        need,
        lane: Lane::Cargo,
        label: format!("Building {} {} (once, {})", tool.package, tool.version, tool.takes),
        log: tool.package,
        work: Box::new(move |log: &Path| {
            // Another command may have built it in the meantime.
            if tool.is_there() {
                return Ok(());
            }
            tool.install().run_quietly(log)
        }),
    })
}

impl CargoTool {
    fn is_there(&self) -> bool {
        let ours = project::program_in(&folder(), self.program);
        match self.version_from {
            Version::Cargo => ours.exists() && self.is_recorded(),
            // Ours goes first on PATH, so a wrong one of ours hides a right one elsewhere.
            Version::Program(question) if ours.exists() => self.answers(&ours, question),
            Version::Program(question) => {
                project::on_path(self.program).is_some_and(|path| self.answers(&path, question))
            }
        }
    }

    fn answers(&self, program: &Path, question: &[&str]) -> bool {
        Task::new(program)
            .args(question)
            .read()
            .is_ok_and(|text| text.split_whitespace().nth(1) == Some(&self.version))
    }

    /// Whether cargo's record names this version.
    fn is_recorded(&self) -> bool {
        let entry = format!("\"{} {} (", self.package, self.version);
        fs::read_to_string(project::tools().join(".crates.toml"))
            .is_ok_and(|record| record.lines().any(|line| line.starts_with(&entry)))
    }

    fn advice(&self) -> String {
        let reach = "see that crates.io and a C compiler can be reached";
        match self.version_from {
            Version::Program(_) => format!("{reach}, or put {} {} on PATH yourself", self.program, self.version),
            Version::Cargo => reach.to_owned(),
        }
    }

    fn install(&self) -> Task {
        let tools = project::tools();
        Task::cargo(["install", self.package, "--force", "--version", &self.version])
            .args(self.arguments)
            .arg("--root")
            .arg(&tools)
            .env("CARGO_TARGET_DIR", tools.join("build"))
            // Built to be used a few times, not to be fast: a third of the time of cargo's own profile.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .advice(self.advice())
    }
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_package_itself() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
