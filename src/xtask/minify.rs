//! Makes scripts and stylesheets small: names that nobody else uses, and all spaces that say nothing.

use std::path::Path;

use crate::failure::Outcome;
use crate::process::Task;
use crate::setup;

/// Makes one small, in its place.
pub(crate) fn in_place(path: &Path) -> Outcome<()> {
    let mut out = std::ffi::OsString::from("--outfile=");
    out.push(path);
    let task = Task::new(setup::minifier())
        .arg(path)
        .args([
            "--minify",
            "--legal-comments=none",
            "--log-level=warning",
            "--allow-overwrite",
        ])
        .arg(out)
        .advice("cargo xtask setup");
    // What stands outermost in a module is its own affair, unless it says otherwise.
    let is_script = path.extension().is_some_and(|ending| ending == "js");
    if is_script { task.arg("--format=esm") } else { task }.run()
}
