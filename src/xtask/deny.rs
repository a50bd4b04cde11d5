//! `cargo xtask deny`: what every crate of Cargo.lock has to be: of a licence that can be handed on, from crates.io, none
//! that is banned; and with `--advisories`, without a known hole. It is apart from `lint`, since building cargo-deny takes
//! longer than all that `lint` does.

use crate::failure::Outcome;
use crate::process::Task;
use crate::progress;
use crate::setup::{self, Need};

/// What the person asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// Asks the database of advisories too. It lies on github.com.
    pub(crate) advisories: bool,
}

/// Runs cargo-deny by `.cargo/deny.toml`.
pub(crate) fn run(options: Options) -> Outcome<()> {
    setup::ensure(&[Need::Deny])?;
    progress::share_the_terminal();
    let task = Task::cargo(["deny", "--workspace", "check", "--config", ".cargo/deny.toml"])
        .args(["bans", "licenses", "sources"]);
    let task = if options.advisories {
        task.arg("advisories")
    } else {
        task
    };
    setup::with_tools(task)
        .advice("each finding is above; what is let be is named in .cargo/deny.toml, with its reason")
        .run()
}
