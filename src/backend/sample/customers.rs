//! The customers of the sample store: who they are now, what they bought once the orders are there.

use std::collections::HashMap;

use latchkey_permissions::Time;
use serde_json::{Value, json};

use super::calendar::{DAY, DAYS};
use super::dice::{Dice, Wheel};
use super::grown::{Grown, fields};
use super::money::euros;
use super::names::{Land, mailbox};

/// Somebody who may buy.
pub(super) struct Customer {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) land: Land,
    pub(super) address: Value,
    phone: String,
    marketing: bool,
    note: Option<&'static str>,
    /// Since before the first order that is known.
    since: Option<Time>,
    /// How fond of the store.
    fond: u64,
    orders: u32,
    spent: i64,
}

const NOTES: &[&str] = &[
    "Prefers a call to an email.",
    "Runs a locksmith's shop; asks for invoices.",
    "The door code changes every month: call first.",
    "Collects old keys; tell when a new chest comes in.",
    "Speaks English best.",
];

/// So many customers.
pub(super) fn draw(count: usize, now: Time, dice: &mut Dice) -> Vec<Customer> {
    let mut taken: HashMap<String, u32> = HashMap::new();
    (0..count)
        .map(|_| {
            let land = if dice.percent(58) {
                Land::Sweden
            } else {
                Land::Indonesia
            };
            let name = land.name(dice);
            let mut email = mailbox(&name);
            let namesakes = taken.entry(email.clone()).or_default();
            *namesakes += 1;
            if *namesakes > 1 {
                email.push_str(&namesakes.to_string());
            }
            email.push_str("@example.test");
            let early = dice.within(1, 900) * DAY + dice.within(0, DAY - 1);
            Customer {
                id: dice.id(),
                address: land.address(&name, dice),
                phone: land.phone(dice),
                name,
                email,
                land,
                marketing: dice.percent(46),
                note: dice.percent(3).then(|| *dice.pick(NOTES)),
                since: dice.percent(40).then(|| now.plus_millis(-DAYS * DAY - early)),
                // A few buy often, and some have never come back.
                fond: if dice.percent(8) {
                    0
                } else {
                    u64::try_from(dice.within(1, 8).pow(3)).unwrap_or(1)
                },
                orders: 0,
                spent: 0,
            }
        })
        .collect()
}

/// Whose order is next.
pub(super) fn wheel(customers: &[Customer]) -> Wheel {
    Wheel::new(customers.iter().map(|customer| customer.fond))
}

impl Customer {
    /// Keeps an order in mind, of which so many cents were paid and not paid back. The earliest comes first.
    pub(super) fn bought(&mut self, moment: Time, cents: i64) {
        self.since.get_or_insert(moment);
        self.orders += 1;
        self.spent += cents;
    }

    /// The record.
    pub(super) fn record(&self, now: Time) -> Grown {
        // Somebody who never bought has been added by hand, on the day of the opening.
        let since = self.since.unwrap_or_else(|| now.plus_millis(-DAYS * DAY));
        let mut fields = fields(json!({
            "name": self.name,
            "email": self.email,
            "phone": self.phone,
            "language": self.land.language(),
            "address": self.address,
            "marketing": self.marketing,
            "since": since.to_string(),
            "orders": self.orders,
            "spent": euros(self.spent),
        }));
        if let Some(note) = self.note {
            fields.insert("note".into(), note.into());
        }
        Grown {
            id: self.id.clone(),
            created: since,
            fields,
        }
    }
}
