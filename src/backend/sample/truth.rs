//! What each record of the sample store says in itself, asked of the generator without a database: sums are those of
//! their lines, states fit together, nothing lies in the future, and pictures are small.

use latchkey_permissions::Time;
use serde_json::Value;

use super::calendar::{Calendar, DAY, DAYS};
use super::dice::Dice;
use super::grown::Grown;
use super::{carts, categories, customers, gift_cards, products, trade};

/// A Thursday after Black Friday, so that its week is among the days.
const NOW: &str = "2026-12-03T14:20:00Z";

fn cents(money: &Value) -> i64 {
    let amount = money["amount"].as_str().unwrap_or_else(|| panic!("no amount: {money}"));
    let (whole, part) = amount.split_once('.').expect("it has cents");
    assert_eq!(part.len(), 2, "{amount}");
    whole.parse::<i64>().expect("a number") * 100 + part.parse::<i64>().expect("a number")
}

/// Half a year of orders of the usual size, and of the other kinds a few.
struct Drawn {
    now: Time,
    products: Vec<Grown>,
    orders: Vec<Grown>,
    carts: Vec<Grown>,
    cards: Vec<Grown>,
}

fn draw() -> Drawn {
    let now: Time = NOW.parse().expect("a moment");
    let calendar = Calendar::until(now);
    let dice = &mut Dice::new(1);
    let shelves = categories::draw(now, dice);
    let (assortment, products) = products::draw(&shelves, now, dice);
    let mut people = customers::draw(800, now, dice);
    let orders = trade::trade(2_500, now, &calendar, &mut people, &assortment);
    let orders = orders.iter().enumerate();
    let moments = calendar.moments(200, dice);
    Drawn {
        now,
        products,
        orders: orders
            .map(|(index, order)| order.record(index, &people[order.customer], &assortment, dice))
            .collect(),
        carts: moments
            .iter()
            .map(|moment| carts::draw(*moment, now, &people[0], &assortment, dice))
            .collect(),
        cards: moments
            .iter()
            .map(|moment| gift_cards::draw(*moment, &people[0], dice))
            .collect(),
    }
}

fn goods(record: &Value) -> i64 {
    let lines = record["lines"].as_array().expect("lines");
    assert!(!lines.is_empty());
    let sums = lines.iter().map(|line| {
        let pieces = line["quantity"].as_i64().expect("a number");
        assert_eq!(cents(&line["sum"]), cents(&line["price"]) * pieces, "{line}");
        cents(&line["sum"])
    });
    sums.sum()
}

#[test]
fn every_order_adds_up() {
    let drawn = draw();
    assert_eq!(drawn.orders.len(), 2_500);
    for order in drawn.orders {
        let order = Value::Object(order.fields);
        let goods = goods(&order);
        assert_eq!(cents(&order["subtotal"]), goods, "{order}");
        let total = goods - cents(&order["discount"]) + cents(&order["shippingCost"]);
        assert_eq!(cents(&order["total"]), total, "{order}");
        // Tax is within the total: 25 % on top of what is left without it, to the cent.
        let tax = cents(&order["tax"]);
        assert!((total - tax * 5).abs() <= 2, "{order}");
        let refunds = order["refunds"].as_array().map(Vec::as_slice).unwrap_or_default();
        let refunded: i64 = refunds.iter().map(|refund| cents(&refund["amount"])).sum();
        assert_eq!(cents(&order["refunded"]), refunded, "{order}");
        let right = match order["payment"].as_str() {
            Some("refunded") => refunded == total,
            Some("partlyRefunded") => refunded > 0 && refunded < total,
            _ => refunded == 0,
        };
        assert!(right, "{order}");
    }
}

#[test]
fn every_order_is_in_a_state_that_there_is_and_all_states_are_there() {
    let drawn = draw();
    let mut seen = std::collections::BTreeSet::new();
    for order in &drawn.orders {
        let text = |name: &str| order.fields.get(name).and_then(Value::as_str);
        let (payment, fulfilment) = (text("payment"), text("fulfilment"));
        seen.extend([payment, fulfilment]);
        let sent = matches!(fulfilment, Some("shipped" | "delivered"));
        let parcel = text("delivery") == Some("shipping");
        assert_eq!(text("carrier").is_some(), sent && parcel, "{:?}", order.fields);
        assert_eq!(text("tracking").is_some(), sent && parcel, "{:?}", order.fields);
        assert!(!sent || payment != Some("awaiting"), "{:?}", order.fields);
        assert!(!matches!(fulfilment, Some("toShip")) || parcel, "{:?}", order.fields);
        assert!(
            !matches!(fulfilment, Some("toPrepare" | "readyForPickUp")) || !parcel,
            "{:?}",
            order.fields
        );
        let back = order.fields.get("restocked") == Some(&Value::Bool(true));
        assert!(back || fulfilment != Some("cancelled"), "{:?}", order.fields);
        let oldest = drawn.now.plus_millis(-DAYS * DAY);
        assert!(
            order.created >= oldest && order.created <= drawn.now,
            "{}",
            order.created
        );
        for refund in order
            .fields
            .get("refunds")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let moment: Time = refund["moment"].as_str().expect("a moment").parse().expect("a moment");
            assert!(moment >= order.created && moment <= drawn.now, "{moment}");
        }
    }
    // Five ways to stand with the money, six with the parcel, one of them called the same.
    assert_eq!(seen.len(), 10, "{seen:?}");
}

#[test]
fn products_carts_and_cards_are_right_in_themselves() {
    let drawn = draw();
    assert_eq!(drawn.products.len(), 120);
    let mut low = 0;
    for product in &drawn.products {
        let number = |name: &str| product.fields[name].as_i64().expect("a number");
        assert!(number("stock") >= 0);
        assert_eq!(product.fields["lowStock"], number("stock") <= number("lowAt"));
        low += i64::from(number("stock") <= number("lowAt"));
        assert!(cents(&product.fields["cost"]) < cents(&product.fields["price"]));
        if let Some(earlier) = product.fields.get("compareAt") {
            assert!(cents(earlier) > cents(&product.fields["price"]), "{:?}", product.fields);
        }
        let picture = product.fields["picture"]["src"].as_str().expect("a picture");
        assert!(picture.len() < 2_048, "{picture}");
    }
    assert!((5..40).contains(&low), "{low} are running low");
    for cart in &drawn.carts {
        let cart = Value::Object(cart.fields.clone());
        assert_eq!(cents(&cart["value"]), goods(&cart), "{cart}");
        let last = cart["remindedAt"].as_str();
        assert_eq!(last.is_some(), cart["reminded"] != 0, "{cart}");
        let last = last.map(|last| last.parse::<Time>().expect("a moment"));
        assert!(last.is_none_or(|last| last <= drawn.now), "{cart}");
    }
    for card in &drawn.cards {
        let (balance, initial) = (cents(&card.fields["balance"]), cents(&card.fields["initial"]));
        let spent = card.fields["status"] == "spent";
        assert!((balance > 0 || spent) && balance <= initial, "{:?}", card.fields);
    }
}
