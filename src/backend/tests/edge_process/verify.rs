//! Verifying what happened from the command line, while nothing is served.

use crate::program::{Place, Program};

/// What it says, and whether all is well.
fn verify(place: &Place, arguments: &[&str]) -> (String, Option<i32>) {
    let output = place
        .program()
        .arg("verify-activity")
        .arg("--data")
        .arg(place.data())
        .args(arguments)
        .output()
        .expect("it runs");
    let said = [output.stdout, output.stderr].concat();
    (String::from_utf8(said).expect("it is text"), output.status.code())
}

#[test]
fn the_head_is_told_and_can_be_held_against_what_is_there_later() {
    let place = Place::new();
    let program = Program::start(&place, &[]);
    assert!(program.sign_in("owner@example.test").starts_with("HTTP/1.1 200"));
    // It can be asked while the backend runs, too.
    let (said, code) = verify(&place, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("1 entries fit together. The head is 1-"), "{said}");
    let head = said.trim().rsplit(' ').next().expect("a head").to_owned();
    assert!(program.sign_in("owner@example.test").starts_with("HTTP/1.1 200"));
    program.stop();

    let (said, code) = verify(&place, &["--head", &head]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("still there") && said.contains("2 entries"), "{said}");
    let later = format!("9-{}", "ab".repeat(32));
    let (said, code) = verify(&place, &["--head", &later]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("cut off"), "{said}");
}

#[test]
fn what_it_cannot_read_is_said() {
    let place = Place::with_a_file();
    let (said, code) = verify(&place, &[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("cannot be read"), "{said}");
    let (said, code) = verify(&place, &["--head", "nonsense"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("`nonsense` is no head"), "{said}");
}
