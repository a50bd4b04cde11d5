//! The environment that other programs get: free of what cargo and rustup said to this program about itself.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// What cargo says to the program it runs; another cargo would take it for its own.
pub(crate) fn is_cargos_own(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name == "CARGO" || name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
}

/// Library folders without those of the toolchain that runs this program: another compiler must not load them.
pub(crate) fn without_rustup(libraries: &OsStr) -> OsString {
    let home = env::var_os("RUSTUP_HOME").map(PathBuf::from);
    let keep = env::split_paths(libraries).filter(|folder| home.as_ref().is_none_or(|home| !folder.starts_with(home)));
    env::join_paths(keep).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_cargo_said_to_this_program_is_its_own() {
        for own in ["CARGO", "CARGO_PKG_VERSION", "CARGO_MANIFEST_DIR"] {
            assert!(is_cargos_own(OsStr::new(own)), "{own}");
        }
        for the_persons in ["CARGO_HOME", "CARGO_TARGET_DIR", "CARGO_NET_OFFLINE", "PATH"] {
            assert!(!is_cargos_own(OsStr::new(the_persons)), "{the_persons}");
        }
    }
}
