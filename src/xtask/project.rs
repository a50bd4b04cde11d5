//! Where things lie: the project's root, and the folders that are made under `target/`.
//! Apart, so that every command works from any folder inside the project.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The package that is the reference backend, and the name of its program.
pub(crate) const BACKEND: &str = "latchkey-backend";

/// The folder with the workspace's `Cargo.toml`.
pub(crate) fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| OsString::from(env!("CARGO_MANIFEST_DIR")));
        let here = PathBuf::from(manifest);
        let root = here.ancestors().nth(2).unwrap_or(&here);
        root.canonicalize().unwrap_or_else(|_| root.to_owned())
    })
}

/// The folder for everything that is made and can be made again.
pub(crate) fn target() -> PathBuf {
    root().join("target")
}

/// Where cargo puts what it compiles: `target/`, unless the person chose another folder.
pub(crate) fn cargo_target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(target, |folder| root().join(folder))
}

/// Where tools are looked for and installed: `LATCHKEY_TOOLS` lets several clones share one folder.
pub(crate) fn tools() -> PathBuf {
    env::var_os("LATCHKEY_TOOLS").map_or_else(|| target().join("tools"), PathBuf::from)
}

/// The browser bundle as it is served.
pub(crate) fn dist() -> PathBuf {
    target().join("dist")
}

/// The bundle of `serve --dev`, apart so that neither kind of build throws the other away.
pub(crate) fn dist_dev() -> PathBuf {
    target().join("dist-dev")
}

/// The log of one quiet command.
pub(crate) fn log(name: &str) -> PathBuf {
    target().join("tools").join("logs").join(format!("{name}.log"))
}

/// The journeys in the browser.
pub(crate) fn browser_tests() -> PathBuf {
    root().join("tests").join("browser")
}

/// Finds a program on PATH.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// The program's file inside a folder, with the ending of this system.
pub(crate) fn program_in(folder: &Path, program: &str) -> PathBuf {
    folder.join(format!("{program}{}", env::consts::EXE_SUFFIX))
}
