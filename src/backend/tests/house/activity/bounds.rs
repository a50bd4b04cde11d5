//! Whoever is refused again and again does not fill the disk.

use super::{Since, entries};
use crate::support::House;

#[tokio::test]
async fn many_refused_requests_are_five_entries_and_a_number() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let nobody = house.signed_in("nobody").await;
    let since = Since::now(&house).await;
    for _ in 0..200 {
        nobody.get("/staff").await.expect(403);
    }
    let found = since.entries(&owner).await;
    assert_eq!(since.kinds(&owner).await, ["refused"; 5]);
    assert_eq!(found[0]["detail"]["code"], "owner-only");
    assert_eq!(found[0]["detail"]["call"], "GET /staff");
    assert_eq!(found[0]["subject"]["name"], found[0]["actor"]["name"]);

    // The next thing that happens later tells how many there were.
    house.clock.advance(11 * 60_000);
    house
        .browser()
        .sign_in("owner@example.test", "a wrong password")
        .await
        .expect(401);
    assert_eq!(since.kinds(&owner).await[5..], ["refused", "sign-in-failed"]);
    assert_eq!(since.entries(&owner).await[5]["detail"]["times"], 195);
    nobody.get("/staff").await.expect(403);
    assert_eq!(since.kinds(&owner).await[7..], ["refused"]);
}

#[tokio::test]
async fn what_was_counted_is_told_before_the_backend_stops() {
    let house = House::sample().await;
    let nobody = house.signed_in("nobody").await;
    for _ in 0..8 {
        nobody.get("/roles").await.expect(403);
    }
    let house = house.restart(latchkey_backend::Seed::Empty).await;
    let owner = house.owner().await;
    let counted: Vec<_> = entries(&owner)
        .await
        .into_iter()
        .filter(|entry| entry["kind"] == "refused")
        .map(|entry| entry["detail"]["times"].as_u64())
        .collect();
    assert_eq!(counted, [None, None, None, None, None, Some(3)]);
}

#[tokio::test]
async fn sign_ins_with_addresses_that_do_not_exist_are_counted_together() {
    let house = House::sample_with(|config| config.throttle.peer_failures = 1_000_000).await;
    let owner = house.owner().await;
    let since = Since::now(&house).await;
    for n in 0..20 {
        let email = format!("x{n}@example.test");
        house.browser().sign_in(&email, "a wrong password").await.expect(401);
    }
    let found = since.entries(&owner).await;
    assert_eq!(found.len(), 5);
    assert!(
        found
            .iter()
            .all(|entry| entry["subject"].is_null() && entry["actor"].is_null())
    );
}

#[tokio::test]
async fn a_refused_request_says_which_records_it_was_about() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let nobody = house.signed_in("nobody").await;
    let since = Since::now(&house).await;
    nobody.get("/resources/orders").await.expect(403);
    let found = since.entries(&owner).await;
    assert_eq!(found[0]["detail"]["call"], "GET /resources/{resource}");
    assert_eq!(found[0]["detail"]["resourceTitle"]["en"], "Orders");
    assert_eq!(
        (&found[0]["resource"], &found[0]["section"]),
        (&"orders".into(), &"sales".into())
    );
    assert_eq!(found[0]["subject"]["type"], "account");
    let narrowed = owner.get("/activity?kind=refused&resource=orders").await;
    assert_eq!(narrowed.at("/items/0/number"), found[0]["number"]);
}
