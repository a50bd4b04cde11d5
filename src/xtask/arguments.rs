//! The command line: what can be asked for, and the help that says so.

use std::ffi::OsString;

use lexopt::{Arg, Parser, ValueExt};

use crate::bench::Which;
use crate::failure::{Failure, Outcome};
use crate::test::Part;
use crate::{deny, endure, keeping, serve, test, verify_activity};

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Serve(serve::Options),
    Setup,
    StdInto(OsString),
    Build {
        /// Without the backend.
        bundle_alone: bool,
    },
    Test(test::Options),
    Lint,
    Bench(Which),
    Endure(endure::Options),
    Mutants,
    Deny(deny::Options),
    OpenApi,
    VerifyActivity(verify_activity::Options),
    Backup(keeping::Backup),
    Restore(keeping::Restore),
    Style,
    Bundle,
}

/// What `--help` prints.
pub(crate) const HELP: &str = "\
cargo xtask COMMAND

Sets up what is missing, builds, serves and tests Latchkey. What is there already is not made again.

  serve             Build everything and serve it on http://127.0.0.1:8787
    --port N          another port
    --data DIR        another folder for the database and the outbox (default: latchkey-data)
    --empty           a real store: no sample data, a one-time link to set up its owner
    --sample-size N   so many times the orders, customers and carts in a new sample store (default: 1)
    --dev             build quickly, and build and reload again on every change
    --open            open the browser
  test              Run every test; the last line is `N passed, N failed`
    --only PART       one part, and again for another: contract, app, backend, oracle,
                      conformance, permissions, browser
    -- ARGUMENTS      handed to the part's test runner (with --only)
  lint              Formatting, and clippy for both targets
  build             The release bundle and the backend, without serving them
    --bundle          the bundle alone, for a backend of your own
  setup             Everything that building and testing need, now
    --std-into DIR    only build Rust's standard library for the browser from Debian's source, into DIR
  bench             Every benchmark, one after the other
  bench permissions How long a decision takes, beside other ways to decide
  bench revoke      How soon a thousand open sessions are told that access was taken back
  bench lists       How long pages of 100,000 orders take: by page, order, filter and search; 100 ms at most
  bench backend     What a backend carries: session checks, sign-ins, 10,000 people, 1,000 streams
  bench pages       How long one waits in a browser for the staff list and the permission form
  endure TRIAL      What chance decides, at length: kills (of a backend that writes), readers (of what is
                    damaged) or sequences (of all that changes access)
    --times N         how often
    --seed N          begin as an earlier run did
  mutants           Change the permission module in small ways; every change must make a test fail
  deny              Licence and source of every crate, and those that are banned, by .cargo/deny.toml
    --advisories      known holes too; their database lies on github.com
  openapi           Write public/openapi.json from the contract's types
  verify-activity   Find out whether the record of what happened in a store is as it was written
    --data DIR        the folder of the store (default: latchkey-data)
    --head HEAD       a head that was noted earlier, so that a cut-off end is found too
  backup            Copy the database of a store into one file, while a backend uses it or not
    --data DIR        the folder of the store (default: latchkey-data)
    --to FILE         the file to make; one that is there is not written over
  restore           Begin a store from a copy, with access as it was then
    --data DIR        the folder for it, empty or not there yet (default: latchkey-data)
    --from FILE       the copy
    --key FILE        the letters.key of the store that was copied, so that letters that waited are sent
    --accept-altered  take it although the record of what happened was changed
  style, bundle     Before and after Trunk's own work; Trunk calls these itself

Environment
  LATCHKEY_SAMPLE_PASSWORD   the password of the sample accounts, instead of a random one
  LATCHKEY_CHROMIUM          the browser to test in
  LATCHKEY_TOOLS             a folder for the tools, instead of target/tools
  CARGO_TARGET_DIR           as everywhere with cargo
";

/// Reads the arguments of this program.
pub(crate) fn read() -> Outcome<Command> {
    parse(Parser::from_env())
}

fn parse(mut parser: Parser) -> Outcome<Command> {
    let command = match next(&mut parser)? {
        None | Some(Arg::Short('h') | Arg::Long("help")) => return Ok(Command::Help),
        Some(Arg::Value(command)) => command,
        Some(other) => return Err(wrong(other.unexpected())),
    };
    let command = match command.to_string_lossy().as_ref() {
        "help" => Command::Help,
        "serve" => return serve(parser),
        "test" => return test(parser),
        "setup" => return setup(parser),
        "bench" => return bench(parser),
        "deny" => return deny(parser),
        "endure" => return endure::read(parser),
        "verify-activity" => return verify_activity(parser),
        "backup" => return keeping::read_backup(parser),
        "restore" => return keeping::read_restore(parser),
        "build" => return build(parser),
        "lint" => Command::Lint,
        "mutants" => Command::Mutants,
        "openapi" => Command::OpenApi,
        "style" => Command::Style,
        "bundle" => Command::Bundle,
        other => return Err(wrong(format!("there is no command {other:?}"))),
    };
    match next(&mut parser)? {
        None => Ok(command),
        Some(Arg::Short('h') | Arg::Long("help")) => Ok(Command::Help),
        Some(other) => Err(wrong(other.unexpected())),
    }
}

fn build(mut parser: Parser) -> Outcome<Command> {
    let mut bundle_alone = false;
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Arg::Long("bundle") => bundle_alone = true,
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(wrong(other.unexpected())),
        }
    }
    Ok(Command::Build { bundle_alone })
}

fn serve(mut parser: Parser) -> Outcome<Command> {
    let mut options = serve::Options::default();
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Arg::Long("port") => {
                options.port = parser.value().and_then(|value| value.parse()).map_err(wrong)?;
            }
            Arg::Long("data") => options.data = Some(parser.value().map_err(wrong)?.into()),
            Arg::Long("empty") => options.empty = true,
            Arg::Long("sample-size") => {
                options.sample_size = parser.value().and_then(|value| value.parse()).map_err(wrong)?;
            }
            Arg::Long("dev") => options.dev = true,
            Arg::Long("open") => options.open = true,
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(wrong(other.unexpected())),
        }
    }
    Ok(Command::Serve(options))
}

fn test(mut parser: Parser) -> Outcome<Command> {
    let mut options = test::Options::default();
    loop {
        // What follows `--` is the runner's, whatever it looks like.
        if let Some(raw) = parser.try_raw_args()
            && raw.peek().is_some_and(|next| next == "--")
        {
            options.extra = raw.skip(1).collect();
            break;
        }
        match next(&mut parser)? {
            None => break,
            Some(Arg::Long("only")) => {
                let value = parser.value().map_err(wrong)?;
                for name in value.to_string_lossy().split(',') {
                    options.only.push(part(name)?);
                }
            }
            Some(Arg::Short('h') | Arg::Long("help")) => return Ok(Command::Help),
            Some(other) => return Err(wrong(other.unexpected())),
        }
    }
    if !options.extra.is_empty() && options.only.is_empty() {
        return Err(wrong("arguments for a test runner need --only"));
    }
    Ok(Command::Test(options))
}

fn verify_activity(mut parser: Parser) -> Outcome<Command> {
    let mut options = verify_activity::Options::default();
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Arg::Long("data") => options.data = Some(parser.value().map_err(wrong)?.into()),
            Arg::Long("head") => options.head = Some(parser.value().map_err(wrong)?),
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(wrong(other.unexpected())),
        }
    }
    Ok(Command::VerifyActivity(options))
}

fn part(name: &str) -> Outcome<Part> {
    Part::ALL
        .into_iter()
        .find(|part| part.name() == name)
        .ok_or_else(|| wrong(format!("there is no part {name:?}")))
}

fn setup(mut parser: Parser) -> Outcome<Command> {
    let mut command = Command::Setup;
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Arg::Long("std-into") => {
                command = Command::StdInto(parser.value().map_err(wrong)?);
            }
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(wrong(other.unexpected())),
        }
    }
    Ok(command)
}

fn bench(mut parser: Parser) -> Outcome<Command> {
    let mut which = Which::All;
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Arg::Value(value) if value == "permissions" => which = Which::Permissions,
            Arg::Value(value) if value == "revoke" => which = Which::Revoke,
            Arg::Value(value) if value == "lists" => which = Which::Lists,
            Arg::Value(value) if value == "backend" => which = Which::Backend,
            Arg::Value(value) if value == "pages" => which = Which::Pages,
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(wrong(other.unexpected())),
        }
    }
    Ok(Command::Bench(which))
}

fn deny(mut parser: Parser) -> Outcome<Command> {
    let mut options = deny::Options::default();
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Arg::Long("advisories") => options.advisories = true,
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(wrong(other.unexpected())),
        }
    }
    Ok(Command::Deny(options))
}

/// The next argument.
pub(crate) fn next(parser: &mut Parser) -> Outcome<Option<Arg<'_>>> {
    parser.next().map_err(wrong)
}

/// Says what is wrong with the command line.
pub(crate) fn wrong(why: impl std::fmt::Display) -> Failure {
    Failure::new(format!("cargo xtask: {why}")).advice("cargo xtask --help lists what there is")
}

#[cfg(test)]
#[path = "arguments_tests.rs"]
mod tests;
