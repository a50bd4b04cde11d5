//! Records: how each kind of field is kept, what is refused, what is done once, and what comes back.

use serde_json::json;

use super::parcels::{house, parcel};
use crate::support::wrong;

#[tokio::test]
async fn each_kind_of_field_is_kept_in_its_form() {
    let house = house().await;
    let owner = house.owner().await;
    let lamp = json!({ "name": "Lamp", "price": { "amount": "5", "currency": "EUR" } });
    let lamp = owner.post("/resources/products", lamp).await.expect(201).text_at("/id");
    let body = json!({
        "to": "  A\u{30a}sa ", "note": " two\nlines ", "insured": true, "sent": "2026-11-24T10:30:00+01:00",
        "due": "", "fee": { "amount": "9.9", "currency": "EUR" }, "weight": 0.5, "product": lamp,
        "address": { "name": "Åsa", "street": "Storgatan 1", "postcode": "", "city": "Göteborg", "country": "SE" },
        "picture": { "src": "data:image/png;base64,iVBORw0KGgo=", "alt": " A lamp " },
        "tags": ["glass"],
        "contents": [{ "what": " Bulb ", "product": lamp, "worth": { "amount": "1", "currency": "EUR" } }],
    });
    let made = owner.post("/resources/parcels", body).await.expect(201);
    let lamp = json!({ "id": lamp, "name": "Lamp" });
    assert_eq!(
        made.at("/fields"),
        json!({
            "to": "Åsa", "note": "two\nlines", "state": "packed", "insured": true, "sent": "2026-11-24T09:30:00Z",
            "fee": { "amount": "9.90", "currency": "EUR" }, "weight": 0.5, "product": lamp,
            "address": { "name": "Åsa", "street": "Storgatan 1", "city": "Göteborg", "country": "SE" },
            "picture": { "src": "data:image/png;base64,iVBORw0KGgo=", "alt": "A lamp" },
            "tags": ["glass"],
            "contents": [{ "what": "Bulb", "product": lamp, "worth": { "amount": "1.00", "currency": "EUR" } }],
        })
    );
    let path = format!("/resources/parcels/{}", made.text_at("/id"));
    // A patch goes into what has members, and puts lists in place of lists.
    let wanted = json!({ "address": { "city": "Malmö", "region": "Skåne" }, "contents": [], "picture": null });
    let changed = owner.patch(&path, "\"1\"", wanted).await.expect(200);
    assert_eq!(changed.at("/fields/address/street"), "Storgatan 1");
    assert_eq!(changed.at("/fields/address/city"), "Malmö");
    assert_eq!(changed.at("/fields/contents"), json!([]));
    assert_eq!(changed.at("/fields/picture"), json!(null));
}

#[tokio::test]
async fn every_fault_is_named_where_it_is() {
    let house = house().await;
    let owner = house.owner().await;
    let answer = owner
        .post(
            "/resources/parcels",
            json!({
                "to": "a\u{202e}b", "state": "gone", "sent": "today", "due": "2026-02-30", "weight": "heavy",
                "fee": { "amount": "1.234", "currency": "EUR" }, "tags": ["glass", "glass"],
                "address": { "name": "Åsa" },
                "contents": [{ "what": "" }, { "what": "Bulb", "colour": "red" }],
                "picture": { "src": "https://elsewhere.example/a.png" },
            }),
        )
        .await;
    let mut found = answer.wrong();
    found.sort();
    let mut all = [
        wrong("/to", "malformed"),
        wrong("/state", "unknown-value"),
        wrong("/sent", "malformed"),
        wrong("/due", "malformed"),
        wrong("/weight", "wrong-type"),
        wrong("/fee/amount", "malformed"),
        wrong("/tags", "malformed"),
        wrong("/address/street", "required"),
        wrong("/address/city", "required"),
        wrong("/address/country", "required"),
        wrong("/contents/0/what", "required"),
        wrong("/contents/1/colour", "unknown-member"),
        wrong("/picture/src", "malformed"),
    ];
    all.sort();
    assert_eq!(found, all);
    let mut body = parcel("Budi");
    body["contents"] = json!([{ "what": "Bulb", "product": "none", "worth": { "amount": "1", "currency": "SEK" } }]);
    let mut found = owner.post("/resources/parcels", body).await.wrong();
    found.sort();
    let all = [
        wrong("/contents/0/product", "unknown-value"),
        wrong("/contents/0/worth/currency", "unknown-value"),
    ];
    assert_eq!(found, all);
    assert_eq!(owner.get("/resources/parcels").await.expect(200).at("/total"), 0);
}

#[tokio::test]
async fn making_one_twice_with_the_same_key_makes_one() {
    let house = house().await;
    let owner = house.owner().await;
    let key = [("idempotency-key", "0123456789abcdef")];
    let body = parcel("Budi");
    let first = owner
        .ask("POST", "/resources/parcels", &key, Some(&body))
        .await
        .expect(201);
    let again = owner
        .ask("POST", "/resources/parcels", &key, Some(&body))
        .await
        .expect(201);
    assert_eq!(first.text, again.text);
    assert_eq!(first.etag(), again.etag());
    let other = owner
        .ask("POST", "/resources/parcels", &key, Some(&parcel("Citra")))
        .await;
    assert_eq!(other.refusal(), (422, "idempotency-mismatch".into()));
    // The key is of this call alone.
    let product = json!({ "name": "Lamp", "price": { "amount": "5", "currency": "EUR" }, "stock": 1 });
    let product = owner
        .ask("POST", "/resources/products", &key, Some(&product))
        .await
        .expect(201);
    let command = format!("/resources/products/{}/commands/adjust-stock", product.text_at("/id"));
    for _ in 0..3 {
        let done = owner
            .ask("POST", &command, &key, Some(&json!({ "by": 1 })))
            .await
            .expect(200);
        assert_eq!(done.at("/record/fields/stock"), 2);
    }
    assert_eq!(owner.get("/resources/parcels").await.expect(200).at("/total"), 1);
}

#[tokio::test]
async fn what_was_taken_away_can_be_brought_back_for_an_hour() {
    const HOUR: i64 = 60 * 60_000;
    let house = house().await;
    let owner = house.owner().await;
    let mut paths = Vec::new();
    for to in ["Budi", "Citra"] {
        let made = owner.post("/resources/parcels", parcel(to)).await.expect(201);
        paths.push(format!("/resources/parcels/{}", made.text_at("/id")));
    }
    let seen = [("if-match", "\"1\"")];
    let stale = owner.ask("DELETE", &paths[0], &[("if-match", "\"7\"")], None).await;
    assert_eq!(stale.refusal(), (412, "stale".into()));
    assert_eq!(stale.at("/current/fields/to"), "Budi");
    for path in &paths {
        owner.ask("DELETE", path, &seen, None).await.expect(204);
        let again = owner.ask("DELETE", path, &seen, None).await;
        assert_eq!(again.refusal(), (404, "not-found".into()));
        let patch = owner.patch(path, "\"2\"", json!({ "to": "Dewi" })).await;
        assert_eq!(patch.refusal(), (404, "not-found".into()));
    }
    assert_eq!(owner.get("/resources/parcels").await.expect(200).at("/total"), 0);

    house.clock.advance(HOUR - 1);
    let back = owner
        .put(&format!("{}/restoration", paths[0]), json!({}))
        .await
        .expect(200);
    assert_eq!(back.at("/fields/to"), "Budi");
    assert_eq!(back.etag(), "\"3\"");
    let again = owner
        .put(&format!("{}/restoration", paths[0]), json!({}))
        .await
        .expect(200);
    assert_eq!(again.etag(), "\"3\"", "what is there stays as it is");

    house.clock.advance(1);
    let late = owner.put(&format!("{}/restoration", paths[1]), json!({})).await;
    assert_eq!(late.refusal(), (404, "not-found".into()));
    // The next change of the list forgets it for good.
    let kept = || async {
        let sql = "SELECT COUNT(*) FROM r_parcels_whole";
        let count: i64 = sqlx::query_scalar(sql)
            .fetch_one(house.app.database())
            .await
            .expect("a number");
        count
    };
    assert_eq!(kept().await, 2);
    owner.post("/resources/parcels", parcel("Dewi")).await.expect(201);
    assert_eq!(kept().await, 2, "one came and one went");
}

#[tokio::test]
async fn what_is_gone_for_good_is_forgotten_at_the_next_start_at_the_latest() {
    let house = house().await;
    let owner = house.owner().await;
    let lamp = json!({ "name": "Lamp", "price": { "amount": "5", "currency": "EUR" }, "stock": 3.0 });
    let lamp = owner.post("/resources/products", lamp).await.expect(201);
    assert_eq!(
        lamp.at("/fields/stock").to_string(),
        "3",
        "a whole number is kept as one"
    );
    let path = format!("/resources/products/{}", lamp.text_at("/id"));
    owner
        .ask("DELETE", &path, &[("if-match", "\"1\"")], None)
        .await
        .expect(204);
    house.clock.advance(60 * 60_000);
    let house = house.restart(latchkey_backend::Seed::Empty).await;
    for table in ["r_products", "r_products_whole"] {
        let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
        let count: i64 = sqlx::query_scalar(sql)
            .fetch_one(house.app.database())
            .await
            .expect("a number");
        assert_eq!(count, 0, "{table}");
    }
}

#[tokio::test]
async fn a_file_has_what_the_person_may_see_and_no_formulas() {
    let house = house().await;
    let owner = house.owner().await;
    let mut body = parcel("=HYPERLINK(\"x\")");
    body["fee"] = json!({ "amount": "9.9", "currency": "EUR" });
    body["state"] = json!("sent");
    body["margin"] = json!(-3);
    owner.post("/resources/parcels", body).await.expect(201);
    let seen = owner.get("/profile").await.expect(200).etag();
    owner
        .patch("/profile", &seen, json!({ "language": "sv" }))
        .await
        .expect(200);
    let file = owner.get("/resources/parcels/export.csv?state=sent").await.expect(200);
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    assert_eq!(
        file.header("content-disposition"),
        Some("attachment; filename=\"parcels.csv\"")
    );
    assert_eq!(file.header("cache-control"), Some("no-store"));
    assert_eq!(
        file.text,
        "To,Note,State,Product,Insured,Sent,Due,Avgift (EUR),Weight,Margin,Address,Tags\r\n\
         \"'=HYPERLINK(\"\"x\"\")\",,Skickat,,,2026-11-24T09:30:00Z,2026-11-30,9.90,2.5,-3,,\r\n"
    );
    let none = owner.get("/resources/parcels/export.csv?state=lost").await.expect(200);
    assert_eq!(none.text.lines().count(), 1);
    let pages = owner.get("/resources/parcels/export.csv?limit=1").await;
    assert_eq!(pages.wrong(), [wrong("/limit", "unknown-member")]);
    let clerk = super::parcels::holding(&house, &["orders.manage"]).await;
    let file = clerk.get("/resources/parcels/export.csv").await.expect(200);
    assert!(
        !file.text.contains("Margin") && !file.text.contains(",-3,"),
        "{}",
        file.text
    );
}
