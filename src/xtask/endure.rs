//! `cargo xtask endure`: the tests that draw what they do by chance, for as long as somebody likes. `cargo xtask test` runs
//! the same ones, a few times each.

use lexopt::{Arg, Parser, ValueExt};

use crate::arguments::{self, Command};
use crate::failure::Outcome;
use crate::process::Task;
use crate::project;

/// What is put to the test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trial {
    /// Killing the backend while it writes.
    Kills,
    /// Reading what is damaged.
    Readers,
    /// Sequences of everything that changes access.
    Sequences,
}

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) trial: Trial,
    /// How often.
    pub(crate) times: u32,
    /// What chance begins with; each time something else where none is given.
    pub(crate) seed: Option<u64>,
}

impl Trial {
    const ALL: [(&'static str, Self, u32); 3] = [
        ("kills", Self::Kills, 1_000),
        ("readers", Self::Readers, 100_000),
        ("sequences", Self::Sequences, 1_000),
    ];

    /// The tests: where they are, and a part of their names.
    fn tests(self) -> (&'static [&'static str], &'static str) {
        match self {
            Self::Kills => (&["--package", project::BACKEND, "--test", "edge_process"], "kills::"),
            // Each reader is put to the test beside itself.
            Self::Readers => (&["--workspace", "--exclude", "latchkey-app"], "damaged::"),
            Self::Sequences => (&["--package", project::BACKEND, "--test", "house"], "model::"),
        }
    }
}

/// Reads what comes after `endure`.
pub(crate) fn read(mut parser: Parser) -> Outcome<Command> {
    let (mut trial, mut times, mut seed) = (None, None, None);
    while let Some(argument) = arguments::next(&mut parser)? {
        match argument {
            Arg::Value(value) if trial.is_none() => {
                let known = Trial::ALL.into_iter().find(|(name, ..)| value == *name);
                let (_, found, usual) =
                    known.ok_or_else(|| arguments::wrong(format!("there is no trial {}", value.display())))?;
                trial = Some((found, usual));
            }
            Arg::Long("times") => {
                let value = parser.value().and_then(|value| value.parse());
                times = Some(value.map_err(arguments::wrong)?);
            }
            Arg::Long("seed") => {
                let value = parser.value().and_then(|value| value.parse());
                seed = Some(value.map_err(arguments::wrong)?);
            }
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(arguments::wrong(other.unexpected())),
        }
    }
    let (trial, usual) = trial.ok_or_else(|| arguments::wrong("endure what? kills, readers or sequences"))?;
    Ok(Command::Endure(Options {
        trial,
        times: times.unwrap_or(usual),
        seed,
    }))
}

/// Runs it, and shows how far it is.
pub(crate) fn run(options: &Options) -> Outcome<()> {
    let (place, tests) = options.trial.tests();
    let mut task = Task::cargo(["test"])
        .args(place)
        .args(["--", "--nocapture", tests])
        .env("LATCHKEY_TIMES", options.times.to_string());
    if let Some(seed) = options.seed {
        task = task.env("LATCHKEY_SEED", seed.to_string());
    }
    task.advice("the first lines above say the seed: give it with --seed to begin the same way")
        .run()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Outcome<Command> {
        super::read(Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn a_trial_is_chosen_by_name_and_has_a_usual_length() {
        for (name, trial, times) in Trial::ALL {
            let asked = read(name).expect("it is right");
            assert_eq!(
                asked,
                Command::Endure(Options {
                    trial,
                    times,
                    seed: None
                })
            );
        }
        let asked = read("kills --times 20 --seed 7").expect("it is right");
        let (trial, times, seed) = (Trial::Kills, 20, Some(7));
        assert_eq!(asked, Command::Endure(Options { trial, times, seed }));
    }

    #[test]
    fn what_is_wrong_is_said() {
        for line in ["", "hunger", "kills readers", "kills --times many", "--seed 7"] {
            let failure = read(line).expect_err(line);
            assert!(failure.to_string().contains("--help"), "{failure}");
        }
    }
}
