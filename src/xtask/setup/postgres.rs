//! The programs of a PostgreSQL server to test with: the one the person has, else Debian's.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Job, Lane, Need, debian};
use crate::failure::{Failure, Outcome};
use crate::project;

/// Below which a folder for each version has them: Debian's and Homebrew's, which keep them off PATH.
const VERSIONS: &[&str] = &["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

/// The folder with `initdb` and `postgres`: the one that `LATCHKEY_POSTGRESQL` names, or the first that is installed.
pub(crate) fn folder() -> Option<PathBuf> {
    let whole = |folder: &PathBuf| {
        ["initdb", "postgres"]
            .iter()
            .all(|program| project::program_in(folder, program).is_file())
    };
    let named = env::var_os("LATCHKEY_POSTGRESQL").map(PathBuf::from);
    let on_path = || {
        let program = project::on_path("initdb")?.canonicalize().ok()?;
        program.parent().map(Path::to_path_buf)
    };
    named.or_else(|| on_path().filter(whole)).or_else(|| {
        let mut found: Vec<PathBuf> = VERSIONS
            .iter()
            .filter_map(|below| fs::read_dir(below).ok())
            .flatten()
            .filter_map(|version| Some(version.ok()?.path().join("bin")))
            .filter(whole)
            .collect();
        found.sort();
        found.pop()
    })
}

/// What has to be done for a server; nothing when there is one.
pub(super) fn job() -> Option<Job> {
    folder().is_none().then(|| Job {
        need: Need::Postgres,
        lane: Lane::Debian,
        label: "Installing PostgreSQL from Debian (once, about half a minute)".to_owned(),
        log: "postgresql",
        work: Box::new(install),
    })
}

fn install(log: &Path) -> Outcome<()> {
    let advice = "install PostgreSQL 13 or later, or set LATCHKEY_POSTGRESQL to the folder of its programs";
    if let Some(why) = debian::obstacle() {
        return Err(Failure::new(format!("There is no PostgreSQL to test with, and {why}")).advice(advice));
    }
    debian::install(&["postgresql"], log).map_err(|failure| failure.advice(advice))?;
    folder()
        .map(drop)
        .ok_or_else(|| Failure::new("Debian's postgresql did not come with its programs").advice(advice))
}
