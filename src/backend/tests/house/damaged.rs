//! Whatever is damaged in what a browser sends back, a cookie or a cursor: nobody is let in by it, and it is named. And
//! whatever people have typed, a list as a file can be read back and runs nothing.

#[path = "../../../../tests/damage/text.rs"]
mod text;

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::json;
use tokio::runtime::Runtime;

use crate::support::{Browser, House};
use text::{damaged, hold};

const TIMES: u32 = 200;

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("it is made")
}

async fn with_cookie(browser: &Browser, cookie: &[u8]) -> Option<u16> {
    let request = axum::http::Request::get("/api/v1/session").header("cookie", cookie);
    // What is no header at all does not leave a browser.
    let request = request.body(axum::body::Body::empty()).ok()?;
    Some(browser.send(request).await.status.as_u16())
}

#[test]
fn a_cookie() {
    let runtime = runtime();
    let (house, cookie) = runtime.block_on(async {
        let house = House::sample().await;
        let cookie = house.owner().await.cookie().expect("it is signed in");
        (house, cookie)
    });
    let nobody = house.browser();
    hold(TIMES, &damaged(&cookie), |text| {
        let status = runtime.block_on(with_cookie(&nobody, text.as_bytes()));
        // Whole among others it still is the cookie.
        let whole = text.split(';').any(|pair| pair.trim() == cookie);
        match status {
            Some(200) => prop_assert!(whole, "{text:?} is taken for {cookie:?}"),
            Some(401) | None => {}
            Some(other) => return Err(TestCaseError::fail(format!("{other} for {text:?}"))),
        }
        Ok(())
    });
}

#[test]
fn a_cursor() {
    let runtime = runtime();
    let house = runtime.block_on(House::trading());
    let owner = runtime.block_on(house.owner());
    for path in [
        "/staff?limit=2",
        "/activity?limit=1",
        "/resources/orders?limit=2",
        "/resources/products?limit=2&sort=-price",
    ] {
        let next = runtime.block_on(async {
            // So that there is something to go on with.
            house.owner().await;
            owner.get(path).await.expect(200).text_at("/next")
        });
        hold(TIMES / 4, &damaged(&next), |text| {
            let quoted: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
            let answer = runtime.block_on(owner.get(&format!("{path}&cursor={quoted}")));
            match answer.status.as_u16() {
                200 => {}
                422 => prop_assert_eq!(answer.wrong(), [("/cursor".into(), "malformed".into())]),
                other => return Err(TestCaseError::fail(format!("{other} for {text:?}"))),
            }
            Ok(())
        });
    }
}

#[test]
fn a_list_as_a_file() {
    let runtime = runtime();
    let house = runtime.block_on(House::sample());
    let owner = runtime.block_on(house.owner());
    let names = proptest::collection::vec("[=+@\t\"',;\\PC-]{1,12}", 1..4);
    hold(TIMES / 10, &names, |names| {
        runtime.block_on(async {
            let mut made = BTreeSet::new();
            for name in names {
                let price = json!({"amount": "1.00", "currency": "EUR"});
                let product = json!({"name": name, "sku": format!("{:08x}", fastrand::u32(..)), "price": price});
                let answer = owner.post("/resources/products", product).await;
                // A name of blanks alone is refused.
                if answer.status == 201 {
                    made.insert(answer.text_at("/fields/name"));
                }
            }
            let file = owner.get("/resources/products/export.csv").await.expect(200).text;
            let mut reader = csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
            let columns = reader.headers().expect("it has a head").len();
            let mut read = BTreeSet::new();
            for row in reader.records() {
                let row = row.map_err(|error| TestCaseError::fail(error.to_string()))?;
                prop_assert_eq!(row.len(), columns);
                for cell in &row {
                    prop_assert!(
                        !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                        "{:?} is a formula",
                        cell
                    );
                    read.insert(cell.trim_start_matches('\'').to_owned());
                }
            }
            for name in made {
                prop_assert!(read.contains(name.trim_start_matches('\'')), "{:?} is missing", name);
            }
            Ok(())
        })
    });
}
