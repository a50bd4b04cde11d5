//! `cargo xtask test`: runs every part, whatever happens to the others, and adds up what they counted.
//! What is missing is set up in the background while the parts run that can do without it.

use std::ffi::OsString;
use std::time::Instant;

use crate::app::{self, Kind};
use crate::backend::{self, Profile};
use crate::count::{self, Count};
use crate::failure::{Failure, Outcome};
use crate::postgres::Postgres;
use crate::process::Task;
use crate::setup::{self, Need, Setup, WASM, WebToolchain};
use crate::{conformance, progress, project};

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Contract,
    App,
    Backend,
    Oracle,
    Conformance,
    Permissions,
    Browser,
}

impl Part {
    /// All, those first that need nothing to be set up.
    pub(crate) const ALL: [Self; 7] = [
        Self::Contract,
        Self::App,
        Self::Backend,
        Self::Oracle,
        Self::Conformance,
        Self::Permissions,
        Self::Browser,
    ];

    /// Its name on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Contract => "contract",
            Self::App => "app",
            Self::Backend => "backend",
            Self::Oracle => "oracle",
            Self::Conformance => "conformance",
            Self::Permissions => "permissions",
            Self::Browser => "browser",
        }
    }

    fn needs(self) -> Vec<Need> {
        match self {
            Self::Permissions => setup::FOR_WASM_TESTS.to_vec(),
            Self::Browser if app::is_stale(Kind::Release) => [setup::FOR_BUNDLE, setup::FOR_BROWSER].concat(),
            Self::Browser => setup::FOR_BROWSER.to_vec(),
            Self::Backend | Self::Conformance => setup::FOR_BACKEND.to_vec(),
            _ => Vec::new(),
        }
    }
}

/// What the person asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// Only these parts; all when empty.
    pub(crate) only: Vec<Part>,
    /// What is handed to the test runner of the part.
    pub(crate) extra: Vec<OsString>,
}

/// Runs the parts and prints the sum. Returns whether everything passed.
pub(crate) fn run(options: &Options) -> Outcome<bool> {
    progress::share_the_terminal();
    let parts: Vec<Part> = Part::ALL
        .into_iter()
        .filter(|part| options.only.is_empty() || options.only.contains(part))
        .collect();
    let mut needs: Vec<Need> = Vec::new();
    for need in parts.iter().flat_map(|part| part.needs()) {
        if !needs.contains(&need) {
            needs.push(need);
        }
    }
    let setup = setup::start(&needs)?;

    let mut total = Count::default();
    let mut lines = Vec::new();
    for part in parts {
        progress::say(&format!("\n── {} ──", part.name()));
        let started = Instant::now();
        let mut count = Count::default();
        if let Err(failure) = part.run(&setup, &options.extra, &mut count) {
            if matches!(failure, Failure::Stopped) {
                return Err(failure);
            }
            println!("{failure}");
            count += Count::FAILURE;
        }
        let skipped = match count.skipped {
            0 => String::new(),
            skipped => format!(", {skipped} skipped"),
        };
        lines.push(format!(
            "{:<12} {count}{skipped} ({})",
            part.name(),
            progress::clock(started.elapsed())
        ));
        total += count;
    }
    println!("\n{}\n", lines.join("\n"));
    println!("{total}");
    Ok(total.failed == 0)
}

impl Part {
    fn run(self, setup: &Setup, extra: &[OsString], count: &mut Count) -> Outcome<()> {
        match self {
            Self::Contract => cargo_test(
                Task::cargo(["test", "--no-fail-fast"])
                    .args(["--package", "latchkey-contract"])
                    .args(["--package", "latchkey-languages"])
                    .args(["--package", "xtask"])
                    .args(["--features", "latchkey-contract/schema"]),
                extra,
                count,
            ),
            Self::App => cargo_test(package("latchkey-app"), extra, count),
            Self::Backend => {
                cargo_test(package(project::BACKEND), extra, count)?;
                on_a_server(setup, "backend", count, |server, count| {
                    let task = ON_A_SERVER
                        .iter()
                        .fold(package(project::BACKEND), |task, test| task.args(["--test", test]));
                    cargo_test(task.env("LATCHKEY_TEST_DATABASE", server.address()), extra, count)
                })
            }
            Self::Oracle => cargo_test(package("latchkey-oracle"), extra, count),
            Self::Conformance => {
                conformance::run(extra, None, count)?;
                on_a_server(setup, "conformance", count, |server, count| {
                    conformance::run(extra, Some(server), count)
                })
            }
            Self::Permissions => {
                cargo_test(package("latchkey-permissions"), extra, count)?;
                setup.wait_for(setup::FOR_WASM_TESTS)?;
                progress::say("\n── permissions, as Wasm ──");
                cargo_test(as_wasm(package("latchkey-permissions"))?, extra, count)
            }
            Self::Browser => browser(setup, extra, count),
        }
    }
}

/// The backend's tests that a database has a part in.
const ON_A_SERVER: &[&str] = &["house", "edge_process", "on_a_server"];

/// Does it once more with a PostgreSQL server. Where none can be had, that is said and counted as left out.
fn on_a_server(
    setup: &Setup,
    part: &str,
    count: &mut Count,
    run: impl FnOnce(&Postgres, &mut Count) -> Outcome<()>,
) -> Outcome<()> {
    match setup.wait_for(setup::FOR_BACKEND) {
        Ok(()) => {}
        Err(Failure::Stopped) => return Err(Failure::Stopped),
        Err(failure) => {
            progress::say(&format!("\n── {part}, on PostgreSQL: left out ──\n{failure}"));
            count.skipped += 1;
            return Ok(());
        }
    }
    let server = Postgres::start()?;
    progress::say(&format!("\n── {part}, on PostgreSQL ──"));
    run(&server, count)
}

pub(crate) fn package(name: &str) -> Task {
    Task::cargo(["test", "--no-fail-fast", "--package", name])
}

fn as_wasm(task: Task) -> Outcome<Task> {
    let task = setup::with_tools(task.args(["--target", WASM]))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    Ok(WebToolchain::chosen()?.apply(task))
}

pub(crate) fn cargo_test(task: Task, extra: &[OsString], count: &mut Count) -> Outcome<()> {
    let task = if extra.is_empty() {
        task
    } else {
        task.arg("--").args(extra)
    };
    let (succeeded, output) = task.run_and_read()?;
    *count += count::cargo(&output).held_against(succeeded);
    Ok(())
}

/// The journeys: the built bundle and the real backend in a real browser.
fn browser(setup: &Setup, extra: &[OsString], count: &mut Count) -> Outcome<()> {
    let task = playwright(setup, Profile::Debug)?;
    let (succeeded, output) = task.args(extra).run_and_read()?;
    *count += count::playwright(&output).held_against(succeeded);
    Ok(())
}

/// Playwright's runner, with the bundle and a backend of this profile, both built.
pub(crate) fn playwright(setup: &Setup, profile: Profile) -> Outcome<Task> {
    let program = backend::build(profile)?;
    if app::is_stale(Kind::Release) {
        setup.wait_for(setup::FOR_BUNDLE)?;
        app::ensure(Kind::Release)?;
    }
    setup.wait_for(setup::FOR_BROWSER)?;
    let chromium = setup::chromium().ok_or_else(|| Failure::new("There is no Chromium"))?;
    Ok(Task::new("npx")
        .args(["--no", "playwright", "test"])
        .dir(&project::browser_tests())
        .env("LATCHKEY_CHROMIUM", chromium)
        .env("LATCHKEY_BACKEND", program)
        .without_env("LATCHKEY_DATABASE")
        .env("LATCHKEY_ASSETS", Kind::Release.folder()))
}
