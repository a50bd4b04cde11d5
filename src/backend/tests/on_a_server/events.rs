//! What one process commits, the streams of the other tell; and an event's id means the same to both.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::client::Client;
use crate::pair::Pair;

#[test]
fn a_stream_of_one_tells_what_the_other_does_within_a_second() {
    let pair = Pair::start();
    let owner = Client::sign_in(&pair.one, "owner");
    let manager = Client::sign_in(&pair.other, "manager");
    let id = owner.id_of(&pair.one, "manager");
    let (mut here, mut there) = (owner.listen(&pair.one, None), owner.listen(&pair.other, None));
    let mut own = manager.listen(&pair.other, None);

    let body = json!({"email": "fresh@example.test", "permissions": ["orders.view"]});
    owner.post(&pair.one, "/staff", &body).expect(201);
    let answered = Instant::now();
    there.until("staff.changed");
    assert!(answered.elapsed() < Duration::from_secs(1), "{:?}", answered.elapsed());
    here.until("staff.changed");
    // The same event has the same id.
    assert_eq!(here.last, there.last);

    let seen = owner.get(&pair.one, &format!("/staff/{id}")).expect(200);
    let version = format!("If-Match: \"{}\"\r\n", seen["version"].as_str().expect("a version"));
    let change = json!({"roles": [], "permissions": ["carts.view"]});
    let path = format!("/staff/{id}");
    owner
        .send(&pair.one, "PATCH", &path, &version, Some(&change))
        .expect(200);
    own.until("session.changed");
    let session = manager.get(&pair.other, "/session").expect(200);
    assert_eq!(session["permissions"], json!(["carts.view"]));
    // Who has seen an older version is told so by whichever process.
    owner
        .send(&pair.other, "PATCH", &path, &version, Some(&change))
        .expect(412);

    owner
        .put(&pair.one, &format!("{path}/suspension"), &json!({}))
        .expect(200);
    own.until("session.ended");
    assert_eq!(own.next(), None);
}

#[test]
fn what_was_missed_at_one_is_told_by_the_other() {
    let pair = Pair::start();
    let owner = Client::sign_in(&pair.one, "owner");
    let invite = |at, mailbox: &str| {
        let body = json!({"email": format!("{mailbox}@example.test"), "permissions": []});
        owner.post(at, "/staff", &body).expect(201);
    };
    let mut listener = owner.listen(&pair.one, None);
    invite(&pair.other, "first");
    listener.until("activity.changed");
    let last = listener.last.clone();
    drop(listener);
    invite(&pair.one, "second");
    invite(&pair.other, "third");
    for at in pair.both() {
        let mut listener = owner.listen(at, Some(&last));
        for _ in 0..2 {
            assert_eq!(listener.next().as_deref(), Some("staff.changed"));
            assert_eq!(listener.next().as_deref(), Some("activity.changed"));
        }
    }
}
