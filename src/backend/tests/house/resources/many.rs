//! Many records: a page of a list takes no longer for there being a hundred thousand of them.

use std::time::{Duration, Instant};

use sqlx::{AssertSqlSafe, query};

use super::parcels;

/// How many.
const MANY: u64 = 100_000;

/// What each question may take. A release build on two cores stays below a tenth of a second; a build for tests, beside
/// other tests, gets ten times that.
const LIMIT: Duration = Duration::from_secs(1);

#[tokio::test]
async fn a_hundred_thousand_records_are_searched_filtered_sorted_and_paged_at_once() {
    let house = parcels::house().await;
    // In what the two databases differ: a hexadecimal number, a character by its number, and JSON.
    let (hex, line, object) = match house.server() {
        None => (
            "printf('%032x', {})",
            "char(10)",
            "json_object('to', name, 'state', f_state, 'note', {})",
        ),
        Some(_) => (
            "lpad(to_hex({}), 32, '0')",
            "chr(10)",
            "CAST(json_build_object('to', name, 'state', f_state, 'note', {}) AS TEXT)",
        ),
    };
    let hex = hex.replace("{}", "n * 7919 % 1000003");
    let object = object.replace("{}", &format!("'{}'", "x".repeat(900)));
    let sql = format!(
        "WITH RECURSIVE n (n) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM n WHERE n < {MANY}) \
         INSERT INTO r_parcels (id, version, created, name, search, f_state, f_product, f_insured, f_sent, f_due, \
         f_fee, f_weight, f_to) \
         SELECT {hex}, 1, n, 'Customer ' || n, \
         'customer ' || n || {line} || 'storgatan ' || (n % 90) || {line} || '12345' || {line} || 'göteborg', \
         CASE n % 3 WHEN 0 THEN 'packed' WHEN 1 THEN 'sent' ELSE 'lost' END, 'p' || (n % 100), n % 2, \
         1700000000000 + n * 300000, '2026-01-01', n * 7907 % 900000, n % 1000 * 10000, 'customer ' || n FROM n"
    );
    let whole = format!("INSERT INTO r_parcels_whole (id, fields) SELECT id, {object} FROM r_parcels");
    for sql in [sql, whole] {
        let sql = AssertSqlSafe(sql);
        query(sql)
            .execute(house.app.database())
            .await
            .expect("they are written");
    }
    let owner = house.owner().await;
    for (question, total) in [
        ("", MANY),
        ("?limit=200", MANY),
        ("?sort=to", MANY),
        ("?sort=-to", MANY),
        ("?sort=fee", MANY),
        ("?sort=-weight", MANY),
        ("?sort=state", MANY),
        ("?state=sent", 33_334),
        ("?state=sent,lost&sort=-fee", 66_667),
        ("?insured=true&sort=to", MANY / 2),
        ("?product=p7&sort=-fee", MANY / 100),
        ("?weight=10..12.5&sort=to", 300),
        ("?sent=2023-11-20..2023-11-21", 576),
        ("?q=customer+77777", 1),
        ("?q=G%C3%96TEBORG&sort=fee", MANY),
        ("?q=nobody", 0),
        ("?state=packed&insured=false&q=storgatan+12&sort=-to", 1111),
    ] {
        let path = format!("/resources/parcels{question}");
        let began = Instant::now();
        let page = owner.get(&path).await.expect(200);
        let took = began.elapsed();
        assert_eq!(page.at("/total"), total, "{path}");
        assert!(took < LIMIT, "{path} took {took:?}");
        println!("{took:>12.1?}  {path}");
        if let Some(next) = page.at("/next").as_str() {
            let sign = if question.is_empty() { '?' } else { '&' };
            let began = Instant::now();
            owner.get(&format!("{path}{sign}cursor={next}")).await.expect(200);
            let took = began.elapsed();
            assert!(took < LIMIT, "the second page of {path} took {took:?}");
            println!("{took:>12.1?}  … its second page");
        }
    }
}
