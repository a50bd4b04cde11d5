//! A copy of a store's file, made while it is in use, and put back.

use std::fs;
use std::path::Path;
use std::process::Output;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::program::{Place, Program};

fn run(place: &Place, command: &str, option: &str, file: &Path) -> Output {
    let mut program = place.program();
    program
        .arg(command)
        .arg("--data")
        .arg(place.data())
        .arg(option)
        .arg(file);
    program.output().expect("it runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

/// The names of what lies in the folder of the data.
fn files(place: &Place) -> Vec<String> {
    let entries = fs::read_dir(place.data()).expect("it is read");
    let mut names: Vec<_> = entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_store_is_copied_while_it_is_written_and_the_copy_is_a_store() {
    let (place, elsewhere) = (Place::with_a_file(), Place::with_a_file());
    let copy = place.assets().join("copy.sqlite");
    let program = Program::start(&place, &[]);
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let writing = scope.spawn(|| {
            let mut written = 0;
            while !over.load(Ordering::SeqCst) {
                assert!(program.sign_in("owner@example.test").starts_with("HTTP/1.1 200"));
                written += 1;
            }
            written
        });
        for turn in 0..3 {
            let copy = copy.with_extension(turn.to_string());
            let copied = run(&place, "backup", "--to", &copy);
            assert!(copied.status.success(), "{}", said(&copied));
            assert!(said(&copied).contains("fit together"), "{}", said(&copied));
        }
        let copied = run(&place, "backup", "--to", &copy);
        over.store(true, Ordering::SeqCst);
        assert!(copied.status.success(), "{}", said(&copied));
        assert!(writing.join().expect("it writes") > 0);
    });
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&copy).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "nobody else reads a copy");
    }
    let again = run(&place, "backup", "--to", &copy);
    assert_eq!(again.status.code(), Some(1), "{}", said(&again));
    assert!(said(&again).contains("there already"), "{}", said(&again));

    let restored = run(&elsewhere, "restore", "--from", &copy);
    assert!(restored.status.success(), "{}", said(&restored));
    assert_eq!(files(&elsewhere), ["latchkey.sqlite"]);
    let other = Program::start(&elsewhere, &[]);
    assert!(other.sign_in("manager@example.test").starts_with("HTTP/1.1 200"));
    assert_eq!(other.stop().said.lines().count(), 1, "it is no new store");
}

#[test]
fn what_is_put_back_takes_the_place_of_what_was_there_which_is_kept() {
    let place = Place::with_a_file();
    let copy = place.assets().join("copy.sqlite");
    let program = Program::start(&place, &[]);
    assert!(run(&place, "backup", "--to", &copy).status.success());
    assert!(program.sign_in("owner@example.test").starts_with("HTTP/1.1 200"));

    let refused = run(&place, "restore", "--from", &copy);
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
    assert!(said(&refused).contains("in use"), "{}", said(&refused));
    assert!(program.sign_in("owner@example.test").starts_with("HTTP/1.1 200"));
    program.stop();
    let before = files(&place);

    let damaged = place.assets().join("damaged.sqlite");
    let mut bytes = fs::read(&copy).expect("it is read");
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4096].fill(0x5a);
    fs::write(&damaged, bytes).expect("it is written");
    let nothing = place.assets().join("nothing.sqlite");
    for (wrong, why) in [(&damaged, "no whole store"), (&nothing, "no store")] {
        let refused = run(&place, "restore", "--from", wrong);
        assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
        assert!(said(&refused).contains(why), "{}", said(&refused));
        assert_eq!(files(&place), before, "nothing was touched");
    }

    let restored = run(&place, "restore", "--from", &copy);
    assert!(restored.status.success(), "{}", said(&restored));
    assert!(said(&restored).starts_with("0 entries"), "{}", said(&restored));
    let kept = files(&place);
    let kept = kept.iter().find(|name| name.contains(".before-")).expect("it is kept");
    // And that one can be put back too.
    let restored = run(&place, "restore", "--from", &place.data().join(kept));
    assert!(said(&restored).starts_with("2 entries"), "{}", said(&restored));
}
