//! `cargo xtask openapi`: writes the description of the API anew from the contract's types.

use std::fs;

use crate::failure::Outcome;
use crate::process::Task;
use crate::{files, progress, project};

/// Writes `public/openapi.json`, when it says something else.
pub(crate) fn run() -> Outcome<()> {
    let step = progress::begin("Describing the API from the contract's types", None);
    let text = Task::cargo(["run", "--quiet", "--package", "latchkey-contract"])
        .args(["--features", "schema", "--example", "openapi"])
        .read()?;
    step.done();
    let path = project::root().join("public").join("openapi.json");
    if fs::read_to_string(&path).is_ok_and(|present| present == text) {
        println!("{} is up to date", path.display());
        return Ok(());
    }
    files::write(&path, text.as_bytes())?;
    println!("Wrote {}", path.display());
    Ok(())
}
