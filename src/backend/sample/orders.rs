//! The orders of the sample store.

use latchkey_permissions::Time;
use serde_json::json;

use super::basket::Basket;
use super::calendar::{DAY, is_sale};
use super::customers::Customer;
use super::dice::Dice;
use super::fate::{Fate, Way};
use super::grown::{Grown, fields};
use super::money::euros;
use super::names::Land;
use super::products::Assortment;
use crate::resources::Fields;

/// The first order's number; the same length for all, so that they sort as they count.
const FIRST: usize = 100_001;

const CHANNELS: &[(&str, u32)] = &[
    ("shop", 70),
    ("instagram", 10),
    ("facebook", 5),
    ("tiktok", 4),
    ("amazon", 6),
    ("ebay", 3),
    ("google", 2),
];
const SWEDISH_CARRIERS: &[(&str, u32)] = &[("postnord", 60), ("dhl", 25), ("budbee", 15)];
const INDONESIAN_CARRIERS: &[(&str, u32)] = &[("jne", 60), ("posIndonesia", 25), ("dhl", 15)];

const NOTES: &[&str] = &[
    "A present: no invoice in the parcel, please.",
    "Asked for delivery after Friday.",
    "Wants the keys cut to number 4711.",
    "Second order this week; send together if possible.",
    "Wrote to us about the colour; answered.",
];
const CANCELLED: &[&str] = &[
    "Ordered twice by mistake",
    "The customer found the old key again",
    "Damaged in the store room, no replacement",
    "The customer changed their mind",
];
const RETURNED: &[&str] = &[
    "Returned within fourteen days",
    "Did not fit the door",
    "Other colour than expected",
    "Never arrived; the carrier has lost it",
];
const FLAWED: &[&str] = &[
    "A scratch on the brass",
    "One of the set was missing",
    "Arrived a week late",
    "The glass was chipped",
];

/// An order, drawn and not written out yet: what each customer has bought is known before the first is kept.
pub(super) struct Order {
    moment: Time,
    /// Whose, by the index.
    pub(super) customer: usize,
    basket: Basket,
    pick_up: bool,
    method: &'static str,
    fate: Fate,
    sums: Sums,
    end: Option<End>,
}

/// How an order ended that did not end well.
struct End {
    reason: &'static str,
    /// Cents that were paid back.
    refunded: i64,
    /// When they were.
    moment: Time,
    /// Whether what was bought is back in stock.
    back: bool,
}

impl Order {
    /// The order that a customer, one of so many, placed at this moment. `shown` says what is to become of it, where
    /// that is not left to chance.
    pub(super) fn draw(
        moment: Time,
        now: Time,
        (index, customer): (usize, &Customer),
        shown: Option<(Way, Fate)>,
        assortment: &Assortment,
        dice: &mut Dice,
    ) -> Self {
        let basket = Basket::fill(assortment, dice);
        let (way, method) = match shown {
            Some((way, _)) => (way, way.method(customer.land, dice)),
            None => Way::draw(customer.land, dice),
        };
        let fate = match shown {
            Some((_, fate)) => fate,
            None => Fate::of(moment, now, way, dice),
        };
        let pick_up = way.is_pick_up();
        let sums = Sums::of(&basket, customer.land, pick_up, moment, dice);
        Self {
            moment,
            customer: index,
            end: End::draw(fate, moment, now, sums.total, dice),
            basket,
            pick_up,
            method,
            fate,
            sums,
        }
    }

    /// When it was placed.
    pub(super) fn moment(&self) -> Time {
        self.moment
    }

    /// Cents that were paid and not paid back.
    pub(super) fn kept(&self) -> i64 {
        let paid = if is_paid(self.fate) { self.sums.total } else { 0 };
        paid - self.end.as_ref().map_or(0, |end| end.refunded)
    }

    /// The record of the `index`th order.
    pub(super) fn record(&self, index: usize, customer: &Customer, assortment: &Assortment, dice: &mut Dice) -> Grown {
        let mut lines = self.basket.lines(assortment);
        for (line, sku) in lines.iter_mut().zip(self.basket.skus(assortment)) {
            line["sku"] = sku.into();
        }
        let mut order = fields(json!({
            "number": (FIRST + index).to_string(),
            "payment": payment(self.fate),
            "fulfilment": fulfilment(self.fate, self.pick_up),
            "customer": customer.id,
            "email": customer.email,
            "channel": if self.pick_up { "shop" } else { dice.weighed(CHANNELS) },
            "lines": lines,
            "subtotal": euros(self.basket.sum),
            "discount": euros(self.sums.discount),
            "shippingCost": euros(self.sums.shipping),
            "total": euros(self.sums.total),
            "tax": euros(self.sums.tax),
            "refunded": euros(self.end.as_ref().map_or(0, |end| end.refunded)),
            "method": self.method,
            "delivery": if self.pick_up { "pickUp" } else { "shipping" },
            "address": customer.address,
            "restocked": self.end.as_ref().is_some_and(|end| end.back),
        }));
        if !self.pick_up && is_sent(self.fate) {
            let carriers = match customer.land {
                Land::Sweden => SWEDISH_CARRIERS,
                Land::Indonesia => INDONESIAN_CARRIERS,
            };
            order.insert("carrier".into(), dice.weighed(carriers).into());
            order.insert("tracking".into(), format!("KN{}SE", dice.digits(9)).into());
        }
        if dice.percent(4) {
            order.insert("note".into(), (*dice.pick(NOTES)).into());
        }
        if let Some(end) = &self.end {
            end.write(self.fate, &mut order);
        }
        Grown {
            id: dice.id(),
            created: self.moment,
            fields: order,
        }
    }
}

/// What an order costs, in cents.
struct Sums {
    discount: i64,
    shipping: i64,
    total: i64,
    tax: i64,
}

impl Sums {
    fn of(basket: &Basket, land: Land, pick_up: bool, moment: Time, dice: &mut Dice) -> Self {
        let percent = match (is_sale(moment), dice.percent(10)) {
            (true, _) => 20,
            (false, true) => 10,
            (false, false) => 0,
        };
        let discount = basket.sum * percent / 100;
        let goods = basket.sum - discount;
        let shipping = match land {
            _ if pick_up || goods >= 9_000 => 0,
            Land::Sweden => 490,
            Land::Indonesia => 990,
        };
        let total = goods + shipping;
        Self {
            discount,
            shipping,
            total,
            // A quarter on top of the price without tax is a fifth of the price with it.
            tax: (total * 2 + 5) / 10,
        }
    }
}

impl End {
    fn draw(fate: Fate, moment: Time, now: Time, total: i64, dice: &mut Dice) -> Option<Self> {
        let (refunded, reason, back) = match fate {
            Fate::GivenUp => (0, "Not paid within seven days", true),
            Fate::Cancelled => (total, *dice.pick(CANCELLED), true),
            Fate::Returned => {
                let reason = *dice.pick(RETURNED);
                (total, reason, !reason.starts_with("Never"))
            }
            Fate::Compensated => (total * dice.within(10, 50) / 100, *dice.pick(FLAWED), false),
            _ => return None,
        };
        let later = dice.within(DAY, 8 * DAY) / 1_000 * 1_000;
        Some(Self {
            reason,
            refunded,
            moment: moment.plus_millis(later).min(now),
            back,
        })
    }

    fn write(&self, fate: Fate, order: &mut Fields) {
        if matches!(fate, Fate::GivenUp | Fate::Cancelled) {
            order.insert("cancelReason".into(), self.reason.into());
        }
        if self.refunded > 0 {
            let refund = json!({
                "moment": self.moment.to_string(),
                "amount": euros(self.refunded),
                "reason": self.reason,
                "by": super::people::MANAGER,
            });
            order.insert("refunds".into(), json!([refund]));
        }
    }
}

fn payment(fate: Fate) -> &'static str {
    match fate {
        Fate::Unpaid | Fate::WaitingUnpaid => "awaiting",
        Fate::Paid | Fate::Waiting | Fate::Shipped | Fate::Delivered => "paid",
        Fate::GivenUp => "cancelled",
        Fate::Cancelled | Fate::Returned => "refunded",
        Fate::Compensated => "partlyRefunded",
    }
}

fn fulfilment(fate: Fate, pick_up: bool) -> &'static str {
    match fate {
        Fate::Unpaid | Fate::Paid if pick_up => "toPrepare",
        Fate::Unpaid | Fate::Paid => "toShip",
        Fate::WaitingUnpaid | Fate::Waiting => "readyForPickUp",
        Fate::Shipped => "shipped",
        Fate::Delivered | Fate::Returned | Fate::Compensated => "delivered",
        Fate::GivenUp | Fate::Cancelled => "cancelled",
    }
}

fn is_paid(fate: Fate) -> bool {
    !matches!(fate, Fate::Unpaid | Fate::WaitingUnpaid | Fate::GivenUp)
}

fn is_sent(fate: Fate) -> bool {
    matches!(
        fate,
        Fate::Shipped | Fate::Delivered | Fate::Returned | Fate::Compensated
    )
}
