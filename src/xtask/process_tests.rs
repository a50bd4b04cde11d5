//! Commands as they go wrong in life. Apart, to keep the code they test readable; they need a Unix shell.

use std::fs;

use super::*;

#[test]
fn a_failing_command_is_named_with_its_output_and_its_log() {
    let log = env::temp_dir().join(format!("latchkey-xtask-{}.log", std::process::id()));
    let failure = Task::new("sh")
        .args(["-c", "echo it broke; exit 3"])
        .advice("mend it")
        .run_quietly(&log)
        .expect_err("exit 3 is a failure");
    let text = failure.to_string();
    assert!(text.starts_with("`sh -c 'echo it broke; exit 3'` failed (exit status: 3)"));
    assert!(text.contains("  | it broke"), "{text}");
    assert!(text.contains("What to do: mend it (the whole output is in "));
    fs::remove_file(log).expect("the log was written");
}

#[test]
fn a_missing_program_is_a_failure_with_advice() {
    let failure = Task::new("no-such-program-here")
        .advice("install it")
        .read()
        .expect_err("there is no such program");
    assert!(
        failure
            .to_string()
            .contains("`no-such-program-here` could not be started")
    );
    assert!(failure.to_string().contains("What to do: install it"));
}

#[test]
fn dropping_a_command_ends_it_and_what_it_started() {
    let log = env::temp_dir().join(format!("latchkey-xtask-group-{}.log", std::process::id()));
    let running = Task::new("sh")
        .args(["-c", "sleep 600 & echo $!; wait"])
        .start(Some(&log))
        .expect("sh starts");
    let grandchild = loop {
        let text = fs::read_to_string(&log).unwrap_or_default();
        if let Some((id, _)) = text.split_once('\n') {
            break id.to_owned();
        }
        thread::yield_now();
    };
    drop(running);
    // Its new parent may need a moment to bury it; a dead one is `Z` or gone.
    let alive = || fs::read_to_string(format!("/proc/{grandchild}/stat")).is_ok_and(|stat| !stat.contains(") Z "));
    let started = std::time::Instant::now();
    while alive() && started.elapsed() < Duration::from_secs(5) {
        thread::yield_now();
    }
    assert!(!alive(), "process {grandchild} lives on");
    fs::remove_file(log).expect("the log was written");
}

#[test]
fn both_status_and_output_are_read() {
    let (ok, text) = Task::new("sh")
        .args(["-c", "echo one; echo two; exit 1"])
        .run_and_read()
        .expect("sh runs");
    assert!(!ok);
    assert_eq!(text, "one\ntwo\n");
}
