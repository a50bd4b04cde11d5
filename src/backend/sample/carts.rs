//! Carts that somebody filled and left.

use latchkey_permissions::Time;
use serde_json::json;

use super::basket::Basket;
use super::calendar::DAY;
use super::customers::Customer;
use super::dice::Dice;
use super::grown::{Grown, fields};
use super::money::euros;
use super::products::Assortment;

/// One that this customer left at this moment.
pub(super) fn draw(moment: Time, now: Time, customer: &Customer, assortment: &Assortment, dice: &mut Dice) -> Grown {
    let basket = Basket::fill(assortment, dice);
    let days = (now.millis() - moment.millis()) / DAY;
    let status = match days {
        0..=1 => "waiting",
        _ => dice.weighed(&[("waiting", 45), ("reminded", 35), ("recovered", 20)]),
    };
    let reminded = match status {
        "waiting" => 0,
        "reminded" => dice.within(1, days.min(3)),
        _ => dice.within(0, 1),
    };
    let mut cart = fields(json!({
        "customer": customer.name,
        "email": customer.email,
        "language": customer.land.language(),
        "status": status,
        "lines": basket.lines(assortment),
        "value": euros(basket.sum),
        "reminded": reminded,
    }));
    if reminded > 0 {
        let last = moment
            .plus_millis(reminded * DAY + dice.within(0, DAY / 2 / 1_000) * 1_000)
            .min(now);
        cart.insert("remindedAt".into(), last.to_string().into());
    }
    Grown {
        id: dice.id(),
        created: moment,
        fields: cart,
    }
}
