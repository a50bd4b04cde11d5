//! A Chromium to test in: the one the person has, else Debian's.

use std::env;
use std::path::{Path, PathBuf};

use super::{Job, Lane, Need, debian};
use crate::failure::{Failure, Outcome};
use crate::project;

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ON_A_MAC: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// The browser's program: `LATCHKEY_CHROMIUM`, or the first that is installed.
pub(crate) fn chromium() -> Option<PathBuf> {
    env::var_os("LATCHKEY_CHROMIUM")
        .map(PathBuf::from)
        .or_else(|| NAMES.iter().find_map(|name| project::on_path(name)))
        .or_else(|| ON_A_MAC.iter().map(PathBuf::from).find(|path| path.exists()))
}

/// What has to be done for a browser; nothing when there is one.
pub(super) fn job() -> Option<Job> {
    chromium().is_none().then(|| Job {
        need: Need::Chromium,
        lane: Lane::Debian,
        label: "Installing Chromium from Debian (once, about a minute)".to_owned(),
        log: "chromium",
        work: Box::new(install),
    })
}

fn install(log: &Path) -> Outcome<()> {
    let advice = "install Chromium or Google Chrome so that it is on PATH, \
                  or set LATCHKEY_CHROMIUM to the path of one";
    if let Some(why) = debian::obstacle() {
        return Err(Failure::new(format!("There is no Chromium to test in, and {why}")).advice(advice));
    }
    // A machine without fonts would lay out pages of empty boxes.
    debian::install(&["chromium", "fonts-liberation"], log).map_err(|failure| failure.advice(advice))?;
    chromium()
        .map(|_| ())
        .ok_or_else(|| Failure::new("Debian's chromium did not come with a program").advice(advice))
}
