//! Whoever changes an entry with SQL is found out, and the entry is named.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Row, query};

use crate::support::{Browser, House};

/// A store in which a little has happened: twelve entries and more.
async fn lived_in() -> (House, Browser) {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("manager").await);
    for _ in 0..6 {
        owner.put(&format!("{path}/suspension"), json!({})).await.expect(200);
        owner.delete(&format!("{path}/suspension")).await.expect(200);
    }
    (house, owner)
}

async fn sql(house: &House, statement: &str) {
    query(AssertSqlSafe(statement.to_owned()))
        .execute(house.app.database())
        .await
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
}

async fn faults(owner: &Browser) -> BTreeSet<(u64, String)> {
    let answer = owner.get("/activity/verification").await.expect(200);
    let faults = answer.at("/faults");
    let faults: BTreeSet<_> = faults
        .as_array()
        .expect("faults")
        .iter()
        .map(|fault| {
            let number = fault["number"].as_u64().expect("a number");
            (number, fault["fault"].as_str().expect("a fault").to_owned())
        })
        .collect();
    assert_eq!(answer.at("/ok"), json!(faults.is_empty()), "{answer:?}");
    assert_eq!(answer.at("/faulty"), json!(faults.len()));
    faults
}

fn all(faults: &[(u64, &str)]) -> BTreeSet<(u64, String)> {
    faults
        .iter()
        .map(|(number, fault)| (*number, (*fault).to_owned()))
        .collect()
}

#[tokio::test]
async fn what_nobody_touched_is_as_it_was_written() {
    let (house, owner) = lived_in().await;
    let answer = owner.get("/activity/verification").await.expect(200);
    assert_eq!(answer.at("/ok"), true);
    assert_eq!(answer.at("/count"), 13);
    let head = answer.text_at("/head");
    assert!(head.starts_with("13-") && head.len() == 67, "{head}");
    assert_eq!(answer.at("/noted"), Value::Null);
    // It goes on where it was after a restart.
    let house = house.restart(latchkey_backend::Seed::Empty).await;
    let owner = house.owner().await;
    let later = owner
        .get(&format!("/activity/verification?head={head}"))
        .await
        .expect(200);
    assert_eq!((later.at("/count"), later.at("/noted")), (json!(14), json!("holds")));
}

#[tokio::test]
async fn every_column_that_is_changed_is_found() {
    let (house, owner) = lived_in().await;
    for (column, value) in [
        ("at", "at + 1"),
        ("kind", "'signed-in'"),
        ("actor", "'somebody'"),
        ("actor", "NULL"),
        ("actor_name", "'Somebody'"),
        ("subject_type", "'role'"),
        ("subject", "''"),
        ("subject_name", "'Nobody'"),
        ("section", "''"),
        ("resource", "'orders'"),
        ("detail", "'{ }'"),
        ("reason", "'because'"),
        ("device", "'Another'"),
        ("address", "'192.0.2.1'"),
        ("search", "''"),
        ("previous", "hash"),
        ("hash", "previous"),
    ] {
        sql(&house, "CREATE TEMP TABLE before AS SELECT * FROM activity").await;
        sql(
            &house,
            &format!("UPDATE activity SET {column} = {value} WHERE number = 7"),
        )
        .await;
        assert_eq!(faults(&owner).await, all(&[(7, "altered")]), "{column} = {value}");
        sql(&house, "DELETE FROM activity").await;
        sql(&house, "INSERT INTO activity SELECT * FROM before").await;
        sql(&house, "DROP TABLE before").await;
        assert!(faults(&owner).await.is_empty(), "it is as it was");
    }
}

#[tokio::test]
async fn removed_entries_are_named() {
    let (house, owner) = lived_in().await;
    sql(&house, "DELETE FROM activity WHERE number IN (1, 5, 6)").await;
    let removed = [(1, "removed"), (5, "removed"), (6, "removed")];
    assert_eq!(faults(&owner).await, all(&removed));
    // Nor does it help to close the gap.
    sql(&house, "UPDATE activity SET number = number - 100 WHERE number > 6").await;
    sql(&house, "UPDATE activity SET number = number + 98 WHERE number < 0").await;
    let mut found = faults(&owner).await;
    for number in 7..=13 {
        assert!(found.remove(&(number, "reordered".into())), "{number}: {found:?}");
    }
    assert_eq!(found, all(&removed));
}

#[tokio::test]
async fn an_entry_that_was_put_in_between_is_named() {
    let (house, owner) = lived_in().await;
    sql(&house, "UPDATE activity SET number = -number WHERE number >= 5").await;
    sql(&house, "UPDATE activity SET number = 1 - number WHERE number < 0").await;
    sql(
        &house,
        "INSERT INTO activity SELECT 5, at, 'signed-out', actor, actor_name, subject_type, subject, subject_name, \
         section, resource, detail, reason, device, address, search, previous, hash FROM activity WHERE number = 4",
    )
    .await;
    let mut found = faults(&owner).await;
    for number in 6..=13 {
        found.remove(&(number, "reordered".into()));
    }
    found.remove(&(5, "reordered".into()));
    assert_eq!(found, all(&[(5, "inserted")]));
}

#[tokio::test]
async fn entries_that_changed_places_are_named() {
    let (house, owner) = lived_in().await;
    sql(&house, "UPDATE activity SET number = -3 WHERE number = 3").await;
    sql(&house, "UPDATE activity SET number = 3 WHERE number = 9").await;
    sql(&house, "UPDATE activity SET number = 9 WHERE number = -3").await;
    assert_eq!(faults(&owner).await, all(&[(3, "reordered"), (9, "reordered")]));
}

#[tokio::test]
async fn a_tail_that_was_cut_off_is_found_with_a_noted_head() {
    let (house, owner) = lived_in().await;
    let head = owner.get("/activity/verification").await.text_at("/head");
    let check = async |head: &str| {
        let answer = owner
            .get(&format!("/activity/verification?head={head}"))
            .await
            .expect(200);
        (answer.at("/ok"), answer.at("/noted"))
    };
    assert_eq!(check(&head).await, (json!(true), json!("holds")));
    let other = head.replace("13-", "12-");
    assert_eq!(check(&other).await, (json!(false), json!("differs")));
    sql(&house, "DELETE FROM activity WHERE number >= 12").await;
    assert!(faults(&owner).await.is_empty(), "by itself it cannot be seen");
    assert_eq!(check(&head).await, (json!(false), json!("cut-off")));
    for wrong in ["13", "x-y", "13-00"] {
        let answer = owner.get(&format!("/activity/verification?head={wrong}")).await;
        assert_eq!(answer.wrong()[0].0, "/head", "{wrong}");
    }
}

/// Whoever knows how hashes are made can rewrite an entry with a fitting one; the next entry gives it away.
#[tokio::test]
async fn an_entry_with_a_fitting_hash_is_given_away_by_the_next() {
    let (house, owner) = lived_in().await;
    // An entry of another store at the same place has a hash that fits to what it says.
    let (other, _) = {
        let other = House::sample().await;
        let owner = other.owner().await;
        let path = format!("/staff/{}", owner.id_of("fulfilment").await);
        for _ in 0..3 {
            owner.put(&format!("{path}/suspension"), json!({})).await.expect(200);
            owner.delete(&format!("{path}/suspension")).await.expect(200);
        }
        (other, owner)
    };
    let row = query("SELECT at, subject, subject_name, detail, search, previous, hash FROM activity WHERE number = 4")
        .fetch_one(other.app.database())
        .await
        .expect("the entry");
    let text = |column: &str| row.get::<String, _>(column);
    query(
        "UPDATE activity SET at = $1, subject = $2, subject_name = $3, detail = $4, search = $5, previous = $6, \
         hash = $7 WHERE number = 4",
    )
    .bind(row.get::<i64, _>("at"))
    .bind(text("subject"))
    .bind(text("subject_name"))
    .bind(text("detail"))
    .bind(text("search"))
    .bind(text("previous"))
    .bind(text("hash"))
    .execute(house.app.database())
    .await
    .expect("it is rewritten");
    let found = faults(&owner).await;
    assert!(found.contains(&(4, "altered".into())), "{found:?}");
}
