//! Lists of records: order, pages, filters, search, and what of it is refused.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::parcels::{house, parcel};
use crate::support::{Browser, wrong};

/// Makes parcels to these people, with these members besides.
async fn make(owner: &Browser, parcels: &[(&str, Value)]) {
    for (to, more) in parcels {
        let mut body = parcel(to);
        for (name, value) in more.as_object().expect("members") {
            body[name] = value.clone();
        }
        owner.post("/resources/parcels", body).await.expect(201);
    }
}

/// To whom the parcels of a list are, in its order.
async fn to(browser: &Browser, question: &str) -> Vec<String> {
    let page = browser.get(&format!("/resources/parcels{question}")).await.expect(200);
    let items = page.at("/items");
    let items = items.as_array().expect("a list").iter();
    items
        .map(|item| item["fields"]["to"].as_str().unwrap_or_default().to_owned())
        .collect()
}

fn fee(amount: &str) -> Value {
    json!({ "fee": { "amount": amount, "currency": "EUR" } })
}

#[tokio::test]
async fn every_record_is_on_exactly_one_page_whatever_the_order() {
    let house = house().await;
    let owner = house.owner().await;
    for n in 0..23 {
        // Many share what they are sorted by, and some have nothing there.
        let mut more = fee(&(n % 3).to_string());
        more["weight"] = if n % 4 == 0 { json!(null) } else { json!(n % 4) };
        more["insured"] = json!(n % 2 == 0);
        make(&owner, &[(&format!("Customer {}", n % 5), more)]).await;
    }
    let sorts = [
        "", "to", "-to", "sent", "-due", "fee", "-fee", "weight", "-weight", "state", "-insured",
    ];
    for (sort, search) in sorts.into_iter().flat_map(|sort| [(sort, ""), (sort, "&q=customer")]) {
        let mut seen = BTreeSet::new();
        let mut keys: Vec<Value> = Vec::new();
        let mut cursor = String::new();
        loop {
            let path = format!("/resources/parcels?limit=4&sort={sort}&cursor={cursor}{search}");
            let page = owner.get(&path).await.expect(200);
            assert_eq!(page.at("/total"), 23);
            for item in page.at("/items").as_array().expect("a list") {
                assert!(seen.insert(item["id"].to_string()), "{sort}: {item} is there twice");
                keys.push(item["fields"][sort.trim_start_matches('-')].clone());
            }
            match page.at("/next") {
                Value::String(next) => cursor = next,
                _ => break,
            }
        }
        assert_eq!(seen.len(), 23, "{sort}");
        if sort.ends_with("weight") {
            let mut weights: Vec<i64> = keys.iter().map(|key| key.as_i64().unwrap_or(-1)).collect();
            if sort.starts_with('-') {
                weights.reverse();
            }
            assert!(weights.is_sorted(), "{sort}: {weights:?}");
        }
    }
}

#[tokio::test]
async fn a_list_is_narrowed_by_what_its_descriptor_names() {
    let house = house().await;
    let owner = house.owner().await;
    make(
        &owner,
        &[
            (
                "Åsa",
                json!({ "state": "sent", "insured": true, "fee": { "amount": "9.90", "currency": "EUR" } }),
            ),
            (
                "Budi",
                json!({ "state": "lost", "sent": "2026-11-25T00:00:00Z", "due": null }),
            ),
            (
                "Cecilia",
                json!({ "weight": 10, "fee": { "amount": "10", "currency": "EUR" }, "due": "2026-12-01" }),
            ),
        ],
    )
    .await;
    for (question, wanted) in [
        ("?sort=to&state=sent", &["Åsa"][..]),
        ("?sort=to&state=sent,lost", &["Budi", "Åsa"]),
        ("?sort=to&insured=true", &["Åsa"]),
        ("?sort=to&insured=false", &["Budi", "Cecilia"]),
        ("?sort=fee&fee=9.9..", &["Åsa", "Cecilia"]),
        ("?sort=fee&fee=..9.95", &["Åsa"]),
        ("?sort=to&fee=..", &["Cecilia", "Åsa"]),
        ("?sort=to&weight=2.5", &["Budi", "Åsa"]),
        ("?sort=to&sent=2026-11-24..2026-11-24", &["Cecilia", "Åsa"]),
        (
            "?sort=to&sent=2026-11-24T09:30:00Z..2026-11-24T09:30:00Z",
            &["Cecilia", "Åsa"],
        ),
        ("?sort=to&sent=2026-11-24T09:30:01Z..", &["Budi"]),
        ("?sort=to&due=..2026-12-31", &["Cecilia", "Åsa"]),
        ("?sort=to&state=", &["Budi", "Cecilia", "Åsa"]),
        ("?q=%C3%A5SA", &["Åsa"]),
        ("?q=%25", &[]),
        ("?q=a&sort=-to&state=lost,packed", &["Cecilia"]),
    ] {
        assert_eq!(to(&owner, question).await, wanted, "{question}");
    }
}

#[tokio::test]
async fn what_is_not_understood_is_refused_and_never_left_out() {
    let house = house().await;
    let owner = house.owner().await;
    let products = owner.get("/resources/products?limit=1").await.expect(200);
    assert_eq!(products.at("/items"), json!([]));
    for (question, fault) in [
        ("colour=red", wrong("/colour", "unknown-member")),
        ("to=Budi", wrong("/to", "unknown-member")),
        ("state=gone", wrong("/state", "unknown-value")),
        ("insured=perhaps", wrong("/insured", "unknown-value")),
        ("fee=cheap..", wrong("/fee", "malformed")),
        ("due=2026-02-30..", wrong("/due", "malformed")),
        ("sort=note", wrong("/sort", "unknown-value")),
        ("sort=margin", wrong("/sort", "unknown-value")),
        ("limit=0", wrong("/limit", "malformed")),
        ("limit=201", wrong("/limit", "malformed")),
        ("cursor=abc", wrong("/cursor", "malformed")),
        ("state=sent&state=lost", wrong("/state", "malformed")),
    ] {
        let answer = owner.get(&format!("/resources/parcels?{question}")).await;
        assert_eq!(answer.wrong(), [fault], "{question}");
    }
    make(&owner, &[("A", json!({})), ("B", json!({}))]).await;
    let page = owner.get("/resources/parcels?limit=1&sort=to").await.expect(200);
    let cursor = page.text_at("/next");
    let other = format!("/resources/parcels?limit=1&sort=-to&cursor={cursor}");
    assert_eq!(owner.get(&other).await.wrong(), [wrong("/cursor", "malformed")]);
}

#[tokio::test]
async fn a_list_leaves_out_what_is_long_and_in_no_column() {
    let house = house().await;
    let owner = house.owner().await;
    make(
        &owner,
        &[("A", json!({ "note": "many words", "contents": [{ "what": "Lamp" }] }))],
    )
    .await;
    let page = owner.get("/resources/parcels").await.expect(200);
    assert_eq!(page.at("/items/0/fields/note"), json!(null));
    assert_eq!(page.at("/items/0/fields/contents"), json!(null));
    let id = page.text_at("/items/0/id");
    let whole = owner.get(&format!("/resources/parcels/{id}")).await.expect(200);
    assert_eq!(whole.at("/fields/note"), "many words");
    assert_eq!(whole.at("/fields/contents/0/what"), "Lamp");
    // What is left out is searched all the same.
    assert_eq!(to(&owner, "?q=many+words").await, ["A"]);
    assert_eq!(to(&owner, "?q=lamp").await, ["A"]);
}
