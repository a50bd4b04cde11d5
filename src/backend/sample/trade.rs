//! Half a year of trade: categories, products, customers, orders, carts and gift cards, drawn and kept.

use latchkey_permissions::Time;

use super::calendar::{Calendar, DAY, DAYS};
use super::customers::{self, Customer};
use super::dice::{Dice, Wheel};
use super::fate::{Fate, SHOWN, Way};
use super::grown::Grown;
use super::names::Land;
use super::orders::Order;
use super::products::{self, Assortment};
use super::size::SampleSize;
use super::{carts, categories, gift_cards};
use crate::problem::Refusal;
use crate::resources::records::Stored;
use crate::resources::work::Work;

/// How many there are in a store of the usual size.
const CUSTOMERS: usize = 800;
/// See [`CUSTOMERS`].
const ORDERS: usize = 2_500;
/// See [`CUSTOMERS`].
const CARTS: usize = 240;
/// There are as many in every store.
const GIFT_CARDS: usize = 60;

/// How many records are held at once, so that a large store needs no large memory.
const AT_ONCE: usize = 1_000;

/// Where the chance of each kind of record begins: a further customer does not change every gift card.
const CATALOG: u64 = 0x006b_756e_6369_0001;
const PEOPLE: u64 = 0x006b_756e_6369_0002;
const TRADE: u64 = 0x006b_756e_6369_0003;
const PARCELS: u64 = 0x006b_756e_6369_0004;
const LEFT: u64 = 0x006b_756e_6369_0005;
const GIFTS: u64 = 0x006b_756e_6369_0006;

/// Draws a store of this size, which is not none, and keeps it. The moment of the work is the one that it ends at.
pub(super) async fn fill(work: &mut Work<'_>, size: SampleSize) -> Result<(), Refusal> {
    let now = work.now;
    let calendar = Calendar::until(now);
    let dice = &mut Dice::new(CATALOG);
    let shelves = categories::draw(now.plus_millis(-(DAYS + 420) * DAY), dice);
    let (assortment, goods) = products::draw(&shelves, now, dice);
    keep(work, "categories", shelves).await?;
    keep(work, "products", goods).await?;

    let mut people = customers::draw(size.of(CUSTOMERS), now, &mut Dice::new(PEOPLE));
    let orders = trade(size.of(ORDERS), now, &calendar, &mut people, &assortment);
    for some in people.chunks(AT_ONCE) {
        keep(
            work,
            "customers",
            some.iter().map(|customer| customer.record(now)).collect(),
        )
        .await?;
    }
    let dice = &mut Dice::new(PARCELS);
    for (first, some) in (0..).step_by(AT_ONCE).zip(orders.chunks(AT_ONCE)) {
        let record = |(index, order): (usize, &Order)| order.record(index, &people[order.customer], &assortment, dice);
        keep(work, "orders", (first..).zip(some).map(record).collect()).await?;
    }
    let dice = &mut Dice::new(LEFT);
    for some in calendar.moments(size.of(CARTS), dice).chunks(AT_ONCE) {
        let cart = |moment: &Time| carts::draw(*moment, now, somebody(&people, dice), &assortment, dice);
        keep(work, "carts", some.iter().map(cart).collect()).await?;
    }
    let dice = &mut Dice::new(GIFTS);
    let moments = calendar.moments(GIFT_CARDS, dice);
    let card = |moment: Time| gift_cards::draw(moment, somebody(&people, dice), dice);
    keep(work, "gift-cards", moments.into_iter().map(card).collect()).await
}

/// The orders, the earliest first. Each customer comes to know what he or she has bought.
pub(super) fn trade(
    count: usize,
    now: Time,
    calendar: &Calendar,
    people: &mut [Customer],
    assortment: &Assortment,
) -> Vec<Order> {
    let dice = &mut Dice::new(TRADE);
    let wheel = customers::wheel(people);
    let moments = calendar.moments(count, &mut Dice::new(TRADE ^ u64::MAX));
    let left_to_chance = count.saturating_sub(SHOWN.len());
    let order = |(n, moment): (usize, Time)| {
        let shown = n.checked_sub(left_to_chance).and_then(|n| SHOWN.get(n)).copied();
        let index = buyer(&wheel, people, shown, dice);
        let customer = &mut people[index];
        let order = Order::draw(moment, now, (index, &*customer), shown, assortment, dice);
        customer.bought(order.moment(), order.kept());
        order
    };
    moments.into_iter().enumerate().map(order).collect()
}

/// Whose order it is. What is taken along is taken along by somebody who lives where the shop is.
fn buyer(wheel: &Wheel, people: &[Customer], shown: Option<(Way, Fate)>, dice: &mut Dice) -> usize {
    loop {
        let index = wheel.turn(dice);
        if people[index].land == Land::Sweden || !shown.is_some_and(|(way, _)| way.is_pick_up()) {
            return index;
        }
    }
}

fn somebody<'a>(people: &'a [Customer], dice: &mut Dice) -> &'a Customer {
    dice.pick(people)
}

async fn keep(work: &mut Work<'_>, resource: &str, records: Vec<Grown>) -> Result<(), Refusal> {
    let mut records: Vec<Stored> = records.into_iter().map(Grown::into_stored).collect();
    work.add_all(resource, &mut records).await
}
