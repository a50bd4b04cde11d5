//! Many at once: whoever saves over what somebody else has saved is told, and stock is never wrong.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{Browser, House};

const CLERKS: i64 = 50;

/// A product with this much in stock, and its path.
async fn lamp(owner: &Browser, stock: i64) -> String {
    let lamp = json!({ "name": "Lamp", "price": { "amount": "5", "currency": "EUR" }, "stock": stock });
    let made = owner.post("/resources/products", lamp).await.expect(201);
    format!("/resources/products/{}", made.text_at("/id"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_who_saw_the_same_state_one_saves() {
    let house = House::sample().await;
    let owner = Arc::new(house.owner().await);
    let path = lamp(&owner, 100).await;
    let mut clerks = JoinSet::new();
    for n in 0..CLERKS {
        let (owner, path) = (Arc::clone(&owner), path.clone());
        clerks.spawn(async move { owner.patch(&path, "\"1\"", json!({ "stock": n })).await });
    }
    let answers = clerks.join_all().await;
    let (saved, stale): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.status == 200);
    assert_eq!(saved.len(), 1);
    let kept = saved[0].at("/fields/stock");
    for answer in stale {
        assert_eq!(answer.refusal(), (412, "stale".into()));
        assert_eq!(answer.at("/current/fields/stock"), kept);
    }
    let now = owner.get(&path).await.expect(200);
    assert_eq!((now.etag(), now.at("/fields/stock")), ("\"2\"".into(), kept));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_who_look_again_whenever_they_must_all_save() {
    let house = House::sample().await;
    let owner = Arc::new(house.owner().await);
    let path = lamp(&owner, 100).await;
    let mut clerks = JoinSet::new();
    for _ in 0..CLERKS {
        let (owner, path) = (Arc::clone(&owner), path.clone());
        clerks.spawn(async move {
            let mut seen: Value = owner.get(&path).await.expect(200).json();
            loop {
                let stock = seen["fields"]["stock"].as_i64().expect("a number");
                let etag = format!("\"{}\"", seen["version"].as_str().expect("a version"));
                let answer = owner.patch(&path, &etag, json!({ "stock": stock - 1 })).await;
                if answer.status == 200 {
                    return;
                }
                assert_eq!(answer.refusal(), (412, "stale".into()));
                seen = answer.at("/current");
            }
        });
    }
    clerks.join_all().await;
    let now = owner.get(&path).await.expect(200);
    assert_eq!(now.at("/fields/stock"), 100 - CLERKS);
    assert_eq!(now.etag(), format!("\"{}\"", CLERKS + 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_who_take_from_thirty_take_thirty() {
    let house = House::sample().await;
    let owner = Arc::new(house.owner().await);
    let path = lamp(&owner, 30).await;
    let mut clerks = JoinSet::new();
    for n in 0..CLERKS {
        let (owner, command) = (Arc::clone(&owner), format!("{path}/commands/adjust-stock"));
        clerks.spawn(async move {
            // Each asks twice, as a client does that did not hear the answer.
            let key = format!("clerk-{n:0>16}");
            let key = [("idempotency-key", key.as_str())];
            let body = json!({ "by": -1 });
            let first = owner.ask("POST", &command, &key, Some(&body)).await;
            let again = owner.ask("POST", &command, &key, Some(&body)).await;
            assert_eq!(first.status, again.status);
            first
        });
    }
    let answers = clerks.join_all().await;
    let done = answers.iter().filter(|answer| answer.status == 200).count();
    assert_eq!(done, 30);
    for refused in answers.iter().filter(|answer| answer.status != 200) {
        assert_eq!(refused.wrong(), [("/by".into(), "below-minimum".into())]);
    }
    assert_eq!(owner.get(&path).await.expect(200).at("/fields/stock"), 0);
}
