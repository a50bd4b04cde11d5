//! Debian's packages: the compiler for the browser build, and whatever else a package is the plain way to.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::PoisonError;

use super::target::WASM;
use crate::failure::{Failure, Outcome};
use crate::process::Task;
use crate::project;

/// The newest Rust that Debian's stable releases carry, with its source.
pub(super) const COMPILER: &[&str] = &[
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-llvm",
    "rust-web-clippy",
    "lld-22",
];

/// Why packages cannot be installed here, if they cannot.
pub(super) fn obstacle() -> Option<&'static str> {
    if !Path::new("/etc/debian_version").exists() || project::on_path("apt-get").is_none() {
        Some("this is not Debian or Ubuntu")
    } else if !is_root() {
        Some("installing packages needs root")
    } else {
        None
    }
}

/// Installs packages.
pub(super) fn install(packages: &[&str], log: &Path) -> Outcome<()> {
    // One at a time: dpkg has a lock, and whoever comes second would fail.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let apt = || {
        Task::new("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["-y", "-o", "DPkg::Lock::Timeout=300"])
    };
    // A list that cannot be renewed may still name the packages.
    if let Err(Failure::Stopped) = apt().arg("update").run_quietly(log) {
        return Err(Failure::Stopped);
    }
    apt()
        .args(["install", "--no-install-recommends"])
        .args(packages)
        .run_quietly(log)
}

/// Whether Debian's compiler is installed.
pub(super) fn compiler_is_there() -> bool {
    Path::new("/usr/bin/rustc").exists() && Path::new("/usr/bin/cargo").exists()
}

/// Installs Debian's compiler.
pub(super) fn install_compiler(log: &Path) -> Outcome<()> {
    install(COMPILER, log)
}

/// Sees to it that Debian's compiler has its clippy.
pub(crate) fn web_clippy() -> Outcome<()> {
    if Path::new("/usr/bin/clippy-driver").exists() {
        return Ok(());
    }
    let advice = "apt-get install rust-web-clippy";
    match obstacle() {
        Some(why) => Err(Failure::new(format!("clippy is missing: {why}")).advice(advice)),
        None => install(&["rust-web-clippy"], &project::log("clippy")),
    }
}

/// Where Debian's compiler looks for the target's library.
pub(super) fn library_folder() -> Outcome<PathBuf> {
    let sysroot = Task::new("/usr/bin/rustc").args(["--print", "sysroot"]).read()?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).join("lib"))
}

/// Whether this is done as root.
pub(crate) fn is_root() -> bool {
    Task::new("id").arg("-u").read().is_ok_and(|id| id.trim() == "0")
}
