//! What tests of the store behind the menus do again and again.

use serde_json::{Value, json};

use super::{Answer, Browser};

/// An amount as it travels.
pub(crate) fn euros(amount: &str) -> Value {
    json!({"amount": amount, "currency": "EUR"})
}

/// The cents of an amount in a record's field.
pub(crate) fn cents(money: &Value) -> i64 {
    let amount = money["amount"].as_str().unwrap_or_else(|| panic!("no amount: {money}"));
    let (whole, part) = amount.split_once('.').unwrap_or((amount, "00"));
    assert_eq!(part.len(), 2, "{amount}");
    let whole: i64 = whole.parse().expect("a number");
    whole * 100 + part.parse::<i64>().expect("a number")
}

impl Browser {
    /// The first record that a query finds, with all that it holds: a list leaves out what is long.
    pub(crate) async fn first(&self, resource: &str, query: &str) -> Value {
        let page = self
            .get(&format!("/resources/{resource}?limit=1&{query}"))
            .await
            .expect(200);
        assert_ne!(page.at("/total"), 0, "{resource}?{query} finds nothing");
        let id = id(&page.at("/items/0"));
        self.get(&format!("/resources/{resource}/{id}"))
            .await
            .expect(200)
            .json()
    }

    /// The fields of a record.
    pub(crate) async fn fields(&self, resource: &str, id: &str) -> Value {
        self.get(&format!("/resources/{resource}/{id}"))
            .await
            .expect(200)
            .at("/fields")
    }

    /// Every record that a query finds, as lists show them.
    pub(crate) async fn every(&self, resource: &str, query: &str) -> Vec<Value> {
        let mut found = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = self
                .get(&format!("/resources/{resource}?limit=200&{query}&cursor={cursor}"))
                .await
                .expect(200);
            found.extend(page.at("/items").as_array().expect("items").iter().cloned());
            match page.at("/next") {
                Value::String(next) => cursor = next,
                _ => return found,
            }
        }
    }

    /// Does a command to a record.
    pub(crate) async fn command(&self, resource: &str, id: &str, command: &str, input: Value) -> Answer {
        self.post(&format!("/resources/{resource}/{id}/commands/{command}"), input)
            .await
    }
}

/// The id of a record.
pub(crate) fn id(record: &Value) -> String {
    record["id"].as_str().expect("an id").to_owned()
}
