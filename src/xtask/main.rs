//! `cargo xtask`: one program that sets up, builds, serves and tests this project, the same on every machine.
//! It depends on little, so that it is compiled in seconds.

mod app;
mod arguments;
mod backend;
mod bench;
mod boot;
#[cfg(test)]
mod browser_table;
mod bundle;
mod compress;
mod conformance;
mod count;
mod deny;
mod dev;
mod endure;
mod environment;
mod failure;
mod files;
mod fingerprint;
mod interrupt;
mod keeping;
mod lint;
mod lock;
mod minify;
mod mutants;
mod openapi;
mod ordered_json;
mod process;
mod progress;
mod project;
mod rustc_options;
#[cfg(test)]
mod security_table;
mod serve;
mod setup;
mod split;
mod style;
mod test;
mod tokens;
mod verify_activity;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use arguments::Command;
use failure::{Failure, Outcome};

fn main() -> ExitCode {
    match interrupt::listen().and_then(|()| called()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // As a shell counts a program that Ctrl-C ended.
        Err(Failure::Stopped) => {
            eprintln!("Stopped.");
            ExitCode::from(130)
        }
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Does what it was called for: by a person, or by Trunk under another program's name.
fn called() -> Outcome<bool> {
    if split::is_stand_in() {
        return split::run().map(|()| true);
    }
    arguments::read().and_then(perform)
}

/// Does what was asked; false when it was done and something was found wanting.
fn perform(command: Command) -> Outcome<bool> {
    match command {
        Command::Help => print!("{}", arguments::HELP),
        Command::Serve(options) => serve::run(&options)?,
        Command::Setup => set_up_everything()?,
        Command::StdInto(folder) => std_into(Path::new(&folder))?,
        Command::Build { bundle_alone } => {
            if bundle_alone {
                serve::build_bundle(app::Kind::Release)?;
            } else {
                serve::build(app::Kind::Release, backend::Profile::Release)?;
            }
            println!("The bundle is in {}", app::Kind::Release.folder().display());
        }
        Command::Test(options) => return test::run(&options),
        Command::Lint => lint::run()?,
        Command::Bench(which) => bench::run(which)?,
        Command::Endure(options) => endure::run(&options)?,
        Command::Mutants => mutants::run()?,
        Command::Deny(options) => deny::run(options)?,
        Command::OpenApi => openapi::run()?,
        Command::VerifyActivity(options) => return verify_activity::run(options),
        Command::Backup(options) => return keeping::backup(options),
        Command::Restore(options) => return keeping::restore(options),
        Command::Style => style::run()?,
        Command::Bundle => bundle::run()?,
    }
    Ok(true)
}

fn set_up_everything() -> Outcome<()> {
    setup::ensure(&[setup::FOR_BUNDLE, setup::FOR_BROWSER].concat())?;
    println!("Everything is there.");
    Ok(())
}

fn std_into(folder: &Path) -> Outcome<()> {
    let folder: PathBuf = std::path::absolute(folder).map_err(Failure::file("find", folder))?;
    let log = project::log("std");
    let step = progress::begin(
        "Building Rust's standard library for the browser (about 2 minutes)",
        Some(&log),
    );
    let libraries = setup::build_std(&folder, &log)?;
    step.done();
    for library in &libraries {
        println!("{}", library.display());
    }
    println!("{} libraries", libraries.len());
    Ok(())
}
