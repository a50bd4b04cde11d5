//! The command line: what is asked for arrives, and what is wrong is said.

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
        ("bench", Which::All),
        ("bench permissions", Which::Permissions),
        ("bench revoke", Which::Revoke),
        ("bench lists", Which::Lists),
        ("bench backend", Which::Backend),
        ("bench pages", Which::Pages),
    ];
    for (line, which) in which {
        assert_eq!(read(line).expect("it is right"), Command::Bench(which), "{line}");
    }
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
