//! Pages of a long list: complete and without repetition, whoever is added meanwhile.

use std::collections::BTreeSet;

use serde_json::json;
use sqlx::query;

use crate::support::{Browser, House, wrong};

/// A thousand people at once; through the contract it would take the most of a minute.
async fn a_thousand(house: &House) {
    let mut tx = house.app.database().begin().await.expect("a transaction");
    for n in 0..1_000_i64 {
        // Names repeat, so that the order has to be decided by more than the name.
        let name = format!("person {:02}", n % 50);
        let email = format!("person{n}@example.test");
        query(
            "INSERT INTO accounts (id, email, email_key, name, name_key, search, owner, status, status_rank, last_seen, \
             two_factor, version, created) VALUES ($1, $2, $2, $3, $3, $4, 0, 'active', 2, $5, 0, 1, 0)",
        )
        .bind(format!("p{:04}", (n * 7919) % 1_000))
        .bind(&email)
        .bind(&name)
        .bind(format!("{name}\n{email}"))
        .bind((n % 3 != 0).then_some(n % 7))
        .execute(&mut *tx)
        .await
        .expect("a person");
    }
    tx.commit().await.expect("they are there");
}

/// Reads page after page. Between two pages somebody joins at either end of the list.
async fn all_pages(owner: &Browser, query: &str, inserts: usize, domain: &str) -> Vec<String> {
    let mut seen = Vec::new();
    let mut cursor = String::new();
    for n in 0.. {
        let page = owner.get(&format!("/staff?{query}{cursor}")).await.expect(200);
        for item in page.at("/items").as_array().expect("items") {
            seen.push(item["email"].as_str().expect("an address").to_owned());
        }
        if n < inserts {
            for name in ["aaa", "zzz"] {
                let body = json!({"email": format!("{name}{n}@{domain}.test"), "name": name, "permissions": []});
                owner.post("/staff", body).await.expect(201);
            }
        }
        match page.at("/next").as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    seen
}

#[tokio::test]
async fn pages_are_complete_and_nobody_is_on_two() {
    let house = House::sample().await;
    a_thousand(&house).await;
    let owner = house.owner().await;
    // So many need the largest plan.
    owner.patch("/billing", "*", json!({"plan": "chain"})).await.expect(200);
    for (sort, inserts) in [
        ("name", 3),
        ("-name", 0),
        ("email", 0),
        ("-email", 0),
        ("status", 0),
        ("-status", 0),
        ("lastSeen", 0),
        ("-lastSeen", 0),
    ] {
        let seen = all_pages(&owner, &format!("sort={sort}&limit=130&q=person"), inserts, "first").await;
        let distinct: BTreeSet<_> = seen.iter().collect();
        assert_eq!((seen.len(), distinct.len()), (1_000, 1_000), "{sort}");
    }
    // Without a search those who came meanwhile are on the later pages, and again nobody is on two.
    let seen = all_pages(&owner, "sort=name&limit=200", 2, "second").await;
    let distinct: BTreeSet<_> = seen.iter().collect();
    assert_eq!(seen.len(), distinct.len());
    assert!(seen.len() >= 1_011);
}

#[tokio::test]
async fn the_total_is_of_all_pages_and_the_last_has_no_next() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let first = owner.get("/staff?limit=6").await.expect(200);
    assert_eq!(first.at("/total"), 11);
    assert_eq!(first.at("/items").as_array().map(Vec::len), Some(6));
    let next = first.text_at("/next");
    let second = owner.get(&format!("/staff?limit=6&cursor={next}")).await.expect(200);
    assert_eq!(second.at("/total"), 11);
    assert_eq!(second.at("/items").as_array().map(Vec::len), Some(5));
    assert_eq!(second.at("/next"), json!(null));
    // A page that is exactly full is the last one too.
    assert_eq!(owner.get("/staff?limit=11").await.at("/next"), json!(null));
}

#[tokio::test]
async fn a_cursor_belongs_to_its_question() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let next = owner
        .get("/staff?limit=2&status=active")
        .await
        .expect(200)
        .text_at("/next");
    owner
        .get(&format!("/staff?limit=3&status=active&cursor={next}"))
        .await
        .expect(200);
    for other in ["status=ended", "status=active&sort=-name", "status=active&q=a", ""] {
        let answer = owner.get(&format!("/staff?limit=2&{other}&cursor={next}")).await;
        assert_eq!(answer.wrong(), [wrong("/cursor", "malformed")], "{other}");
    }
}
