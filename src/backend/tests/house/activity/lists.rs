//! The list of what happened: narrowed, searched, paged, and as a file.

use serde_json::json;

use crate::support::{House, wrong};

#[tokio::test]
async fn it_is_narrowed_by_person_kind_section_time_and_words() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let manager = house.signed_in("manager").await;
    let id = owner.id_of("manager").await;
    let product = manager.first("products", "").await;
    let path = format!("/resources/products/{}", product["id"].as_str().expect("an id"));
    let seen = manager.get(&path).await.etag();
    manager.patch(&path, &seen, json!({"lowAt": 7})).await.expect(200);
    house.clock.advance(60_000);
    let body = json!({"reason": "Has left for 100% good"});
    owner.put(&format!("/staff/{id}/revocation"), body).await.expect(200);

    let kinds = async |query: &str| -> Vec<String> {
        let page = owner.get(&format!("/activity?{query}")).await.expect(200);
        let items = page.at("/items");
        let items = items.as_array().expect("items").iter();
        items
            .map(|entry| entry["kind"].as_str().expect("a kind").to_owned())
            .collect()
    };
    assert_eq!(kinds(&format!("actor={id}")).await, ["record-changed", "signed-in"]);
    assert_eq!(kinds(&format!("subject={id}")).await, ["revoked", "signed-in"]);
    assert_eq!(
        kinds("kind=revoked,record-changed").await,
        ["revoked", "record-changed"]
    );
    assert_eq!(
        kinds(&format!("person={id}")).await,
        ["revoked", "record-changed", "signed-in"]
    );
    assert_eq!(kinds("section=catalog").await, ["record-changed"]);
    assert_eq!(kinds("section=sales").await, [""; 0]);
    assert_eq!(kinds("resource=products").await, ["record-changed"]);
    assert_eq!(kinds("from=2026-11-24T09:30:30Z").await, ["revoked"]);
    assert_eq!(kinds("to=2026-11-24T09:30:30Z&kind=revoked").await, [""; 0]);
    assert_eq!(kinds("q=100%25").await, ["revoked"]);
    assert_eq!(kinds("q=budi+sant").await.len(), 3);
    assert_eq!(kinds("q=%25").await, ["revoked"]);
    // The name stays.
    let page = owner.get("/activity?kind=revoked").await.expect(200);
    assert_eq!(page.at("/items/0/subject/name"), "Budi Santoso");
    assert_eq!(page.at("/items/0/device"), "Firefox · Linux");

    for (query, pointer, code) in [
        ("kind=crowned", "/kind", "unknown-value"),
        ("section=crown", "/section", "unknown-value"),
        ("resource=crown", "/resource", "unknown-value"),
        ("from=yesterday", "/from", "malformed"),
        ("limit=0", "/limit", "malformed"),
        ("cursor=x", "/cursor", "malformed"),
        ("colour=red", "/colour", "unknown-member"),
        ("q=a&q=b", "/q", "malformed"),
    ] {
        let answer = owner.get(&format!("/activity?{query}")).await;
        assert_eq!(answer.wrong(), [wrong(pointer, code)], "{query}");
    }
}

#[tokio::test]
async fn its_pages_together_are_the_whole_whatever_happens_meanwhile() {
    let house = House::sample().await;
    let owner = house.owner().await;
    for _ in 0..6 {
        house.owner().await;
    }
    let mut numbers = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = owner
            .get(&format!("/activity?limit=3&cursor={cursor}"))
            .await
            .expect(200);
        let items = page.at("/items");
        numbers.extend(
            items
                .as_array()
                .expect("items")
                .iter()
                .map(|entry| entry["number"].as_u64().expect("a number")),
        );
        house.owner().await;
        match page.at("/next").as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => break,
        }
    }
    assert_eq!(numbers, [7, 6, 5, 4, 3, 2, 1]);
}

#[tokio::test]
async fn as_a_file_it_is_harmless_in_a_spreadsheet() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("manager").await);
    let seen = owner.get(&path).await.etag();
    owner
        .patch(&path, &seen, json!({"name": "=cmd|' /C calc'!A0"}))
        .await
        .expect(200);
    let body = json!({"reason": "@SUM(A1), and \"more\""});
    owner.put(&format!("{path}/revocation"), body).await.expect(200);
    let file = owner.get("/activity.csv").await.expect(200);
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    assert_eq!(
        file.header("content-disposition"),
        Some("attachment; filename=\"activity.csv\"")
    );
    let lines: Vec<_> = file.text.split("\r\n").collect();
    assert!(lines[0].starts_with("number,at,kind,actor,"), "{}", lines[0]);
    assert!(
        lines[1].contains(",revoked,") && lines[1].contains(",'=cmd|"),
        "{}",
        lines[1]
    );
    assert!(lines[1].contains("\"'@SUM(A1), and \"\"more\"\"\""), "{}", lines[1]);
    assert_eq!(lines.len(), 5, "{}", file.text);
    let one = owner.get("/activity.csv?kind=revoked").await.expect(200);
    assert_eq!(one.text.split("\r\n").count(), 3);
}
