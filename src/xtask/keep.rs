//! `cargo xtask backup`, `restore` and `move`: what the backend's program does to a store from outside, for the store that
//! `cargo xtask serve` serves.

use std::ffi::OsString;

use crate::backend::{self, Profile};
use crate::failure::Outcome;
use crate::process::Task;
use crate::serve;

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// The program's command.
    pub(crate) command: &'static str,
    /// The folder with the database; the usual one where none is given.
    pub(crate) data: Option<std::path::PathBuf>,
    /// The program's own options.
    pub(crate) rest: Vec<OsString>,
}

/// Asks the backend's program. False where it could not be done.
pub(crate) fn run(options: Options) -> Outcome<bool> {
    let program = backend::build(Profile::Debug)?;
    let serving = serve::Options {
        data: options.data,
        ..serve::Options::default()
    };
    Task::new(&program)
        .args([options.command, "--data"])
        .arg(serving.data()?)
        .args(options.rest)
        .run_and_read()
        .map(|(well, _)| well)
}
