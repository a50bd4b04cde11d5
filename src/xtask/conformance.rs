//! Holds a backend with a sample store of its own against the contract.

use std::ffi::OsString;
use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::PathBuf;

use crate::backend::{self, Profile};
use crate::count::Count;
use crate::failure::Outcome;
use crate::postgres::Postgres;
use crate::{files, project, test};

/// A backend starts only when there is an app to serve; the contract does not care which.
const PAGE: &[u8] = b"<!doctype html><title>No app is needed here</title>\n";

/// Runs the part on one of the databases: the file, or the server's where there is one.
pub(crate) fn run(extra: &[OsString], server: Option<&Postgres>, count: &mut Count) -> Outcome<()> {
    let program = backend::build(Profile::Debug)?;
    let scratch = Scratch::new();
    let assets = scratch.0.join("assets");
    files::write(&assets.join("index.html"), PAGE)?;
    let log = project::log("conformance-backend");
    let password = random_password();
    let port = backend::free_port()?;
    let database = server.map(|server| server.database("conformance")).transpose()?;
    let running = backend::start(&backend::Options {
        program: &program,
        port,
        data: &scratch.0.join("data"),
        database: database.as_deref(),
        assets: &assets,
        empty: false,
        sample_size: 1,
        sample_password: Some(&password),
        log: Some(&log),
    })?;
    let before = count.failed;
    let result = test::cargo_test(
        test::package("latchkey-conformance")
            .env("LATCHKEY_BASE_URL", format!("http://127.0.0.1:{port}/api/v1"))
            .env("LATCHKEY_SAMPLE_PASSWORD", &password),
        extra,
        count,
    );
    drop(running);
    if count.failed > before {
        println!("What the backend said:\n{}", files::ends(&log));
    }
    result
}

/// A folder that goes away at the end, however the end comes.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        let name = format!("conformance-{}", std::process::id());
        Self(project::target().join("test").join(name))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Left behind at worst in `target`, where `cargo clean` finds it.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Long enough for the backend's rules, and new each time.
fn random_password() -> String {
    let random = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", random(), random())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_long_and_differ() {
        let one = random_password();
        assert_eq!(one.len(), 32);
        assert_ne!(one, random_password());
    }
}
