//! What there is one of: the store, its owner, the count of failed attempts, the answer to a repeated request, the chain.

use std::thread;

use serde_json::json;

use crate::client::{Client, post};
use crate::pair::Pair;

#[test]
fn a_store_is_begun_once_though_both_start_at_once() {
    let pair = Pair::start();
    let filled = pair.both().map(|program| Client::sign_in(program, "owner"));
    let totals = [0, 1].map(|n| filled[n].get(pair.both()[n], "/staff").expect(200)["total"].clone());
    assert_eq!(totals, [json!(11), json!(11)]);
    let Pair { one, other, place } = pair;
    let told = [one.stop().said, other.stop().said].map(|said| said.contains("A sample store has been set up"));
    assert_ne!(told[0], told[1], "one of them has filled it");
    drop(place);
}

#[test]
fn there_is_one_owner_though_both_are_asked() {
    let mut pair = Pair::start_with(&["--empty"]);
    pair.one.read_until("/setup#");
    pair.other.read_until("/setup#");
    // The link of whichever started last is the one that works.
    let token = |said: &str| said.trim().rsplit('#').next().unwrap_or_default().to_owned();
    let tokens = [token(&pair.one.said), token(&pair.other.said)];
    let answers = thread::scope(|scope| {
        let asked: Vec<_> = (0..8)
            .map(|n| {
                let (at, token) = (pair.both()[n % 2], tokens[n / 2 % 2].clone());
                scope.spawn(move || {
                    let body = json!({
                        "token": token, "storeName": "Toko Kopi", "currency": "IDR", "name": "Ratna Dewi",
                        "email": format!("ratna{n}@example.test"), "password": "a password for this owner"
                    });
                    post(at, "/owner", &body).status
                })
            })
            .collect();
        asked
            .into_iter()
            .map(|asked| asked.join().expect("it is answered"))
            .collect::<Vec<_>>()
    });
    let made = answers.iter().filter(|status| **status == Some(201)).count();
    assert_eq!(made, 1, "{answers:?}");
}

#[test]
fn failed_attempts_are_counted_together() {
    let pair = Pair::start();
    let try_to = |n: usize| {
        let body = json!({"email": "manager@example.test", "password": "not the password at all"});
        post(pair.both()[n % 2], "/session", &body).status
    };
    let tried: Vec<_> = (0..6).map(try_to).collect();
    assert_eq!(tried, [401, 401, 401, 401, 401, 429].map(Some));
}

#[test]
fn a_request_that_is_repeated_at_the_other_is_done_once() {
    let pair = Pair::start();
    let owner = Client::sign_in(&pair.one, "owner");
    let body = json!({"email": "once@example.test", "permissions": []});
    let key = "Idempotency-Key: 7b2a2a4e-6b0e-4a35-9a1b-1f6f6d1c2f10\r\n";
    let answers = pair
        .both()
        .map(|at| owner.send(at, "POST", "/staff", key, Some(&body)).expect(201));
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn what_both_write_is_one_chain() {
    let pair = Pair::start();
    let owner = Client::sign_in(&pair.one, "owner");
    thread::scope(|scope| {
        for n in 0..4 {
            let (at, owner) = (pair.both()[n % 2], owner.clone());
            scope.spawn(move || {
                for turn in 0..10 {
                    let body = json!({"email": format!("n{n}-{turn}@example.test"), "permissions": []});
                    owner.post(at, "/staff", &body).expect(201);
                }
            });
        }
    });
    for at in pair.both() {
        let verified = owner.get(at, "/activity/verification").expect(200);
        assert_eq!((&verified["ok"], &verified["count"]), (&json!(true), &json!(41)));
    }
}
