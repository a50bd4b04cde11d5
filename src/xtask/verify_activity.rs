//! `cargo xtask verify-activity`: whether the record of what happened is as it was written.

use std::ffi::OsString;

use crate::backend::{self, Profile};
use crate::failure::Outcome;
use crate::process::Task;
use crate::serve;

/// What the person asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// The folder with the database; the usual one where none is given.
    pub(crate) data: Option<std::path::PathBuf>,
    /// A head that was noted earlier.
    pub(crate) head: Option<OsString>,
}

/// Asks the backend's program, which knows how entries are chained. False where something is wrong.
pub(crate) fn run(options: Options) -> Outcome<bool> {
    let program = backend::build(Profile::Debug)?;
    let serving = serve::Options {
        data: options.data,
        ..serve::Options::default()
    };
    let mut task = Task::new(&program)
        .args(["verify-activity", "--data"])
        .arg(serving.data()?);
    if let Some(head) = options.head {
        task = task.arg("--head").arg(head);
    }
    task.run_and_read().map(|(well, _)| well)
}
