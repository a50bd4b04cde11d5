//! Whose access one process has taken back is not answered by the other any more, once that has been said: neither by a
//! request that was under way there, nor by a process that could not be reached meanwhile.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::client::Client;
use crate::pair::{Held, Pair};

#[test]
fn a_request_under_way_at_the_other_is_not_answered_after_the_revocation() {
    let pair = Pair::start();
    let owner = Client::sign_in(&pair.one, "owner");
    let manager = Client::sign_in(&pair.other, "manager");
    let path = format!("/staff/{}/revocation", owner.id_of(&pair.one, "manager"));
    manager.get(&pair.other, "/resources/orders").expect(200);
    thread::scope(|scope| {
        let mut held = Held::orders(&pair.place);
        // It has been let in and is reading when the access is taken back.
        let under_way = scope.spawn(|| manager.get(&pair.other, "/resources/orders"));
        held.wait_for(1);
        owner.put(&pair.one, &path, &json!({})).expect(200);
        drop(held);
        let answer = under_way.join().expect("it is answered");
        // Where it has waited for too long by then, it says so.
        assert!(matches!(answer.status, Some(401 | 503)), "{answer:?}");
    });
    manager.get(&pair.other, "/session").expect(401);
}

#[test]
fn a_process_that_hangs_is_waited_for_until_it_must_not_answer() {
    let pair = Pair::start();
    let owner = Client::sign_in(&pair.one, "owner");
    let manager = Client::sign_in(&pair.other, "manager");
    let path = format!("/staff/{}/revocation", owner.id_of(&pair.one, "manager"));
    thread::scope(|scope| {
        let mut held = Held::orders(&pair.place);
        let under_way = scope.spawn(|| manager.get(&pair.other, "/resources/orders"));
        held.wait_for(1);
        pair.other.signal("STOP");
        // What it has asked the server for comes in while it hangs.
        drop(held);
        let asked = Instant::now();
        owner.put(&pair.one, &path, &json!({})).expect(200);
        let took = asked.elapsed();
        assert!(
            took > Duration::from_secs(4) && took < Duration::from_secs(15),
            "{took:?}"
        );
        pair.other.signal("CONT");
        let answer = under_way.join().expect("it is answered");
        assert!(matches!(answer.status, Some(401 | 503)), "{answer:?}");
    });
    manager.get(&pair.other, "/session").expect(401);
    // It goes on by itself for everybody else.
    owner.get(&pair.other, "/session").expect(200);
}
