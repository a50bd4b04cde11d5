//! Pays back a little of an order again and again: what an order says was paid back, its list of refunds and what its
//! customer has spent are written together, or not at all.

use fastrand::Rng;
use serde_json::{Value, json};

use super::Hand;
use super::books::Books;
use crate::caller::{Ask, Caller, Gone};

/// An order takes a hundred refunds.
const OF_ONE_ORDER: i64 = 90;

/// An order, and what it began with, in cents.
struct Order {
    id: String,
    customer: String,
    spent: i64,
    refunds: i64,
}

/// See the module.
pub(super) struct Refunds {
    orders: Vec<Order>,
    doubt: Option<usize>,
}

fn cents(money: &Value) -> i64 {
    let amount = money["amount"].as_str().unwrap_or("0.00");
    amount.replace('.', "").parse().unwrap_or_else(|_| panic!("{money}"))
}

impl Refunds {
    pub(super) fn new(caller: &Caller) -> Self {
        let path = "/resources/orders?payment=paid&sort=-total&limit=50";
        let mut orders: Vec<Order> = Vec::new();
        for order in caller.get(path).expect(200).body["items"].as_array().expect("orders") {
            let customer = order["fields"]["customer"]["id"].as_str().unwrap_or_default();
            if customer.is_empty() || orders.iter().any(|other| other.customer == customer) {
                continue;
            }
            let found = caller.get(&format!("/resources/customers/{customer}")).expect(200);
            orders.push(Order {
                id: order["id"].as_str().expect("an id").to_owned(),
                customer: customer.to_owned(),
                spent: cents(&found.body["fields"]["spent"]),
                refunds: 0,
            });
        }
        assert!(orders.len() >= 5, "there are few orders to pay back");
        Self { orders, doubt: None }
    }
}

impl Hand for Refunds {
    fn act(&mut self, caller: &Caller, random: &mut Rng) -> Result<(), Gone> {
        let open: Vec<usize> = (0..self.orders.len())
            .filter(|n| self.orders[*n].refunds < OF_ONE_ORDER)
            .collect();
        let chosen = open[random.usize(..open.len())];
        let path = format!("/resources/orders/{}/commands/refund", self.orders[chosen].id);
        let cent = json!({"amount": {"amount": "0.01", "currency": "EUR"}, "reason": "A cent"});
        let Ok(answer) = caller.ask(&Ask::new("POST", path).body(cent)) else {
            self.doubt = Some(chosen);
            return Err(Gone);
        };
        answer.expect(200);
        self.orders[chosen].refunds += 1;
        Ok(())
    }

    fn look(&mut self, caller: &Caller, books: &Books) -> usize {
        if let Some(doubtful) = self.doubt.take() {
            let order = &mut self.orders[doubtful];
            let entries = books.about(&order.id);
            let refunds = usize::try_from(order.refunds).expect("not less than none");
            assert!(entries == refunds || entries == refunds + 1, "{entries} of {refunds}");
            order.refunds = i64::try_from(entries).expect("not so many");
        }
        let mut entries = 0;
        for order in self.orders.iter().filter(|order| order.refunds > 0) {
            let there = caller.get(&format!("/resources/orders/{}", order.id)).expect(200);
            let fields = &there.body["fields"];
            let parts = fields["refunds"].as_array().expect("refunds");
            assert_eq!(parts.len(), usize::try_from(order.refunds).expect("not less than none"));
            assert_eq!(
                parts.iter().map(|part| cents(&part["amount"])).sum::<i64>(),
                order.refunds
            );
            assert_eq!(cents(&fields["refunded"]), order.refunds);
            let customer = caller
                .get(&format!("/resources/customers/{}", order.customer))
                .expect(200);
            assert_eq!(cents(&customer.body["fields"]["spent"]), order.spent - order.refunds);
            // Of each refund one about the order, and one about the customer that followed.
            assert_eq!(books.about(&order.id), parts.len());
            assert_eq!(books.about(&order.customer), parts.len());
            entries += 2 * parts.len();
        }
        entries
    }
}
