//! Playwright and whatever else the journeys in the browser need from npm, in the versions of their lock file.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use super::{Job, Lane, Need};
use crate::failure::Outcome;
use crate::process::Task;
use crate::project;

/// What has to be done for Playwright; nothing when its lock file has been followed already.
pub(super) fn job() -> Option<Job> {
    let tests = project::browser_tests();
    let locked = changed(&tests.join("package-lock.json"));
    // npm writes this file last.
    let followed = changed(&tests.join("node_modules").join(".package-lock.json"));
    let there = matches!((locked, followed), (Some(locked), Some(followed)) if followed >= locked);
    (!there).then(|| Job {
        need: Need::Playwright,
        lane: Lane::Npm,
        label: "Fetching Playwright from npm (once)".to_owned(),
        log: "playwright",
        work: Box::new(install),
    })
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}

fn install(log: &Path) -> Outcome<()> {
    Task::new("npm")
        .args(["ci", "--no-audit", "--no-fund"])
        .dir(&project::browser_tests())
        // The browser is the one that is installed here.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .advice("install Node with npm, and see that the npm registry can be reached")
        .run_quietly(log)
}
