//! The command line: what can be asked for, and the help that says so.

use std::ffi::OsString;

use lexopt::{Arg, Parser, ValueExt};

use crate::bench::Which;
use crate::failure::{Failure, Outcome};
use crate::test::Part;
use crate::{keep, serve, test, verify_activity};

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Serve(serve::Options),
    Setup,
    StdInto(OsString),
    Build,
    Test(test::Options),
    Lint,
    Bench(Which),
    Mutants,
    OpenApi,
    VerifyActivity(verify_activity::Options),
    Keep(keep::Options),
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
  setup             Everything that building and testing need, now
    --std-into DIR    only build Rust's standard library for the browser from Debian's source, into DIR
  bench             The benchmarks of the permission module (also: bench permissions)
  bench revoke      How soon a thousand open sessions are told that access was taken back
  bench pages       How long one waits in a browser for the staff list and the permission form
  mutants           Change the permission module in small ways; every change must make a test fail
  openapi           Write public/openapi.json from the contract's types
  verify-activity   Find out whether the record of what happened in a store is as it was written
    --data DIR        the folder of the store (default: latchkey-data)
    --head HEAD       a head that was noted earlier, so that a cut-off end is found too
  backup --to FILE  Copy a store's file into another, while it is served
  restore --from FILE   Put a copy back; the store that is there is kept beside it
  move --database URL   Move a store from its file to an empty database on a PostgreSQL server
    --data DIR        the folder of the store (default: latchkey-data)
  style, bundle     Before and after Trunk's own work; Trunk calls these itself

Environment
  LATCHKEY_SAMPLE_PASSWORD   the password of the sample accounts, instead of a random one
  LATCHKEY_DATABASE          a PostgreSQL database to serve from, instead of the file: postgres://name:password@host/database
  LATCHKEY_POSTGRESQL        the folder of PostgreSQL's programs, to test with
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
        "verify-activity" => return verify_activity(parser),
        "backup" => return keep(parser, "backup", Some("to")),
        "restore" => return keep(parser, "restore", Some("from")),
        "move" => return keep(parser, "move", None),
        "build" => Command::Build,
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

/// A command that is done to a store from outside; with the name of the option for its file, or else for its database.
fn keep(mut parser: Parser, command: &'static str, file: Option<&str>) -> Outcome<Command> {
    let mut options = keep::Options {
        command,
        data: None,
        rest: Vec::new(),
    };
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Arg::Long("data") => options.data = Some(parser.value().map_err(wrong)?.into()),
            Arg::Long(name) if Some(name) == file => {
                let name = format!("--{name}");
                // A relative one is the person's, not the project's.
                let file = std::path::absolute(parser.value().map_err(wrong)?).map_err(wrong)?;
                options.rest.extend([name.into(), file.into()]);
            }
            Arg::Long("database") if file.is_none() => {
                options
                    .rest
                    .extend(["--database".into(), parser.value().map_err(wrong)?]);
            }
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(wrong(other.unexpected())),
        }
    }
    Ok(Command::Keep(options))
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
    let mut which = Which::Permissions;
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Arg::Value(value) if value == "permissions" => which = Which::Permissions,
            Arg::Value(value) if value == "revoke" => which = Which::Revoke,
            Arg::Value(value) if value == "pages" => which = Which::Pages,
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(wrong(other.unexpected())),
        }
    }
    Ok(Command::Bench(which))
}

fn next(parser: &mut Parser) -> Outcome<Option<Arg<'_>>> {
    parser.next().map_err(wrong)
}

fn wrong(why: impl std::fmt::Display) -> Failure {
    Failure::new(format!("cargo xtask: {why}")).advice("cargo xtask --help lists what there is")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Outcome<Command> {
        parse(Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn serve_takes_its_options_in_any_order() {
        let command = read("serve --dev --port=9000 --data /tmp/x --empty --sample-size 40 --open");
        assert_eq!(
            command.expect("it is right"),
            Command::Serve(serve::Options {
                port: 9000,
                data: Some("/tmp/x".into()),
                empty: true,
                sample_size: 40,
                dev: true,
                open: true,
            })
        );
        assert_eq!(
            read("serve").expect("it is right"),
            Command::Serve(serve::Options::default())
        );
    }

    #[test]
    fn every_part_can_be_chosen_and_its_runner_spoken_to() {
        for part in Part::ALL {
            let command = read(&format!("test --only {}", part.name()));
            assert_eq!(
                command.expect("it is right"),
                Command::Test(test::Options {
                    only: vec![part],
                    extra: Vec::new(),
                })
            );
        }
        let command = read("test --only browser,app -- -g invite --only x");
        assert_eq!(
            command.expect("it is right"),
            Command::Test(test::Options {
                only: vec![Part::Browser, Part::App],
                extra: ["-g", "invite", "--only", "x"].map(OsString::from).to_vec(),
            })
        );
    }

    #[test]
    fn benchmarks_are_chosen_by_name() {
        let which = [
            ("bench", Which::Permissions),
            ("bench permissions", Which::Permissions),
            ("bench revoke", Which::Revoke),
            ("bench pages", Which::Pages),
        ];
        for (line, which) in which {
            assert_eq!(read(line).expect("it is right"), Command::Bench(which), "{line}");
        }
    }

    #[test]
    fn what_keeps_a_store_is_handed_on_with_files_that_are_the_persons() {
        let Command::Keep(backup) = read("backup --to copy --data /srv/shop").expect("it is right") else {
            panic!("another command");
        };
        let here = std::env::current_dir().expect("there is one").join("copy");
        assert_eq!((backup.command, backup.data), ("backup", Some("/srv/shop".into())));
        assert_eq!(backup.rest, [OsString::from("--to"), here.into()]);
        let moved = read("move --database postgres:///shop").expect("it is right");
        let rest = ["--database", "postgres:///shop"].map(OsString::from).to_vec();
        let (command, data) = ("move", None);
        assert_eq!(moved, Command::Keep(keep::Options { command, data, rest }));
    }

    #[test]
    fn what_is_wrong_is_said() {
        for line in [
            "fly",
            "serve --prot 1",
            "serve --port eighty",
            "serve --port",
            "serve extra",
            "test --only everything",
            "test -- -g x",
            "bench roles",
            "build --fast",
            "backup --from x",
            "move --to x",
        ] {
            let failure = read(line).expect_err(line);
            assert!(failure.to_string().contains("--help"), "{failure}");
        }
    }

    #[test]
    fn help_is_given_wherever_it_is_asked_for_and_names_every_part() {
        for line in ["", "help", "--help", "-h", "serve --help", "test -h", "lint --help"] {
            assert_eq!(read(line).expect("it is right"), Command::Help, "{line}");
        }
        for part in Part::ALL {
            assert!(HELP.contains(part.name()));
        }
    }
}
