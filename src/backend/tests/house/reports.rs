//! Reports and the first page: held against what the lists of orders and carts themselves say.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::support::{Answer, Browser, House, wrong};

/// Half a year up to the day of the tests, in which all of the sample store's trade lies.
const ALL: &str = "from=2026-05-01&to=2026-11-24";

/// Every record of a list.
async fn all(browser: &Browser, path: &str) -> Vec<Value> {
    let mut records = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = browser
            .get(&format!("{path}?limit=50&cursor={cursor}"))
            .await
            .expect(200);
        records.extend(page.at("/items").as_array().cloned().unwrap_or_default());
        match page.at("/next").as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => return records,
        }
    }
}

fn amount(value: &Value) -> Decimal {
    let text = value.as_str().unwrap_or("0");
    text.parse().unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn paid(order: &Value) -> bool {
    ["paid", "partlyRefunded", "refunded"].contains(&order["fields"]["payment"].as_str().unwrap_or_default())
}

#[tokio::test]
async fn the_figures_are_those_of_the_orders() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let orders = all(&owner, "/resources/orders").await;
    let mut whole = Vec::new();
    for order in orders {
        let path = format!("/resources/orders/{}", order["id"].as_str().expect("an id"));
        whole.push(owner.get(&path).await.expect(200).json());
    }
    let net: Decimal = whole
        .iter()
        .filter(|order| paid(order))
        .map(|order| amount(&order["fields"]["total"]["amount"]) - amount(&order["fields"]["refunded"]["amount"]))
        .sum();
    let living = whole
        .iter()
        .filter(|order| order["fields"]["payment"] != "cancelled")
        .count();
    assert!(net > Decimal::ZERO && living > 50);

    let marketing = house.signed_in("marketing").await;
    let report = |id: &str| format!("/reports/{id}?{ALL}");
    let sales = marketing.get(&report("sales")).await.expect(200);
    assert_eq!(amount(&sales.at("/total/value")), net);
    assert_eq!(sales.at("/unit"), json!({"money": "EUR"}));
    assert_eq!(sales.at("/axis"), json!({"time": "week"}));
    let points = sales.at("/points");
    let points = points.as_array().expect("points");
    assert_eq!(points.len(), 30);
    assert_eq!(points.iter().map(|point| amount(&point["value"])).sum::<Decimal>(), net);

    let count = marketing.get(&report("orders")).await.expect(200);
    assert_eq!(count.at("/total/value"), living.to_string());

    let channels = marketing.get(&report("channels")).await.expect(200);
    assert_eq!(amount(&channels.at("/total/value")), net);
    assert_eq!(channels.at("/axis"), "things");
    let largest = channels.at("/points/0/value");
    assert!(amount(&largest) >= amount(&channels.at("/points/1/value")));
    assert!(channels.at("/points/0/label/sv").is_string());

    let sold: Decimal = whole
        .iter()
        .filter(|order| paid(order))
        .flat_map(|order| order["fields"]["lines"].as_array().cloned().unwrap_or_default())
        .map(|line| Decimal::from(line["quantity"].as_i64().expect("a number")))
        .sum();
    let best = marketing.get(&report("best-sellers")).await.expect(200);
    assert_eq!(amount(&best.at("/total/value")), sold);
    assert_eq!(best.at("/points").as_array().map(Vec::len), Some(10));

    let left = all(&owner, "/resources/carts").await;
    let left = left
        .iter()
        .filter(|cart| cart["fields"]["status"] != "recovered")
        .count();
    let percent = Decimal::from(100 * living) / Decimal::from(living + left);
    let conversion = marketing.get(&report("conversion")).await.expect(200);
    assert_eq!(amount(&conversion.at("/total/value")), percent.round_dp(1));
}

#[tokio::test]
async fn a_refund_shows_in_the_sales_at_once() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let sales = || async { amount(&owner.get(&format!("/reports/sales?{ALL}")).await.at("/total/value")) };
    let before = sales().await;
    let paid = owner.get("/resources/orders?payment=paid&limit=1").await.expect(200);
    let id = paid.text_at("/items/0/id");
    let refund = json!({"amount": {"amount": "1.25", "currency": "EUR"}, "reason": "Scratched", "restock": false});
    owner
        .post(&format!("/resources/orders/{id}/commands/refund"), refund)
        .await
        .expect(200);
    assert_eq!(sales().await, before - Decimal::new(125, 2));
}

#[tokio::test]
async fn the_span_before_stands_beside_the_span() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let now = owner
        .get("/reports/orders?from=2026-11-01&to=2026-11-10&compare=true")
        .await
        .expect(200);
    let before = owner
        .get("/reports/orders?from=2026-10-22&to=2026-10-31")
        .await
        .expect(200);
    assert_eq!(now.at("/total/before"), before.at("/total/value"));
    assert_eq!(before.at("/total/before"), Value::Null);
    for n in 0..10 {
        let pointer = format!("/points/{n}");
        assert_eq!(
            now.at(&format!("{pointer}/before")),
            before.at(&format!("{pointer}/value"))
        );
    }
    assert_eq!(now.at("/axis"), json!({"time": "day"}));

    // Nothing said: the last thirty days.
    let usual = owner.get("/reports/orders").await.expect(200);
    assert_eq!(
        (usual.at("/from"), usual.at("/to")),
        (json!("2026-10-26"), json!("2026-11-24"))
    );
}

#[tokio::test]
async fn what_is_no_span_is_refused() {
    let house = House::sample().await;
    let owner = house.owner().await;
    for (query, expected) in [
        ("from=yesterday", wrong("/from", "malformed")),
        ("to=2026-02-30", wrong("/to", "malformed")),
        ("from=2026-11-02&to=2026-11-01", wrong("/to", "ends-before-start")),
        ("from=2020-01-01&to=2026-11-01", wrong("/from", "above-maximum")),
        ("compare=perhaps", wrong("/compare", "malformed")),
        ("until=2026-11-01", wrong("/until", "unknown-member")),
    ] {
        assert_eq!(
            owner.get(&format!("/reports/sales?{query}")).await.wrong(),
            [expected],
            "{query}"
        );
    }
    assert_eq!(
        owner.get("/reports/horoscope").await.refusal(),
        (404, "not-found".into())
    );
    // A store without any trade has reports all the same.
    let listed = owner.get("/reports").await.expect(200);
    for report in listed.at("/items").as_array().expect("reports") {
        let id = report["id"].as_str().expect("an id");
        let report = owner.get(&format!("/reports/{id}?compare=true")).await.expect(200);
        assert_eq!(amount(&report.at("/total/value")), Decimal::ZERO, "{id}");
    }
}

#[tokio::test]
async fn a_file_has_the_same_figures_and_runs_nothing() {
    let house = House::trading().await;
    let accountant = house.signed_in("accountant").await;
    let file = accountant
        .get("/reports/sales/export.csv?from=2026-11-01&to=2026-11-03")
        .await
        .expect(200);
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    let name = "attachment; filename=\"sales-2026-11-01-2026-11-03.csv\"";
    assert_eq!(file.header("content-disposition"), Some(name));
    let report = accountant
        .get("/reports/sales?from=2026-11-01&to=2026-11-03")
        .await
        .expect(200);
    let rows: Vec<_> = file.text.lines().skip(1).map(str::to_owned).collect();
    let points = report.at("/points");
    let expected: Vec<_> = points
        .as_array()
        .expect("points")
        .iter()
        .map(|point| {
            format!(
                "{},{}",
                point["key"].as_str().unwrap_or(""),
                point["value"].as_str().unwrap_or("")
            )
        })
        .collect();
    assert_eq!(rows, expected);
    let compared = accountant
        .get("/reports/sales/export.csv?from=2026-11-01&to=2026-11-03&compare=true")
        .await
        .expect(200);
    // The accountant has chosen no language, so that it is English.
    assert_eq!(compared.text.lines().next(), Some(",Sales,Before"));
    // A reader alone takes no files out.
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("nobody").await);
    let seen = owner.get(&path).await.etag();
    owner
        .patch(&path, &seen, json!({"permissions": ["reports.view"]}))
        .await
        .expect(200);
    let reader = house.signed_in("nobody").await;
    reader.get("/reports/sales").await.expect(200);
    let refused = reader.get("/reports/sales/export.csv").await;
    assert_eq!(refused.refusal(), (403, "missing-permission".into()));
    assert_eq!(refused.at("/missing"), json!(["reports.export"]));
}

#[tokio::test]
async fn the_first_page_tells_each_person_only_what_their_lists_would() {
    let house = House::trading().await;
    let owner = house.owner().await.get("/overview").await.expect(200);
    let sections = |facts: &Value| -> Vec<String> {
        let facts = facts.as_array().cloned().unwrap_or_default();
        facts
            .iter()
            .map(|fact| {
                format!(
                    "{} {}",
                    fact["section"].as_str().unwrap_or(""),
                    fact["path"].as_str().unwrap_or("")
                )
            })
            .collect()
    };
    let whole = sections(&owner.at("/facts"));
    assert!(
        whole.contains(&"sales /sales/orders?fulfilment=toShip".to_owned()),
        "{whole:?}"
    );
    assert!(owner.at("/sales/total/value").is_string());
    for (mailbox, section, sales) in [
        ("fulfilment", vec!["sales", "catalog"], false),
        ("marketing", vec!["marketing"], true),
        ("developer", vec!["website"], false),
        ("nobody", vec![], false),
    ] {
        let overview = house.signed_in(mailbox).await.get("/overview").await.expect(200);
        let expected: Vec<_> = whole
            .iter()
            .filter(|fact| section.iter().any(|section| fact.starts_with(&format!("{section} "))))
            .cloned()
            .collect();
        assert_eq!(sections(&overview.at("/facts")), expected, "{mailbox}");
        assert_eq!(overview.at("/sales").is_object(), sales, "{mailbox}");
    }
    // A fact is what the list that it leads to counts.
    let owner = house.owner().await;
    let facts = owner.get("/overview").await.at("/facts");
    let to_ship = &facts[0];
    let list = owner.get("/resources/orders?fulfilment=toShip").await.at("/total");
    assert_eq!(to_ship["figure"]["value"], list.to_string());
}

#[tokio::test]
async fn the_first_page_tells_of_the_site_what_each_may_see_of_it() {
    let house = House::sample().await;
    let of = |overview: &Answer, path: &str| -> Option<Value> {
        let facts = overview.at("/facts");
        let facts = facts.as_array().expect("they are facts").iter();
        let mut here = facts.filter(|fact| fact["section"] == "website" && fact["path"] == path);
        here.next().cloned()
    };
    let (published, unpublished) = ("/website/pages?published=true", "/website/pages?published=false");
    let owner = house.owner().await;
    let overview = owner.get("/overview").await.expect(200);
    for path in [published, unpublished] {
        let list = path.replace("/website/", "/resources/");
        let total = owner.get(&list).await.expect(200).at("/total");
        let fact = of(&overview, path).expect("it is told");
        assert_eq!(fact["figure"]["value"], total.to_string(), "{path}");
    }
    // The sample store has an address that nobody has checked yet.
    let address = of(&overview, "/website/address").expect("it is told");
    assert_eq!(
        (&address["figure"]["value"], &address["tone"]),
        (&json!("1"), &json!("attention"))
    );
    let site = "/resources/site-address/site-address";
    let seen = owner.get(site).await.etag();
    owner.patch(site, &seen, json!({"domain": null})).await.expect(200);
    let none = of(&owner.get("/overview").await.expect(200), "/website/address").expect("it is told");
    assert_eq!(
        (&none["figure"]["value"], &none["tone"]),
        (&json!("0"), &json!("neutral"))
    );

    // A page that is published counts at once; who sees the site and not its address hears of the pages alone.
    let designer = house.signed_in("designer").await;
    let before = of(&designer.get("/overview").await.expect(200), published).expect("it is told");
    let page = json!({"title": "Opening hours", "published": true});
    designer.post("/resources/pages", page).await.expect(201);
    let after = designer.get("/overview").await.expect(200);
    let count = |fact: &Value| {
        fact["figure"]["value"]
            .as_str()
            .and_then(|text| text.parse::<u64>().ok())
    };
    let after_it = of(&after, published).expect("it is told");
    assert_eq!(count(&after_it), count(&before).map(|count| count + 1));
    assert_eq!(of(&after, "/website/address"), None);
    let assistant = house.signed_in("assistant").await.get("/overview").await.expect(200);
    assert_eq!(of(&assistant, published), None);
}

#[tokio::test]
async fn the_first_page_counts_what_is_so_today() {
    let house = House::sample().await;
    let running = |overview: &Answer| -> Value {
        let facts = overview.at("/facts");
        let mut facts = facts.as_array().expect("they are facts").iter();
        let fact = facts.find(|fact| fact["path"] == "/marketing/campaigns?status=running");
        fact.expect("it is told")["figure"]["value"].clone()
    };
    let owner = house.owner().await;
    let before = running(&owner.get("/overview").await.expect(200));
    let campaign =
        json!({"name": "Doors of spring", "channel": "search", "starts": "2026-11-26", "ends": "2026-11-30"});
    owner.post("/resources/campaigns", campaign).await.expect(201);
    house.clock.advance(2 * 86_400_000);
    let owner = house.owner().await;
    // Nobody has looked at the list today.
    let now = running(&owner.get("/overview").await.expect(200));
    let total = owner
        .get("/resources/campaigns?status=running&limit=1")
        .await
        .expect(200)
        .at("/total");
    assert_eq!(now, total.to_string());
    assert_ne!(now, before);
}
