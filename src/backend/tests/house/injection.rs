//! Line ends and other marks where they do not belong, in a path, a question or a name: no header, no line of a file and
//! no query becomes another by them.

use serde_json::json;

use crate::support::{Answer, Browser, House};

const MARKS: [&str; 8] = [
    "%0d%0aSet-Cookie:%20evil=1",
    "%0aSet-Cookie:evil=1",
    "%e5%98%8a%e5%98%8dSet-Cookie:evil=1",
    "%00",
    "'%20OR%20'1'='1",
    "%22;DROP%20TABLE%20accounts;--",
    "..%2f..%2f..%2fetc%2fpasswd",
    "%25%30%64%25%30%61x",
];

fn is_clean(answer: &Answer, path: &str) {
    assert!(answer.status.as_u16() < 500, "{path}: {answer:?}");
    let set = answer.headers.get_all("set-cookie");
    assert!(
        set.iter().all(|cookie| !cookie.as_bytes().starts_with(b"evil")),
        "{path}: {answer:?}"
    );
    assert!(!answer.text.contains("root:"), "{path}");
    assert_eq!(answer.header("location"), None, "{path}");
}

async fn total(owner: &Browser) -> serde_json::Value {
    owner.get("/staff").await.expect(200).at("/total")
}

#[tokio::test]
async fn marks_in_an_address_are_only_an_address() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let before = total(&owner).await;
    for marks in MARKS {
        for path in [
            format!("/staff/{marks}"),
            format!("/staff/{marks}/uses"),
            format!("/roles/{marks}"),
            format!("/resources/{marks}"),
            format!("/resources/orders/{marks}"),
            format!("/reports/{marks}"),
            format!("/invitations/{marks}"),
            format!("/staff?q={marks}"),
            format!("/staff?sort={marks}"),
            format!("/staff?status={marks}&role={marks}&permission={marks}"),
            format!("/staff?cursor={marks}&limit={marks}"),
            format!("/resources/orders?q={marks}"),
            format!("/resources/orders?payment={marks}&sort={marks}"),
            format!("/resources/orders/export.csv?q={marks}"),
            format!("/activity?actor={marks}&subject={marks}&from={marks}"),
            format!("/activity.csv?q={marks}"),
            format!("/events?after={marks}"),
        ] {
            is_clean(&owner.get(&path).await, &path);
        }
        let path = format!("/staff/{marks}/revocation");
        is_clean(&owner.put(&path, json!({})).await, &path);
    }
    assert_eq!(total(&owner).await, before);
}

#[tokio::test]
async fn a_question_that_is_a_query_finds_nobody() {
    let house = House::sample().await;
    let owner = house.owner().await;
    for question in ["' OR '1'='1", "\" OR 1=1 --", "%", "_", "\\", "*"] {
        let quoted: String = form_urlencoded::byte_serialize(question.as_bytes()).collect();
        let found = owner.get(&format!("/staff?q={quoted}")).await.expect(200);
        assert_eq!(found.at("/total"), 0, "{question}");
    }
}

#[tokio::test]
async fn line_ends_in_a_name_are_refused_or_become_one_line() {
    let house = House::sample().await;
    let owner = house.owner().await;
    for (number, name) in [
        "Nils\r\nBcc: all@example.test",
        "Nils\u{2028}Nilsson",
        "Nils\u{0}",
        "Nils\u{202e}nosslin",
    ]
    .into_iter()
    .enumerate()
    {
        let email = format!("line{number}@example.test");
        let answer = owner
            .post("/staff", json!({"email": email, "name": name, "permissions": []}))
            .await;
        if answer.status == 201 {
            let kept = answer.text_at("/account/name");
            let marks = kept
                .chars()
                .filter(|mark| mark.is_control() || "\u{2028}\u{202e}".contains(*mark));
            assert_eq!(marks.count(), 0, "{kept:?}");
        } else {
            assert_eq!(answer.wrong()[0].0, "/name", "{name:?}");
        }
    }
}
