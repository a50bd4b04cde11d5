//! Sets up what is missing, for building and for testing. What is there is left alone, nothing is done twice.
//! Slow things run beside each other and beside the caller's own work, in lanes that do not get in each other's way:
//! Debian's packages and what is built with them, cargo's tools, npm's packages.

mod cargo_tool;
mod chromium;
mod debian;
mod npm_tool;
mod playwright;
mod std_from_source;
mod std_source;
mod target;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

pub(crate) use cargo_tool::wasm_bindgen_program as wasm_bindgen;
pub(crate) use chromium::chromium;
pub(crate) use debian::web_clippy;
pub(crate) use std_from_source::build as build_std;
pub(crate) use target::{WASM, WebToolchain};

use crate::failure::{Failure, Outcome};
use crate::lock::Lock;
use crate::process::Task;
use crate::{interrupt, progress};

/// Something a command cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Need {
    /// Rust's standard library for the browser.
    Target,
    /// The source of that library.
    StdSource,
    /// Trunk, which makes the bundle.
    Trunk,
    /// wasm-bindgen and its test runner.
    Bindgen,
    /// What takes the program apart into chapters.
    Splitter,
    /// wasm-opt, which makes the program small.
    WasmOpt,
    /// esbuild, which makes scripts and stylesheets small.
    Minifier,
    /// A browser to test in.
    Chromium,
    /// What drives that browser.
    Playwright,
    /// cargo-mutants.
    Mutants,
    /// cargo-deny.
    Deny,
}

/// What building the bundle takes.
pub(crate) const FOR_BUNDLE: &[Need] = &[
    Need::Target,
    Need::StdSource,
    Need::Trunk,
    Need::Bindgen,
    Need::Splitter,
    Need::WasmOpt,
    Need::Minifier,
];
/// What running Rust's tests as Wasm takes.
pub(crate) const FOR_WASM_TESTS: &[Need] = &[Need::Target, Need::Bindgen];
/// What the journeys in the browser take, beside a bundle.
pub(crate) const FOR_BROWSER: &[Need] = &[Need::Chromium, Need::Playwright];

type Work = Box<dyn FnOnce(&Path) -> Outcome<()> + Send>;

/// One thing that is missing, and how to get it.
struct Job {
    need: Need,
    lane: Lane,
    label: String,
    log: &'static str,
    work: Work,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lane {
    Debian,
    Cargo,
    Npm,
}

impl Lane {
    /// The name of the lock that keeps two commands from setting up the same things.
    fn name(self) -> &'static str {
        match self {
            Self::Debian => "setup-debian",
            Self::Cargo => "setup-cargo",
            Self::Npm => "setup-npm",
        }
    }
}

/// What is being set up, under way in the background.
#[derive(Clone)]
pub(crate) struct Setup(Arc<State>);

struct State {
    results: Mutex<HashMap<Need, Option<Outcome<()>>>>,
    changed: Condvar,
}

/// Starts to set up whatever of `needs` is missing, and returns at once.
pub(crate) fn start(needs: &[Need]) -> Outcome<Setup> {
    let mut results = HashMap::new();
    let mut jobs = Vec::new();
    for &need in needs {
        let job = match need {
            Need::Target => target::job(),
            Need::StdSource => std_source::job(),
            Need::Trunk => cargo_tool::job(need, cargo_tool::trunk()),
            Need::Bindgen => cargo_tool::job(need, cargo_tool::wasm_bindgen()?),
            Need::Splitter => cargo_tool::job(need, cargo_tool::splitter()),
            Need::Mutants => cargo_tool::job(need, cargo_tool::mutants()),
            Need::Deny => cargo_tool::job(need, cargo_tool::deny()),
            Need::WasmOpt => npm_tool::WASM_OPT.job(),
            Need::Minifier => npm_tool::ESBUILD.job(),
            Need::Chromium => chromium::job(),
            Need::Playwright => playwright::job(),
        };
        results.insert(need, job.is_none().then_some(Ok(())));
        jobs.extend(job);
    }
    progress::expect(jobs.len());
    let state = Arc::new(State {
        results: Mutex::new(results),
        changed: Condvar::new(),
    });
    for lane in [Lane::Debian, Lane::Cargo, Lane::Npm] {
        let (mine, others): (Vec<_>, Vec<_>) = jobs.into_iter().partition(|job| job.lane == lane);
        jobs = others;
        if !mine.is_empty() {
            let state = Arc::clone(&state);
            thread::spawn(move || mine.into_iter().for_each(|job| state.perform(job)));
        }
    }
    Ok(Setup(state))
}

/// Sets up whatever of `needs` is missing.
pub(crate) fn ensure(needs: &[Need]) -> Outcome<()> {
    start(needs)?.wait_for(needs)
}

/// wasm-opt.
pub(crate) fn wasm_opt() -> PathBuf {
    npm_tool::WASM_OPT.path()
}

/// wasm-merge, which comes with wasm-opt.
pub(crate) fn wasm_merge() -> PathBuf {
    npm_tool::path_of("wasm-merge")
}

/// esbuild.
pub(crate) fn minifier() -> PathBuf {
    npm_tool::ESBUILD.path()
}

/// A command that finds the tools that were set up here before any other.
pub(crate) fn with_tools(task: Task) -> Task {
    [cargo_tool::folder(), npm_tool::folder()]
        .into_iter()
        .fold(task, Task::first_on_path)
}

impl Setup {
    /// Waits until these are there; fails with the first that could not be had.
    pub(crate) fn wait_for(&self, needs: &[Need]) -> Outcome<()> {
        let mut results = self.0.results();
        while needs.iter().any(|need| matches!(results.get(need), Some(None))) {
            results = self.0.changed.wait(results).unwrap_or_else(PoisonError::into_inner);
        }
        needs
            .iter()
            .filter_map(|need| results.get(need).cloned().flatten())
            .collect()
    }
}

impl State {
    fn results(&self) -> MutexGuard<'_, HashMap<Need, Option<Outcome<()>>>> {
        self.results.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn perform(&self, job: Job) {
        if let Err(stopped) = interrupt::check() {
            self.note(job.need, Err(stopped));
            return;
        }
        let log = crate::project::log(job.log);
        let step = progress::begin(&job.label, Some(&log));
        let work = std::panic::AssertUnwindSafe(|| {
            let _lock = Lock::take(job.lane.name())?;
            (job.work)(&log)
        });
        let result = std::panic::catch_unwind(work)
            .unwrap_or_else(|_| Err(Failure::new(format!("{} ended unexpectedly", job.label))));
        if result.is_ok() {
            step.done();
        } else {
            drop(step);
        }
        self.note(job.need, result);
    }

    fn note(&self, need: Need, result: Outcome<()>) {
        self.results().insert(need, Some(result));
        self.changed.notify_all();
    }
}
