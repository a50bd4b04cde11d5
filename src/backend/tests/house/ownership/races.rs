//! Several at once, truly at the same time: whatever comes first, there is one owner at each moment, and what was done fits
//! together.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use axum::body::Body;
use axum::http::{Request, header};
use serde_json::json;
use sqlx::query_scalar;
use tokio::task::JoinSet;
use tower::ServiceExt;

use super::{MANAGER, OWNER, accept, offer, owners};
use crate::support::House;

/// Looks again and again how many owners there are, as other connections see it, until it is told to stop.
fn watch(house: &House) -> (Arc<AtomicBool>, tokio::task::JoinHandle<usize>) {
    let over = Arc::new(AtomicBool::new(false));
    let (stops, database) = (Arc::clone(&over), house.app.database().clone());
    let looks = tokio::spawn(async move {
        let mut looked = 0;
        while !stops.load(Ordering::SeqCst) {
            let count: i64 = query_scalar("SELECT COUNT(*) FROM accounts WHERE owner = 1 AND status = 'active'")
                .fetch_one(&database)
                .await
                .expect("they are counted");
            assert_eq!(count, 1);
            looked += 1;
            tokio::task::yield_now().await;
        }
        looked
    });
    (over, looks)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_acceptances_at_once_one_counts() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    offer(&owner, "manager").await.expect(200);
    let (over, looks) = watch(&house);
    let mut asked = JoinSet::new();
    for _ in 0..6 {
        let browser = manager.copy();
        asked.spawn(async move { accept(&browser).await.status.as_u16() });
    }
    let mut statuses = asked.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409, 409, 409, 409]);
    over.store(true, Ordering::SeqCst);
    assert!(looks.await.expect("one at each moment") > 0);
    assert_eq!(owners(&house).await, [MANAGER]);
}

/// Each rival of an acceptance: it comes first and nothing changes hands, or it comes too late and changes nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_acceptance_and_what_prevents_it_never_both_count() {
    let mut went_over = 0;
    for round in 0..6 {
        for rival in ["withdrawal", "declining", "revocation", "suspension"] {
            let house = House::sample().await;
            let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
            let path = format!("/staff/{}/{rival}", owner.id_of("manager").await);
            offer(&owner, "manager").await.expect(200);
            let (over, looks) = watch(&house);
            let (accepting, other) = (manager.copy(), manager.copy());
            let prevents = async {
                for _ in 0..round {
                    tokio::task::yield_now().await;
                }
                match rival {
                    "withdrawal" => owner.delete("/ownership").await,
                    "declining" => other.delete("/ownership").await,
                    _ => owner.put(&path, json!({})).await,
                }
            };
            let accepts = tokio::spawn(async move { accept(&accepting).await.status.as_u16() });
            let (prevented, accepted) = tokio::join!(prevents, accepts);
            let (prevented, accepted) = (prevented.status.as_u16(), accepted.expect("it is answered"));
            over.store(true, Ordering::SeqCst);
            looks.await.expect("one at each moment");
            let context = format!("{rival}: {prevented}, and the acceptance {accepted}");
            if accepted == 200 {
                went_over += 1;
                assert_eq!(owners(&house).await, [MANAGER], "{context}");
                // The former owner's is refused; to decline what one has already is no more than nothing.
                assert_eq!(prevented, if rival == "declining" { 204 } else { 401 }, "{context}");
                manager.get("/staff").await.expect(200);
            } else {
                assert_eq!(owners(&house).await, [OWNER], "{context}");
                assert!(matches!(prevented, 200 | 204), "{context}");
                assert!(matches!(accepted, 401 | 409), "{context}");
                owner.get("/staff").await.expect(200);
            }
        }
    }
    assert!(went_over > 0, "some came first");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_offers_at_once_one_stands() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (manager, designer) = (house.signed_in("manager").await, house.signed_in("designer").await);
    for _ in 0..4 {
        let (one, other) = tokio::join!(offer(&owner, "manager"), offer(&owner, "designer"));
        one.expect(200);
        other.expect(200);
        let seen = [super::offered(&manager).await, super::offered(&designer).await];
        assert_eq!(seen.iter().filter(|offer| !offer.is_null()).count(), 1, "{seen:?}");
    }
    let (over, looks) = watch(&house);
    let (one, other) = tokio::join!(accept(&manager), accept(&designer));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    over.store(true, Ordering::SeqCst);
    looks.await.expect("one at each moment");
    assert_eq!(owners(&house).await.len(), 1);
}

/// An offer that the former owner has on the way is none of the new owner's.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_former_owner_offers_nothing_any_more() {
    for round in 0..6 {
        let house = House::sample().await;
        let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
        let path = format!("/staff/{}/ownership", owner.id_of("designer").await);
        offer(&owner, "manager").await.expect(200);
        let offers = async {
            for _ in 0..round {
                tokio::task::yield_now().await;
            }
            owner.put(&path, json!({})).await.status.as_u16()
        };
        let (offered, accepted) = tokio::join!(offers, accept(&manager));
        match (offered, accepted.status.as_u16()) {
            (401, 200) => {
                assert_eq!(owners(&house).await, [MANAGER]);
                assert!(super::offered(&manager).await.is_null());
            }
            (200, 409) => assert_eq!(owners(&house).await, [OWNER]),
            both => panic!("{both:?}"),
        }
    }
}

/// Whatever goes wrong in the program, the database itself takes no second owner.
#[tokio::test]
async fn the_database_takes_no_second_owner() {
    let house = House::sample().await;
    let second = sqlx::query("UPDATE accounts SET owner = 1 WHERE email = $1")
        .bind(MANAGER)
        .execute(house.app.database())
        .await;
    assert!(second.is_err());
    let shut_out = sqlx::query("UPDATE accounts SET status = 'suspended' WHERE owner = 1")
        .execute(house.app.database())
        .await;
    assert!(shut_out.is_err());
    assert_eq!(owners(&house).await, [OWNER]);
}

/// What the former owner has asked for and not been answered yet is not answered any more.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_of_the_owners_is_answered_once_it_is_accepted() {
    const ASKED: usize = 400;
    let (mut answered, mut refused) = (0, 0);
    for round in 0..5 {
        let house = House::sample().await;
        let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
        offer(&owner, "manager").await.expect(200);
        let cookie = owner.cookie().expect("the owner is signed in");
        let over = Arc::new(AtomicBool::new(false));
        let done = Arc::new(AtomicUsize::new(0));
        let mut asked = JoinSet::new();
        for _ in 0..ASKED {
            let (router, over, done) = (house.app.router.clone(), Arc::clone(&over), Arc::clone(&done));
            let request = Request::get("/api/v1/staff").header(header::COOKIE, cookie.as_str());
            let request = request.body(Body::empty()).expect("it is a request");
            asked.spawn(async move {
                let answer = router.oneshot(request).await.expect("it is answered");
                // Before the answer is let go: until then nobody has it.
                let late = over.load(Ordering::SeqCst);
                done.fetch_add(1, Ordering::SeqCst);
                (answer.status().as_u16(), late)
            });
        }
        // Each round a little further into the crowd.
        while done.load(Ordering::SeqCst) < round * ASKED / 10 {
            tokio::task::yield_now().await;
        }
        accept(&manager).await.expect(200);
        over.store(true, Ordering::SeqCst);
        for (status, late) in asked.join_all().await {
            match status {
                200 => assert!(!late, "the former owner is answered after the acceptance"),
                status => assert_eq!(status, 401),
            }
            answered += usize::from(status == 200);
            refused += usize::from(status == 401);
        }
    }
    assert!(answered > 0 && refused > 0, "{answered} and {refused}");
}
