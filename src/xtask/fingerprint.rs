//! Whether anything changed: a number made of the paths, sizes and times of files.
//! A number rather than the newest time alone, so that a file that went away counts too.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::project;

/// What the browser bundle is made of.
pub(crate) const APP: &[&str] = &[
    "src/app",
    "src/contract",
    "src/permissions",
    "src/languages",
    "src/xtask",
    "style",
    "public",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
];

/// What the backend is made of.
pub(crate) const BACKEND: &[&str] = &[
    "src/backend",
    "src/contract",
    "src/permissions",
    "Cargo.toml",
    "Cargo.lock",
];

/// The fingerprint of these files and folders of the project.
pub(crate) fn of(inputs: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for input in inputs {
        add(&project::root().join(input), &mut hasher);
    }
    hasher.finish()
}

/// A short name for some bytes, for files that are cached for ever.
pub(crate) fn of_bytes(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn add(path: &Path, hasher: &mut DefaultHasher) {
    let Ok(facts) = fs::metadata(path) else {
        return;
    };
    path.hash(hasher);
    if facts.is_dir() {
        for entry in sorted(path) {
            add(&entry, hasher);
        }
    } else {
        facts.len().hash(hasher);
        facts.modified().ok().hash(hasher);
    }
}

/// A folder's entries in order, without those that editors and tools hide.
fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
        .map(|entry| entry.path())
        .collect();
    entries.sort();
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_a_changed_and_a_removed_file_are_noticed_and_a_hidden_one_is_not() {
        let folder = std::env::temp_dir().join(format!("latchkey-fingerprint-{}", std::process::id()));
        let inner = folder.join("inner");
        fs::create_dir_all(&inner).expect("the folder is made");
        let now = || {
            let mut hasher = DefaultHasher::new();
            add(&folder, &mut hasher);
            hasher.finish()
        };
        let empty = now();
        fs::write(inner.join("a.rs"), "one").expect("the file is written");
        let one = now();
        assert_ne!(empty, one);
        fs::write(inner.join("a.rs"), "three").expect("the file is written");
        let changed = now();
        assert_ne!(one, changed);
        fs::write(inner.join(".a.rs.swp"), "x").expect("the file is written");
        assert_eq!(changed, now());
        fs::remove_file(inner.join("a.rs")).expect("it was there");
        assert_eq!(empty, now());
        fs::remove_dir_all(folder).expect("it was there");
    }
}
