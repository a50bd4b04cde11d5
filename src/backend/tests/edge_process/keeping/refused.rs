//! What no copy is made of, and what no store begins from or in: each is said with the way out, and nothing is left.

use std::fs;
use std::path::Path;

use super::{backup, beside, change, restore};
use crate::program::{Place, Program};

/// A store that was stopped, and a copy of it.
fn copied() -> (Place, std::path::PathBuf) {
    let place = Place::new();
    let program = Program::start(&place, &["--log=error"]);
    assert!(program.sign_in("owner@example.test").starts_with("HTTP/1.1 200"));
    let copy = beside(&place, "copy");
    backup(&place.data(), &copy).well("is whole");
    program.stop();
    (place, copy)
}

/// Refused, and there is no folder afterwards either.
#[track_caller]
fn refused(place: &Place, from: &Path, parts: &[&str]) {
    let data = beside(place, "new");
    restore(&data, from, &[]).refused(parts);
    assert!(!data.exists(), "something was left");
}

#[test]
fn a_copy_is_written_over_nothing_and_made_of_a_store_alone() {
    let (place, copy) = copied();
    let before = fs::read(&copy).expect("it is there");
    backup(&place.data(), &copy).refused(&["is there already", "--to"]);
    assert!(fs::read(&copy).expect("it is there") == before, "it was written over");
    let inside = place.data().join("copy");
    backup(&place.data(), &inside).refused(&["lost with it", "--to"]);
    backup(&place.assets(), &beside(&place, "other")).refused(&["no store", "--data"]);
    backup(&place.data(), &beside(&place, "nowhere").join("copy")).refused(&["cannot be written"]);
    assert!(!beside(&place, "other").exists() && !inside.exists());
}

#[test]
fn nothing_is_restored_over_a_store_whether_a_backend_runs_on_it_or_not() {
    let (place, copy) = copied();
    let over = || restore(&place.data(), &copy, &[]).refused(&["lies a store already", "--data"]);
    over();
    let program = Program::start(&place, &["--log=error"]);
    over();
    assert!(program.sign_in("owner@example.test").starts_with("HTTP/1.1 200"));
    program.stop();
    restore(&place.assets(), &copy, &[]).refused(&["is not empty", "--data"]);
    assert_eq!(fs::read_dir(place.assets()).expect("it is read").count(), 1);
    let empty = beside(&place, "empty");
    fs::create_dir(&empty).expect("it is made");
    restore(&empty, &copy, &[]).well("A store with");
}

#[test]
fn what_is_no_whole_copy_is_refused() {
    let (place, copy) = copied();
    let whole = fs::read(&copy).expect("it is there");
    let file = beside(&place, "file");
    let with = |bytes: &[u8], parts: &[&str]| {
        fs::write(&file, bytes).expect("it is written");
        refused(&place, &file, parts);
    };
    with(b"", &["is no database", "--from"]);
    with(b"this is no database, whatever it is called", &["is no database"]);
    with(&whole[..10], &["is no database"]);
    for length in [16, 99, 100, 4_096, 8_192, whole.len() / 2, whole.len() - 1] {
        with(&whole[..length], &["is cut off", "Take another copy"]);
    }
    // Every page is one of some tree; a whole one that says nothing is found out.
    let mut damaged = whole.clone();
    let page = damaged.len() / 2 / 4_096 * 4_096;
    damaged[page..page + 4_096].fill(0xa5);
    with(&damaged, &["is damaged", "Take another copy"]);

    refused(&place, &beside(&place, "nothing"), &["cannot be read"]);
    refused(&place, &place.data(), &["is no file", "--from"]);
    let other = beside(&place, "other.sqlite");
    change(&other, "CREATE TABLE recipes (name TEXT)");
    refused(&place, &other, &["not that of a store", "--from"]);
    // The database of a store that runs is more than its file.
    let program = Program::start(&place, &["--log=error"]);
    assert!(program.sign_in("owner@example.test").starts_with("HTTP/1.1 200"));
    refused(&place, &place.data().join("latchkey.sqlite"), &["log", "`backup`"]);
    program.stop();
}

#[test]
fn a_newer_version_and_a_record_that_was_changed_are_refused() {
    let (place, copy) = copied();
    let file = beside(&place, "file");
    fs::copy(&copy, &file).expect("it is copied");
    change(
        &file,
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         VALUES (9999, 'of later', 1, x'00', 0)",
    );
    refused(&place, &file, &["newer version", "step 9999", "Use that version"]);

    fs::copy(&copy, &file).expect("it is copied");
    change(&file, "UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 6");
    refused(&place, &file, &["another Latchkey", "step 6"]);

    fs::copy(&copy, &file).expect("it is copied");
    change(&file, "UPDATE activity SET reason = 'Another' WHERE number = 1");
    refused(&place, &file, &["not as they were written", "--accept-altered"]);
    let data = beside(&place, "accepted");
    restore(&data, &file, &["--accept-altered"]).well("Entry 1 was altered");
    // A copy of what was changed is made, and says so.
    let said = backup(&data, &beside(&place, "altered"));
    assert_eq!(said.code, Some(1), "{}", said.text);
    assert!(said.text.contains("Find an earlier copy"), "{}", said.text);
}
