//! Copies that are made while a backend writes, and a backend that begins from one.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::{Value, json};

use super::load::Load;
use super::{backup, beside, count, restore};
use crate::caller::{Ask, Caller};
use crate::program::{Place, Program};

const TRADE: &[&str] = &["--sample-size=small", "--log=error"];
const COPIES: usize = 3;

/// Everybody on the staff, by id: what does not change by looking.
fn people(caller: &Caller) -> BTreeMap<String, Value> {
    let list = caller.get("/staff?limit=200").expect(200);
    let items = list.body["items"].as_array().expect("a list").iter();
    let one = |person: &Value| {
        let members = ["email", "name", "status", "permissions", "roles", "starts", "ends"];
        let kept = members.map(|member| (member, person[member].clone()));
        (
            person["id"].as_str().expect("an id").to_owned(),
            json!(BTreeMap::from(kept)),
        )
    };
    items.map(one).collect()
}

fn id_of(caller: &Caller, email: &str) -> String {
    let people = people(caller);
    let found = people.iter().find(|(_, person)| person["email"] == email);
    found.expect("somebody").0.clone()
}

#[test]
fn a_copy_made_under_a_load_of_writes_is_whole_and_a_store_begins_from_it() {
    let place = Place::new();
    let program = Program::start(&place, TRADE);
    let token = Caller::sign_in(&program.address);
    let owner = Caller::new(&program.address, &token);
    let invited = json!({"email": "later@example.test", "permissions": ["orders.view"]});
    let invited = owner
        .ask(&Ask::new("POST", "/staff").body(invited))
        .expect("it answers");
    let link = invited.expect(201).text("/invitation/link");
    let link = format!("/invitations/{}", link.rsplit('/').next().expect("a token"));
    owner.get(&link).expect(200);
    assert!(program.sign_in("manager@example.test").starts_with("HTTP/1.1 200"));
    let before = people(&owner);

    let load = Load::begin(&program.address, &token);
    let mut copies = Vec::new();
    for n in 0..COPIES {
        let acknowledged = load.written(10 * (n + 1));
        let file = beside(&place, &format!("copy-{n}"));
        backup(&place.data(), &file)
            .well("It was read again and is whole")
            .well("entries fit together");
        copies.push((file, acknowledged));
    }
    let all = load.end();
    assert!(all.len() > copies.last().expect("there is one").1.len());
    let left = fs::read_dir(place.data().parent().expect("a folder")).expect("it is read");
    let hidden = left.filter(|file| {
        file.as_ref()
            .is_ok_and(|file| file.file_name().as_encoded_bytes()[0] == b'.')
    });
    assert_eq!(hidden.count(), 0, "something unfinished was left");

    // What is revoked after the copy is what whoever restores has to know of.
    let manager = id_of(&owner, "manager@example.test");
    let revoke = Ask::new("PUT", format!("/staff/{manager}/revocation")).body(json!({}));
    owner.ask(&revoke).expect("it answers").expect(200);
    assert!(program.sign_in("manager@example.test").starts_with("HTTP/1.1 401"));
    program.stop();

    for (n, (file, acknowledged)) in copies.iter().enumerate() {
        let mode = file.metadata().expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "a copy is for nobody else to read");
        assert_eq!(count(file, "SELECT COUNT(*) FROM sessions"), 0);
        let restored = Place::new();
        let said = restore(&restored.data(), file, &[]).well("ACCESS IS AS IT WAS");
        assert!(said.text.contains("HAS ACCESS AGAIN"), "{}", said.text);
        let program = Program::start(&restored, TRADE);
        assert_eq!(program.said.lines().count(), 1, "no store was begun: {}", program.said);
        let owner = Caller::new(&program.address, &token);
        assert_eq!(owner.get("/session").status, 401, "a session came back to life");
        assert_eq!(owner.get(&link).status, 410, "a link came back to life");
        let owner = Caller::new(&program.address, &Caller::sign_in(&program.address));
        assert_eq!(people(&owner), before);
        assert!(program.sign_in("manager@example.test").starts_with("HTTP/1.1 200"));
        for id in acknowledged {
            owner.get(&format!("/resources/categories/{id}")).expect(200);
        }
        // It goes on from there: the chain holds what comes, too.
        owner.get("/activity?limit=1").expect(200);
        program.stop();
        let again = beside(&restored, "again");
        backup(&restored.data(), &again).well("entries fit together");
        assert!(
            count(&again, "SELECT COUNT(*) FROM activity") > count(file, "SELECT COUNT(*) FROM activity"),
            "copy {n}"
        );
    }
}
