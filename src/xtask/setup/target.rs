//! Finds or sets up a compiler that can build for the browser: the person's own, rustup's target, or Debian's.
//! The compiler of the browser build is chosen apart, so that native crates build with whatever the person has.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::{Job, Lane, Need, debian, std_from_source};
use crate::failure::{Failure, Outcome};
use crate::process::Task;
use crate::project;

/// The target's name.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";
/// The name under which rustup knows Debian's compiler.
const LINKED: &str = "latchkey-web";

/// Which compiler builds for the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WebToolchain {
    /// The one that builds everything else.
    Own,
    /// Debian's, through rustup.
    Linked,
    /// Debian's, where there is no rustup.
    Debian,
}

impl WebToolchain {
    /// The compiler that was found. To be asked once `Need::Target` is met.
    pub(crate) fn chosen() -> Outcome<Self> {
        static CHOSEN: OnceLock<WebToolchain> = OnceLock::new();
        if let Some(chosen) = CHOSEN.get() {
            return Ok(*chosen);
        }
        let found =
            find().ok_or_else(|| Failure::new(format!("No compiler here can build for {WASM}")).advice(ways()))?;
        Ok(*CHOSEN.get_or_init(|| found))
    }

    /// The command, with this compiler.
    pub(crate) fn apply(self, task: Task) -> Task {
        match self {
            Self::Own => task,
            Self::Linked => task
                .env("RUSTUP_TOOLCHAIN", LINKED)
                .without_env("RUSTUP_TOOLCHAIN_SOURCE"),
            Self::Debian => task.first_on_path(PathBuf::from("/usr/bin")),
        }
    }

    /// Whether this compiler has the target's library, and the library fits the compiler.
    fn works(self) -> bool {
        let asked = self
            .apply(Task::new("rustc"))
            .args(["--print", "target-libdir", "--target", WASM]);
        let there = asked.read().is_ok_and(|folder| Path::new(folder.trim()).is_dir());
        // An upgrade of the compiler leaves a library behind that it can no longer read: compile nothing, and see.
        there && self.compiles()
    }

    fn compiles(self) -> bool {
        let name = format!("latchkey_probe_{}_{self:?}.rmeta", std::process::id());
        let output = std::env::temp_dir().join(name);
        let compiled = self
            .apply(Task::new("rustc"))
            .args(["--target", WASM, "--crate-type", "lib"])
            .args(["--crate-name", "probe", "--emit", "metadata", "-o"])
            .arg(&output)
            .arg("-")
            .read()
            .is_ok();
        // Absent when it did not compile.
        let _ = fs::remove_file(output);
        compiled
    }
}

/// What has to be done for a compiler that can build for the browser; nothing when there is one.
pub(super) fn job() -> Option<Job> {
    if WebToolchain::chosen().is_ok() {
        return None;
    }
    Some(Job {
        need: Need::Target,
        lane: Lane::Debian,
        label: "Getting Rust's standard library for the browser (once, up to 5 minutes)".to_owned(),
        log: "target",
        work: Box::new(set_up),
    })
}

fn find() -> Option<WebToolchain> {
    let rustup = has_rustup();
    [
        Some(WebToolchain::Own),
        (rustup && is_linked()).then_some(WebToolchain::Linked),
        (!rustup && debian::compiler_is_there()).then_some(WebToolchain::Debian),
    ]
    .into_iter()
    .flatten()
    .find(|toolchain| toolchain.works())
}

fn set_up(log: &Path) -> Outcome<()> {
    let rustup = has_rustup();
    if rustup {
        let added = Task::new("rustup").args(["target", "add", WASM]).run_quietly(log);
        match added {
            Ok(()) if WebToolchain::Own.works() => return Ok(()),
            Err(Failure::Stopped) => return Err(Failure::Stopped),
            // Rust's own downloads are out of reach: the next way.
            Ok(()) | Err(_) => {}
        }
    }
    if let Some(why) = debian::obstacle() {
        return Err(
            Failure::new(format!("The standard library for {WASM} could not be had"))
                .seen(format!(
                    "rustup: {}\nDebian's packages: {why}",
                    if rustup {
                        "`rustup target add` failed"
                    } else {
                        "not installed"
                    }
                ))
                .advice(ways()),
        );
    }
    debian::install_compiler(log).map_err(|failure| failure.advice(ways()))?;
    let scratch = project::target().join("tools").join("std");
    let libraries = std_from_source::build(&scratch, log)?;
    std_from_source::install(&libraries, &debian::library_folder()?)?;
    // Not worth a failure: the next build overwrites it.
    let _ = fs::remove_dir_all(&scratch);
    forget_what_was_built()?;
    if rustup && !is_linked() {
        Task::new("rustup")
            .args(["toolchain", "link", LINKED, "/usr"])
            .run_quietly(&project::log("rustup-link"))?;
    }
    WebToolchain::chosen().map(|_| ())
}

/// cargo does not notice that a target's library has changed.
fn forget_what_was_built() -> Outcome<()> {
    let built = project::cargo_target().join(WASM);
    if built.exists() {
        fs::remove_dir_all(&built).map_err(Failure::file("remove", &built))?;
    }
    Ok(())
}

fn has_rustup() -> bool {
    project::on_path("rustup").is_some()
}

fn is_linked() -> bool {
    Task::new("rustup")
        .args(["toolchain", "list"])
        .read()
        .is_ok_and(|list| list.lines().any(|line| line.split(' ').next() == Some(LINKED)))
}

fn ways() -> String {
    format!(
        "one of these, then run the same command again: \
         (1) where Rust's downloads can be reached: rustup target add {WASM}; \
         (2) on Debian or Ubuntu, as root: run this command as root, or install {} yourself and run it as root once; \
         (3) any other Rust that has the target, first on PATH",
        debian::COMPILER.join(" ")
    )
}
