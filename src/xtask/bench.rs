//! `cargo xtask bench`: how long decisions take, beside others' ways to decide, how soon everybody is told of a change,
//! how long a list of a hundred thousand takes, what a backend can carry, and how long one waits for a page.

use crate::backend::Profile;
use crate::failure::Outcome;
use crate::process::Task;
use crate::{project, setup, test};

/// Which benchmarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// All of them.
    All,
    /// Of the permission module.
    Permissions,
    /// Of taking access back while a thousand sessions are open.
    Revoke,
    /// Of asking for lists of a hundred thousand orders.
    Lists,
    /// Of what a backend can carry: session checks, sign-ins, a long list of staff, memory.
    Backend,
    /// Of waiting for a page in a browser.
    Pages,
}

/// Runs the benchmarks.
pub(crate) fn run(which: Which) -> Outcome<()> {
    match which {
        Which::All => [
            Which::Permissions,
            Which::Revoke,
            Which::Lists,
            Which::Backend,
            Which::Pages,
        ]
        .into_iter()
        .try_for_each(run),
        Which::Permissions => Task::cargo(["bench", "--package", "latchkey-oracle"]).run(),
        Which::Revoke => Task::cargo(["bench", "--package", project::BACKEND, "--bench", "revoke"]).run(),
        Which::Lists => Task::cargo(["bench", "--package", project::BACKEND, "--bench", "lists"]).run(),
        Which::Backend => Task::cargo(["bench", "--package", project::BACKEND, "--bench", "backend"]).run(),
        Which::Pages => {
            let needs = [setup::FOR_BUNDLE, setup::FOR_BROWSER].concat();
            let setup = setup::start(&needs)?;
            test::playwright(&setup, Profile::Release)?
                .args(["--config", "bench.config.ts"])
                .run()
        }
    }
}
