//! Takes from a product's stock and adds to it, asking again with the same key whenever no answer came.

use fastrand::Rng;
use serde_json::json;

use super::Hand;
use super::books::Books;
use crate::caller::{Ask, Caller, Gone};

/// See the module.
pub(super) struct Stock {
    id: String,
    left: i64,
    done: usize,
    doubt: Option<(Ask, i64)>,
}

impl Stock {
    pub(super) fn new(caller: &Caller) -> Self {
        let lamp = json!({"name": "A lamp of the load", "price": {"amount": "5.00", "currency": "EUR"}, "stock": 500});
        let made = caller.ask(&Ask::new("POST", "/resources/products").body(lamp));
        let made = made.expect("it answers").expect(201);
        Self {
            id: made.text("/id"),
            left: 500,
            done: 0,
            doubt: None,
        }
    }

    fn path(&self) -> String {
        format!("/resources/products/{}", self.id)
    }

    fn there(&self, caller: &Caller) -> i64 {
        let stock = caller.get(&self.path()).expect(200).body["fields"]["stock"].as_i64();
        stock.expect("a number")
    }
}

impl Hand for Stock {
    fn act(&mut self, caller: &Caller, random: &mut Rng) -> Result<(), Gone> {
        let by = [-3, -2, -1, 1, 2, 3][random.usize(..6)];
        let path = format!("{}/commands/adjust-stock", self.path());
        let ask = Ask::new("POST", path).body(json!({"by": by})).once();
        let Ok(answer) = caller.ask(&ask) else {
            self.doubt = Some((ask, by));
            return Err(Gone);
        };
        answer.expect(200);
        self.left += by;
        self.done += 1;
        Ok(())
    }

    fn look(&mut self, caller: &Caller, books: &Books) -> usize {
        // The first entry is of the product being made.
        let entries = books.about(&self.id) - 1;
        if let Some((ask, by)) = self.doubt.take() {
            let done = usize::from(self.there(caller) != self.left);
            assert_eq!(entries, self.done + done, "the stock and its entries differ");
            let after = self.left + by;
            assert!([self.left, after].contains(&self.there(caller)));
            // Asked again it is done once, whether or not it was.
            caller.ask(&ask).expect("it answers").expect(200);
            self.left = after;
            self.done += 1;
        } else {
            assert_eq!(entries, self.done);
        }
        assert_eq!(self.there(caller), self.left);
        self.done
    }
}
