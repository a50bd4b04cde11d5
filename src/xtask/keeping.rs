//! `cargo xtask backup` and `cargo xtask restore`: the backend's program does it; here is what was asked for.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use lexopt::{Arg, Parser};

use crate::arguments::{Command, next, wrong};
use crate::backend::{self, Profile};
use crate::failure::{Failure, Outcome};
use crate::process::Task;
use crate::serve;

/// What is to be copied.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Backup {
    /// The folder with the database; the usual one where none is given.
    pub(crate) data: Option<PathBuf>,
    /// The file to make.
    pub(crate) to: PathBuf,
}

/// What a store is to begin from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Restore {
    /// The folder for it; the usual one where none is given.
    pub(crate) data: Option<PathBuf>,
    /// The copy.
    pub(crate) from: PathBuf,
    /// The key of the store that was copied.
    pub(crate) key: Option<PathBuf>,
    /// Although the record of what happened was changed.
    pub(crate) accept_altered: bool,
}

/// Reads what is to be copied.
pub(crate) fn read_backup(mut parser: Parser) -> Outcome<Command> {
    let (mut data, mut to) = (None, None);
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Arg::Long("data") => data = Some(parser.value().map_err(wrong)?.into()),
            Arg::Long("to") => to = Some(parser.value().map_err(wrong)?.into()),
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(wrong(other.unexpected())),
        }
    }
    let to = to.ok_or_else(|| wrong("backup needs --to FILE"))?;
    Ok(Command::Backup(Backup { data, to }))
}

/// Reads what a store is to begin from.
pub(crate) fn read_restore(mut parser: Parser) -> Outcome<Command> {
    let (mut data, mut from, mut key, mut accept_altered) = (None, None, None, false);
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Arg::Long("data") => data = Some(parser.value().map_err(wrong)?.into()),
            Arg::Long("from") => from = Some(parser.value().map_err(wrong)?.into()),
            Arg::Long("key") => key = Some(parser.value().map_err(wrong)?.into()),
            Arg::Long("accept-altered") => accept_altered = true,
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(wrong(other.unexpected())),
        }
    }
    let from = from.ok_or_else(|| wrong("restore needs --from FILE"))?;
    Ok(Command::Restore(Restore {
        data,
        from,
        key,
        accept_altered,
    }))
}

/// Has a copy made. False where something is wrong.
pub(crate) fn backup(options: Backup) -> Outcome<bool> {
    let task = task("backup", options.data)?.arg("--to").arg(here(&options.to)?);
    task.run_and_read().map(|(well, _)| well)
}

/// Has a store begin. False where something is wrong.
pub(crate) fn restore(options: Restore) -> Outcome<bool> {
    let mut task = task("restore", options.data)?.arg("--from").arg(here(&options.from)?);
    if let Some(key) = &options.key {
        task = task.arg("--key").arg(here(key)?);
    }
    if options.accept_altered {
        task = task.arg("--accept-altered");
    }
    task.run_and_read().map(|(well, _)| well)
}

fn task(what: &str, data: Option<PathBuf>) -> Outcome<Task> {
    let program = backend::build(Profile::Debug)?;
    let serving = serve::Options {
        data,
        ..serve::Options::default()
    };
    let task = Task::new(&program).args([OsStr::new(what), OsStr::new("--data")]);
    Ok(task.arg(serving.data()?))
}

/// A relative path is the person's, not the project's.
fn here(path: &Path) -> Outcome<PathBuf> {
    env::current_dir()
        .map(|here| here.join(path))
        .map_err(|error| Failure::new("Could not find the present folder").seen(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Parser {
        Parser::from_args(line.split_whitespace())
    }

    #[test]
    fn what_is_asked_for_arrives() {
        let asked = read_backup(words("--to copy --data store")).expect("it is right");
        let (data, to) = (Some("store".into()), "copy".into());
        assert_eq!(asked, Command::Backup(Backup { data, to }));
        let asked = read_restore(words("--from copy --key k --accept-altered")).expect("it is right");
        assert_eq!(
            asked,
            Command::Restore(Restore {
                data: None,
                from: "copy".into(),
                key: Some("k".into()),
                accept_altered: true,
            })
        );
    }

    #[test]
    fn what_is_missing_is_said() {
        let failure = read_backup(words("--data store")).expect_err("it says not where to");
        assert!(failure.to_string().contains("--to"), "{failure}");
        let failure = read_restore(words("--data store")).expect_err("it says not from what");
        assert!(failure.to_string().contains("--from"), "{failure}");
    }
}
