//! A database that is read-only, full or busy: 503, nothing half done, and all well again afterwards.

use serde_json::json;
use sqlx::{AssertSqlSafe, Executor, query, query_scalar};

use crate::support::{House, PASSWORD};

async fn pragma(house: &House, pragma: &str) {
    let database = house.app.database();
    database
        .execute(AssertSqlSafe(format!("PRAGMA {pragma}")))
        .await
        .expect("the pragma is set");
}

#[tokio::test]
async fn a_read_only_database_can_still_be_read() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let id = owner.id_of("manager").await;
    let path = format!("/staff/{id}");
    let before = owner.get(&path).await.expect(200);
    pragma(&house, "query_only = 1").await;
    // Long enough after that the visit would be noted.
    house.clock.advance(9 * 60_000);

    for answer in [
        owner
            .post("/staff", json!({"email": "new@example.test", "permissions": []}))
            .await,
        owner
            .patch(&path, &before.etag(), json!({"name": "Somebody Else"}))
            .await,
        owner.put(&format!("{path}/suspension"), json!({})).await,
        owner.put(&format!("{path}/revocation"), json!({})).await,
        owner.delete("/session").await,
        house.browser().sign_in("owner@example.test", PASSWORD).await,
    ] {
        assert_eq!(answer.refusal(), (503, "unavailable".into()));
        for word in ["sqlite", "SQL", "readonly", "read-only", "database"] {
            assert!(!answer.text.contains(word), "{}", answer.text);
        }
    }
    owner.get("/session").await.expect(200);
    assert_eq!(owner.get("/staff").await.at("/total"), 11);
    assert_eq!(owner.get(&path).await.json(), before.json());

    pragma(&house, "query_only = 0").await;
    owner
        .patch(&path, &before.etag(), json!({"name": "Somebody Else"}))
        .await
        .expect(200);
}

#[tokio::test]
async fn a_full_database_refuses_whole_changes() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let database = house.app.database();
    let pages: i64 = query_scalar("PRAGMA page_count")
        .fetch_one(database)
        .await
        .expect("pages");
    pragma(&house, &format!("max_page_count = {}", pages + 4)).await;

    let mut invited = 0;
    let refused = loop {
        // Many permissions, so that it breaks off in the middle of one person's.
        let body = json!({"email": format!("n{invited}@example.test"), "name": "x".repeat(200),
                          "permissions": ["orders.refund", "customers.export", "settings.tax", "reports.export",
                                          "giftcards.manage", "website.embed", "channels.social"]});
        let answer = owner.post("/staff", body).await;
        if answer.status != 201 {
            break answer;
        }
        invited += 1;
        assert!(invited < 500, "it never became full");
    };
    assert_eq!(refused.refusal(), (503, "unavailable".into()));
    assert_eq!(owner.get("/staff").await.at("/total"), 11 + invited);
    for (table, sql) in [
        ("permissions", "SELECT COUNT(DISTINCT account) FROM account_permissions"),
        (
            "invitations",
            "SELECT COUNT(*) FROM invitations WHERE account IN (SELECT account FROM account_permissions)",
        ),
    ] {
        let count: i64 = query_scalar(sql).fetch_one(database).await.expect("a count");
        assert_eq!(count, invited, "{table}");
    }

    pragma(&house, "max_page_count = 1000000").await;
    let body = json!({"email": format!("n{invited}@example.test"), "permissions": []});
    owner.post("/staff", body).await.expect(201);
}

#[tokio::test]
async fn a_busy_database_is_waited_for_and_then_given_up() {
    let house = House::sample().await;
    let owner = house.owner().await;
    pragma(&house, "busy_timeout = 50").await;
    // Another process writes, a backup for example.
    let url = format!("sqlite://{}/latchkey.sqlite", house.folder().display());
    let other = sqlx::AnyPool::connect(&url).await.expect("it connects");
    let writing = other.begin_with("BEGIN IMMEDIATE").await.expect("it begins");
    let body = json!({"email": "new@example.test", "permissions": []});
    let answer = owner.post("/staff", body.clone()).await;
    assert_eq!(answer.refusal(), (503, "unavailable".into()));
    owner.get("/staff").await.expect(200);
    writing.rollback().await.expect("it ends");
    other.close().await;
    owner.post("/staff", body).await.expect(201);
}

#[tokio::test]
async fn a_table_that_is_missing_is_an_internal_error_without_details() {
    let house = House::sample().await;
    let owner = house.owner().await;
    query("ALTER TABLE invitations RENAME TO elsewhere")
        .execute(house.app.database())
        .await
        .expect("it is renamed");
    let answer = owner
        .post("/staff", json!({"email": "new@example.test", "permissions": []}))
        .await;
    assert_eq!(answer.refusal(), (500, "internal".into()));
    assert!(!answer.text.contains("invitations"), "{}", answer.text);
    query("ALTER TABLE elsewhere RENAME TO invitations")
        .execute(house.app.database())
        .await
        .expect("it is renamed");
    assert_eq!(owner.get("/staff").await.at("/total"), 11);
}
