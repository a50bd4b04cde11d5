//! The list of staff: search, filters and order.

use serde_json::{Value, json};

use crate::support::{Browser, House, wrong};

async fn emails(owner: &Browser, query: &str) -> Vec<String> {
    let page = owner.get(&format!("/staff?{query}")).await.expect(200);
    let items = page.at("/items");
    let items = items.as_array().expect("there are items").iter();
    let emails: Vec<_> = items
        .map(|item| item["email"].as_str().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(page.at("/total"), emails.len(), "{query}");
    emails
        .iter()
        .map(|email| email.trim_end_matches("@example.test").to_owned())
        .collect()
}

async fn name(owner: &Browser, email: &str, name: &str) {
    owner
        .post("/staff", json!({"email": email, "name": name, "permissions": []}))
        .await
        .expect(201);
}

#[tokio::test]
async fn a_search_finds_parts_of_name_and_address_whatever_their_case() {
    let house = House::sample().await;
    let owner = house.owner().await;
    assert_eq!(emails(&owner, "q=SANTOSO").await, ["manager"]);
    assert_eq!(emails(&owner, "q=market").await, ["marketing"]);
    assert_eq!(emails(&owner, "q=%C3%85kesson").await, ["accountant"]);
    assert_eq!(emails(&owner, "q=%C3%A5KESSON").await, ["accountant"]);
    // The same letter, typed as `a` and a ring.
    assert_eq!(emails(&owner, "q=a%CC%8Akesson").await, ["accountant"]);
    assert_eq!(emails(&owner, "q=nystr%C3%B6m").await, ["paused"]);
    assert_eq!(emails(&owner, "q=zzz").await, Vec::<String>::new());
    assert_eq!(emails(&owner, "q=").await.len(), 11);
    // What stands before and after the line between name and address is not one text.
    assert_eq!(emails(&owner, "q=santosomanager").await, Vec::<String>::new());
}

#[tokio::test]
async fn what_is_a_wildcard_elsewhere_means_itself() {
    let house = House::sample().await;
    let owner = house.owner().await;
    name(&owner, "sale@example.test", "100% off").await;
    name(&owner, "under_score@example.test", "Back\\slash").await;
    name(&owner, "quote@example.test", "O'Hara \"Bobby\" -- DROP").await;
    assert_eq!(emails(&owner, "q=100%25").await, ["sale"]);
    assert_eq!(emails(&owner, "q=100%").await, ["sale"]);
    assert_eq!(emails(&owner, "q=%25").await, ["sale"]);
    assert_eq!(emails(&owner, "q=_").await, ["under_score"]);
    assert_eq!(emails(&owner, "q=%5C").await, ["under_score"]);
    assert_eq!(emails(&owner, "q=o%27hara").await, ["quote"]);
    assert_eq!(emails(&owner, "q=--%20drop").await, ["quote"]);
}

#[tokio::test]
async fn filters_are_for_status_role_and_what_is_held() {
    let house = House::sample().await;
    let owner = house.owner().await;
    assert_eq!(emails(&owner, "status=ended").await, ["former"]);
    assert_eq!(
        emails(&owner, "status=invited,suspended&sort=email").await,
        ["newcomer", "paused"]
    );
    assert_eq!(emails(&owner, "role=designer").await, ["designer"]);
    // By role; the former accountant holds nothing any more.
    assert_eq!(emails(&owner, "permission=settings.tax").await, ["accountant"]);
    assert_eq!(
        emails(&owner, "permission=website.content&sort=email").await,
        ["designer", "developer"]
    );
    owner.invite("direct@example.test", &["orders.refund"]).await;
    // Directly, by role, and what was given only because something else requires it.
    let holders = ["accountant", "direct", "fulfilment", "manager", "newcomer"];
    assert_eq!(emails(&owner, "permission=orders.view&sort=email").await, holders);
    assert_eq!(
        emails(&owner, "permission=orders.view&status=active&q=a&role=accountant").await,
        ["accountant"]
    );
}

#[tokio::test]
async fn every_page_says_how_many_stand_where_whatever_was_asked_for() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let counts = async |query: &str| {
        owner
            .get(&format!("/staff?{query}"))
            .await
            .expect(200)
            .at("/counts")
            .clone()
    };
    let mut expected = json!({});
    for status in ["invited", "onboarding", "active", "suspended", "ended"] {
        expected[status] = emails(&owner, &format!("status={status}")).await.len().into();
    }
    assert_eq!(expected["ended"], 1);
    for query in [
        "",
        "limit=1",
        "q=zzz",
        "status=ended",
        "role=designer&permission=website.view",
    ] {
        assert_eq!(counts(query).await, expected, "{query}");
    }
    owner.invite("one-more@example.test", &[]).await;
    expected["invited"] = (expected["invited"].as_u64().unwrap_or_default() + 1).into();
    assert_eq!(counts("status=active").await, expected);
}

#[tokio::test]
async fn the_order_is_by_name_unless_another_is_asked_for() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let by_name = [
        "nobody",
        "manager",
        "assistant",
        "marketing",
        "accountant",
        "former",
        "designer",
        "paused",
        "newcomer",
        "developer",
        "fulfilment",
    ];
    assert_eq!(emails(&owner, "").await, by_name);
    assert_eq!(emails(&owner, "sort=name").await, by_name);
    let mut reversed = by_name;
    reversed.reverse();
    assert_eq!(emails(&owner, "sort=-name").await, reversed);
    let by_seen = emails(&owner, "sort=-lastSeen").await;
    assert_eq!(by_seen[..3], ["manager", "fulfilment", "developer"]);
    assert_eq!(by_seen.last().map(String::as_str), Some("newcomer"));
    assert_eq!(
        emails(&owner, "sort=lastSeen").await.first().map(String::as_str),
        Some("newcomer")
    );
    let by_status = emails(&owner, "sort=status").await;
    assert_eq!(by_status.first().map(String::as_str), Some("newcomer"));
    assert_eq!(by_status.last().map(String::as_str), Some("former"));
    assert_eq!(
        emails(&owner, "sort=email").await.first().map(String::as_str),
        Some("accountant")
    );
}

#[tokio::test]
async fn a_member_is_shown_with_everything_the_owner_needs() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let manager = owner.find("manager@example.test").await;
    assert_eq!(manager["name"], "Budi Santoso");
    assert_eq!(manager["status"], "active");
    assert_eq!(manager["permissions"], json!([]));
    assert_eq!(manager["roles"], json!(["store-manager"]));
    assert_eq!(manager["lastSeen"], "2026-11-24T09:05:00Z");
    assert_eq!(manager["twoFactor"], false);
    assert_eq!(manager["starts"], Value::Null);
    assert!(manager.get("starts").is_some() && manager.get("invitation").is_none());
    let newcomer = owner.find("newcomer@example.test").await;
    assert_eq!(newcomer["invitation"], json!({"expires": "2026-12-01T09:30:00Z"}));
    assert_eq!(newcomer["lastSeen"], Value::Null);
    let former = owner.find("former@example.test").await;
    assert_eq!(former["ends"], "2026-10-10T09:30:00Z");
}

#[tokio::test]
async fn a_question_that_is_not_understood_is_refused() {
    let house = House::sample().await;
    let owner = house.owner().await;
    for (query, pointer, code) in [
        ("limit=0", "/limit", "malformed"),
        ("limit=201", "/limit", "malformed"),
        ("limit=-1", "/limit", "malformed"),
        ("limit=ten", "/limit", "malformed"),
        ("limit=99999999999999999999", "/limit", "malformed"),
        ("sort=password", "/sort", "unknown-value"),
        ("sort=--name", "/sort", "unknown-value"),
        ("status=dead", "/status", "unknown-value"),
        ("role=emperor", "/role", "unknown-value"),
        ("permission=orders.all", "/permission", "unknown-value"),
        ("cursor=garbage", "/cursor", "malformed"),
        ("cursor=eyJxdWVzdGlvbiI6IiJ9", "/cursor", "malformed"),
        ("stauts=ended", "/stauts", "unknown-member"),
        ("q=a&q=b", "/q", "malformed"),
        ("q=a%00b", "/q", "malformed"),
    ] {
        let answer = owner.get(&format!("/staff?{query}")).await;
        assert_eq!(answer.wrong(), [wrong(pointer, code)], "{query}");
    }
    let answer = owner.get(&format!("/staff?q={}", "x".repeat(255))).await;
    assert_eq!(answer.wrong(), [wrong("/q", "too-long")]);
}
