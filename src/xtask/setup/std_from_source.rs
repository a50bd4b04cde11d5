//! Builds Rust's standard library for the browser from Debian's source package, and installs it whole or not at all.
//! Needed where Rust's own downloads cannot be reached; from then on an ordinary stable build works.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::target::WASM;
use crate::failure::{Failure, Outcome};
use crate::files;
use crate::process::Task;

/// The empty crate that the library is built for.
const CRATE: &str = "latchkey_std_from_source";

/// Builds the library in an empty folder, and names its files.
pub(crate) fn build(scratch: &Path, log: &Path) -> Outcome<Vec<PathBuf>> {
    // Two generations in one folder break every build that uses them.
    if scratch.exists() {
        fs::remove_dir_all(scratch).map_err(Failure::file("empty", scratch))?;
    }
    let manifest = format!(
        "[package]\nname = \"{CRATE}\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n\
         [lib]\npath = \"lib.rs\"\n\n[workspace]\n"
    );
    files::write(&scratch.join("Cargo.toml"), manifest.as_bytes())?;
    files::write(&scratch.join("lib.rs"), b"")?;
    let target = scratch.join("target");
    Task::new("/usr/bin/cargo")
        .args(["build", "--release", "--target", WASM])
        .arg("-Zbuild-std=std,panic_abort,test,proc_macro")
        .dir(scratch)
        .env("RUSTC", "/usr/bin/rustc")
        // `build-std` is not stable yet, and Debian has only stable compilers.
        .env("RUSTC_BOOTSTRAP", "1")
        // Without it, link-time optimisation of the bundle finds no bitcode to work on.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .without_env("CARGO_ENCODED_RUSTFLAGS")
        .env("CARGO_TARGET_DIR", &target)
        .advice("see whether the package rust-web-src has the version of rustc-web")
        .run_quietly(log)?;
    libraries(&target.join(WASM).join("release").join("deps"))
}

/// Puts the files where the compiler looks for them, in place of any that lie there.
pub(super) fn install(libraries: &[PathBuf], folder: &Path) -> Outcome<()> {
    let fresh = folder.with_extension("new");
    if fresh.exists() {
        fs::remove_dir_all(&fresh).map_err(Failure::file("empty", &fresh))?;
    }
    fs::create_dir_all(&fresh).map_err(Failure::file("create", &fresh))?;
    for library in libraries {
        let name = library.file_name().unwrap_or_default();
        fs::copy(library, fresh.join(name)).map_err(Failure::file("copy", library))?;
    }
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Failure::file("replace", folder))?;
    }
    fs::rename(&fresh, folder).map_err(Failure::file("create", folder))
}

fn libraries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let own = format!("lib{CRATE}-");
    let entries = fs::read_dir(folder).map_err(Failure::file("read", folder))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension() == Some(OsStr::new("rlib")))
        .filter(|path| !name(path).starts_with(&own))
        .collect();
    found.sort();
    for needed in ["core", "alloc", "std", "panic_abort", "test", "proc_macro"] {
        let start = format!("lib{needed}-");
        let count = found.iter().filter(|path| name(path).starts_with(&start)).count();
        if count != 1 {
            return Err(Failure::new(format!(
                "Building the standard library gave {count} copies of {needed} in {}",
                folder.display()
            )));
        }
    }
    Ok(found)
}

fn name(path: &Path) -> std::borrow::Cow<'_, str> {
    path.file_name().unwrap_or_default().to_string_lossy()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEEDED: [&str; 6] = ["core", "alloc", "std", "panic_abort", "test", "proc_macro"];

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("latchkey-xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the folder is made");
        folder
    }

    fn file(folder: &Path, name: &str) {
        fs::write(folder.join(name), name).expect("the file is written");
    }

    #[test]
    fn the_librarys_files_are_taken_and_the_empty_crate_is_left() {
        let deps = folder("deps");
        for name in NEEDED {
            file(&deps, &format!("lib{name}-1.rlib"));
        }
        file(&deps, "liblatchkey_std_from_source-1.rlib");
        file(&deps, "libstd-1.rmeta");
        let found = libraries(&deps).expect("all are there");
        assert_eq!(found.len(), NEEDED.len());
        fs::remove_dir_all(deps).expect("it was there");
    }

    #[test]
    fn two_generations_are_refused_and_so_is_a_library_with_a_hole() {
        let deps = folder("mixed");
        for name in NEEDED {
            file(&deps, &format!("lib{name}-1.rlib"));
        }
        file(&deps, "libcore-2.rlib");
        assert!(libraries(&deps).is_err());
        fs::remove_file(deps.join("libcore-2.rlib")).expect("it was there");
        fs::remove_file(deps.join("libstd-1.rlib")).expect("it was there");
        assert!(libraries(&deps).is_err());
        fs::remove_dir_all(deps).expect("it was there");
    }

    #[test]
    fn installing_replaces_what_was_there() {
        let place = folder("install");
        let lib = place.join("lib");
        fs::create_dir_all(&lib).expect("the folder is made");
        file(&lib, "libstd-old.rlib");
        file(&place, "libstd-new.rlib");
        install(&[place.join("libstd-new.rlib")], &lib).expect("it is installed");
        assert!(lib.join("libstd-new.rlib").exists());
        assert!(!lib.join("libstd-old.rlib").exists());
        assert!(!place.join("lib.new").exists());
        fs::remove_dir_all(place).expect("it was there");
    }
}
