//! The source of Rust's standard library, from which a release builds it anew for its own purposes. Debian's compiler
//! comes with it, rustup fetches it. Where it cannot be had, a release takes the library as it is, and is larger.

use std::path::Path;

use super::target::WebToolchain;
use super::{Job, Lane, Need};
use crate::failure::{Failure, Outcome};
use crate::process::Task;
use crate::project;

impl WebToolchain {
    /// Whether this compiler's standard library can be built anew.
    pub(crate) fn has_std_source(self) -> bool {
        let asked = self.apply(Task::new("rustc")).args(["--print", "sysroot"]);
        asked.read().is_ok_and(|sysroot| {
            let source = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library");
            source.join("Cargo.lock").exists()
        })
    }

    /// Whether it is worth trying to fetch it.
    fn lacks_std_source(self) -> bool {
        self == Self::Own && project::on_path("rustup").is_some() && !self.has_std_source()
    }
}

/// What has to be done for it; nothing when it is there, or when there is no way to it.
pub(super) fn job() -> Option<Job> {
    if WebToolchain::chosen().is_ok_and(|toolchain| !toolchain.lacks_std_source()) {
        return None;
    }
    Some(Job {
        need: Need::StdSource,
        // After the compiler, which may be another one then.
        lane: Lane::Debian,
        label: "Fetching the source of Rust's standard library (once)".to_owned(),
        log: "std-source",
        work: Box::new(fetch),
    })
}

fn fetch(log: &Path) -> Outcome<()> {
    // Without a compiler, that is what is said.
    if WebToolchain::chosen().is_ok_and(WebToolchain::lacks_std_source) {
        let fetched = Task::new("rustup")
            .args(["component", "add", "rust-src"])
            .run_quietly(log);
        if let Err(Failure::Stopped) = fetched {
            return Err(Failure::Stopped);
        }
    }
    Ok(())
}
