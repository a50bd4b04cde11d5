//! A revocation's answer is the end: no request that was under way in one of the person's sessions is answered after it.

use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;
use sha2::{Digest, Sha256};
use sqlx::query;
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use tower::ServiceExt;

use crate::support::{House, START};

const SESSIONS: usize = 1_000;
const ROUNDS: usize = 10;
/// What is asked, each of them within another handler.
const PATHS: [&str; 4] = ["/session", "/profile", "/resources", "/resources/orders?limit=1"];

fn token(round: usize, n: usize) -> String {
    format!("a-token-of-a-test-{round}-{n}")
}

/// Signs the person in so many times at once; by hand, since hashing so many passwords takes minutes.
async fn sign_in(house: &House, account: &str, round: usize) {
    let mut tx = house.app.database().begin().await.expect("it is written");
    query("UPDATE accounts SET status = 'active', ends = NULL WHERE id = $1")
        .bind(account)
        .execute(&mut *tx)
        .await
        .expect("the account lives");
    for n in 0..SESSIONS {
        let mut hash = String::new();
        for byte in Sha256::digest(token(round, n).as_bytes()) {
            write!(hash, "{byte:02x}").expect("a text has room");
        }
        query("INSERT INTO sessions (id, account, token_hash, device, created, last_seen) VALUES ($1, $2, $3, '', $4, $4)")
            .bind(format!("{round}-{n}"))
            .bind(account)
            .bind(hash)
            .bind(START.millis())
            .execute(&mut *tx)
            .await
            .expect("the session begins");
    }
    tx.commit().await.expect("it is kept");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_is_answered_after_the_revocation_in_ten_thousand_tries() {
    let house = House::sample().await;
    let owner = Arc::new(house.owner().await);
    let account = owner.id_of("manager").await;
    let (mut answered, mut refused) = (0, 0);
    for round in 0..ROUNDS {
        sign_in(&house, &account, round).await;
        let over = Arc::new(AtomicBool::new(false));
        let done = Arc::new(AtomicUsize::new(0));
        let begin = Arc::new(Barrier::new(SESSIONS + 1));
        let mut asked = JoinSet::new();
        for n in 0..SESSIONS {
            let (router, over, begin, done) = (
                house.app.router.clone(),
                Arc::clone(&over),
                Arc::clone(&begin),
                Arc::clone(&done),
            );
            let request = Request::get(format!("/api/v1{}", PATHS[n % PATHS.len()]))
                .header(header::AUTHORIZATION, format!("Bearer {}", token(round, n)))
                .body(Body::empty())
                .expect("it is a request");
            asked.spawn(async move {
                begin.wait().await;
                let answer = router.oneshot(request).await.expect("it is answered");
                // Before the answer is let go: until then nobody has it.
                let late = over.load(Ordering::SeqCst);
                done.fetch_add(1, Ordering::SeqCst);
                (answer.status(), late)
            });
        }
        let revoke = {
            let (owner, over, done) = (Arc::clone(&owner), Arc::clone(&over), Arc::clone(&done));
            let path = format!("/staff/{account}/revocation");
            tokio::spawn(async move {
                // Each round a little further into the crowd.
                while done.load(Ordering::SeqCst) < round * SESSIONS / (ROUNDS * 2) {
                    tokio::task::yield_now().await;
                }
                let answer = owner.put(&path, json!({})).await;
                over.store(true, Ordering::SeqCst);
                answer.expect(200);
            })
        };
        begin.wait().await;
        while let Some(answer) = asked.join_next().await {
            let (status, late) = answer.expect("it is answered");
            assert!(
                !(late && status.is_success()),
                "answered after the revocation, in round {round}"
            );
            assert!(
                status == StatusCode::OK || status == StatusCode::UNAUTHORIZED,
                "{status}"
            );
            *if status.is_success() {
                &mut answered
            } else {
                &mut refused
            } += 1;
        }
        revoke.await.expect("it is revoked");
    }
    assert_eq!(answered + refused, ROUNDS * SESSIONS);
    assert!(answered > 0 && refused > 0, "{answered} answered, {refused} refused");
}
