//! Each fault, and the whole way from source to text, on folders of languages that exist for one test.

mod damaged;
mod faults;
mod products;

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use latchkey_languages::{Fault, FaultKind, read};

/// A folder of languages that goes away again.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "latchkey-languages-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let folder = Self(std::env::temp_dir().join(name));
        for (path, text) in files {
            let path = folder.0.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("make a folder");
            fs::write(path, text).expect("write a file");
        }
        folder
    }

    pub(crate) fn faults(&self) -> Vec<(String, Option<usize>, FaultKind)> {
        let faults = read(&self.0).expect_err("faults");
        let name = |fault: &Fault| {
            let path = fault.path.strip_prefix(&self.0).expect("below the folder");
            path.to_string_lossy().into_owned()
        };
        faults
            .iter()
            .map(|fault| (name(fault), fault.line, fault.kind.clone()))
            .collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
