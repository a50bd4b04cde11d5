//! Several hands that write to a store for as long as they are let, and keep book of what was acknowledged.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use serde_json::json;

use crate::caller::{Ask, Caller};

const HANDS: usize = 3;

/// See the module.
pub(super) struct Load {
    on: Arc<AtomicBool>,
    written: Arc<Mutex<Vec<String>>>,
    hands: Vec<JoinHandle<()>>,
}

impl Load {
    pub(super) fn begin(address: &str, owner: &str) -> Self {
        let on = Arc::new(AtomicBool::new(true));
        let written = Arc::new(Mutex::new(Vec::new()));
        let hand = |hand: usize| {
            let (on, written) = (Arc::clone(&on), Arc::clone(&written));
            let caller = Caller::new(address, owner);
            thread::spawn(move || {
                for n in 0.. {
                    if !on.load(Ordering::Relaxed) {
                        break;
                    }
                    let body = json!({"name": format!("Load {hand} {n}"), "position": 600 + n});
                    let ask = Ask::new("POST", "/resources/categories").body(body);
                    let id = caller.ask(&ask).expect("it answers").expect(201).text("/id");
                    written.lock().expect("nobody fails").push(id);
                }
            })
        };
        let hands = (0..HANDS).map(hand).collect();
        Self { on, written, hands }
    }

    /// What has been acknowledged, once there are so many.
    pub(super) fn written(&self, at_least: usize) -> Vec<String> {
        loop {
            let written = self.written.lock().expect("nobody fails").clone();
            if written.len() >= at_least {
                return written;
            }
            assert!(!self.hands.iter().any(JoinHandle::is_finished), "a hand has failed");
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// Lets them finish what they have in hand.
    pub(super) fn end(self) -> Vec<String> {
        self.on.store(false, Ordering::Relaxed);
        for hand in self.hands {
            hand.join().expect("no hand fails");
        }
        self.written.lock().expect("nobody fails").clone()
    }
}
