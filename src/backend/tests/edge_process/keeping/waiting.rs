//! Letters that wait when a copy is made: those with a link are given up, the others go once their key is there.

use std::fs;

use serde_json::{Value, json};

use super::{backup, beside, count, restore};
use crate::caller::{Ask, Caller};
use crate::program::{Place, Program};

/// Nobody listens there: letters wait.
const AWAY: &[&str] = &[
    "--log=error",
    "--smtp=smtp://localhost:1?tls=none",
    "--mail-from=shop@example.test",
];

fn letters(caller: &Caller) -> Vec<(Value, Value, Value)> {
    let list = caller.get("/letters").expect(200);
    let items = list.body["items"].as_array().expect("a list").iter();
    let mut letters: Vec<_> = items
        .map(|letter| (letter["kind"].clone(), letter["state"].clone(), letter["again"].clone()))
        .collect();
    letters.sort_by_key(|letter| letter.0.to_string());
    letters
}

#[test]
fn letters_with_links_are_given_up_and_the_key_for_the_others_is_taken_along_by_hand() {
    let place = Place::new();
    let program = Program::start(&place, AWAY);
    let owner = Caller::new(&program.address, &Caller::sign_in(&program.address));
    // Signing in from another program is told by a letter.
    let other = json!({"email": "owner@example.test", "password": crate::program::PASSWORD, "token": true});
    let other = Ask::new("POST", "/session")
        .header("User-Agent", "curl/8.14")
        .body(other);
    owner.send(&other).expect("it answers").expect(200);
    let invited = json!({"email": "later@example.test", "permissions": []});
    let invited = Ask::new("POST", "/staff").body(invited);
    owner.ask(&invited).expect("it answers").expect(201);
    let before = letters(&owner);
    let (invitation, notice) = (json!("invitation"), json!("new-device"));
    assert!(
        before.contains(&(invitation.clone(), json!("waiting"), json!(true))),
        "{before:?}"
    );
    assert!(
        before.contains(&(notice.clone(), json!("waiting"), json!(true))),
        "{before:?}"
    );
    let copy = beside(&place, "copy");
    backup(&place.data(), &copy).well("letters.key opens them");
    program.stop();

    let links = "SELECT COUNT(*) FROM letters WHERE sealed IS NOT NULL AND invitation IS NOT NULL";
    assert_eq!(count(&copy, links), 0, "a letter with a link is in the copy");
    let without = beside(&place, "without");
    restore(&without, &copy, &[]).well("sealed with a key that is not here");
    assert!(!without.join("letters.key").exists());

    let key = place.data().join("letters.key");
    let restored = Place::new();
    let wrong = place.assets().join("index.html").display().to_string();
    restore(&restored.data(), &copy, &["--key", &wrong]).refused(&["no key of 32 bytes", "--key"]);
    let said = restore(&restored.data(), &copy, &["--key", &key.display().to_string()]).well("A store with");
    assert!(!said.text.contains("sealed with a key"), "{}", said.text);
    let same = fs::read(restored.data().join("letters.key")).expect("it is there");
    assert_eq!(same, fs::read(&key).expect("it is there"));
    let program = Program::start(&restored, AWAY);
    let owner = Caller::new(&program.address, &Caller::sign_in(&program.address));
    let after = letters(&owner);
    assert!(
        after.contains(&(invitation, json!("failed"), json!(false))),
        "{after:?}"
    );
    assert!(after.contains(&(notice, json!("waiting"), json!(true))), "{after:?}");
    program.stop();
}
