//! A store moves from its file to a server, whole, and goes on there as if it had always been.

use std::path::Path;
use std::process::Output;

use serde_json::json;

use crate::client::Client;
use crate::program::{Place, Program};

/// Moves the store of a data folder to the database of this place.
fn move_to(place: &Place, data: &Path) -> Output {
    let mut program = place.program();
    program.arg("move").arg("--data").arg(data).output().expect("it runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

#[test]
fn everything_moves_and_whoever_was_signed_in_still_is() {
    let (from, to) = (Place::with_a_file(), Place::new());
    let program = Program::start(&from, &["--sample-size=small"]);
    let owner = Client::sign_in(&program, "owner");
    let body = json!({"email": "mover@example.test", "permissions": ["orders.view"]});
    owner.post(&program, "/staff", &body).expect(201);
    let asked = [
        "/staff?limit=200",
        "/roles",
        "/resources/orders?limit=200",
        "/resources/products?limit=200&sort=name",
        "/resources/customers?q=%C3%85",
        "/resources/general",
        "/activity?limit=200",
        "/activity/verification",
        "/reports/sales",
    ];
    let before = asked.map(|path| owner.get(&program, path));

    // Not while it is in use.
    let refused = move_to(&to, &from.data());
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
    assert!(said(&refused).contains("in use"), "{}", said(&refused));
    program.stop();

    let moved = move_to(&to, &from.data());
    assert!(moved.status.success(), "{}", said(&moved));
    assert!(said(&moved).contains("fit together"), "{}", said(&moved));
    assert!(!said(&moved).contains("postgres:"), "an address can hold a password");
    let again = move_to(&to, &from.data());
    assert_eq!(again.status.code(), Some(1), "{}", said(&again));
    assert!(said(&again).contains("not empty"), "{}", said(&again));

    let program = Program::start(&to, &["--sample-size=small"]);
    for (path, before) in asked.iter().zip(&before) {
        let after = owner.get(&program, path);
        assert_eq!(after.status, before.status, "{path}: {after:?}");
        if before.status == Some(200) {
            let same = |answer: &crate::client::Answer| {
                let mut body = answer.expect(200);
                // When somebody was last here moves on with each look.
                strip(&mut body, "lastSeen");
                body
            };
            assert_eq!(same(&after), same(before), "{path}");
        }
    }
    let body = json!({"email": "after@example.test", "permissions": []});
    owner.post(&program, "/staff", &body).expect(201);
    assert_eq!(
        owner.get(&program, "/activity/verification").expect(200)["ok"],
        json!(true)
    );
}

fn strip(value: &mut serde_json::Value, member: &str) {
    match value {
        serde_json::Value::Object(members) => {
            members.remove(member);
            members.values_mut().for_each(|value| strip(value, member));
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| strip(item, member)),
        _ => {}
    }
}
