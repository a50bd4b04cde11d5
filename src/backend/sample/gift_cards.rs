//! Gift cards of the sample store. Nobody knows their codes: what is drawn from a seed is no secret, so none has one.

use latchkey_permissions::Time;
use serde_json::json;

use super::calendar::{DAY, Date};
use super::customers::Customer;
use super::dice::Dice;
use super::grown::{Grown, fields};
use super::money::euros;

const AMOUNTS: &[(i64, u32)] = &[(2_500, 30), (5_000, 40), (10_000, 20), (15_000, 7), (20_000, 3)];
const MESSAGES: &[&str] = &[
    "Happy birthday!",
    "Grattis på födelsedagen!",
    "Selamat ulang tahun!",
    "For the new home.",
    "Tack för hjälpen med flytten!",
    "Selamat menempati rumah baru.",
];
const LETTERS: &[char] = &[
    'A', 'C', 'E', 'F', 'H', 'J', 'K', 'M', 'N', 'P', 'R', 'T', 'W', 'X', 'Y', '3', '4', '7',
];

/// One that was issued for this customer at this moment.
pub(super) fn draw(moment: Time, recipient: &Customer, dice: &mut Dice) -> Grown {
    let initial = dice.weighed(AMOUNTS);
    let (status, balance) = match dice.within(1, 100) {
        1..=50 => ("active", initial),
        51..=75 => ("active", initial - dice.within(1, initial / 100 - 1) * 100),
        76..=94 => ("spent", 0),
        _ => ("disabled", initial),
    };
    let end: String = (0..4).map(|_| *dice.pick(LETTERS)).collect();
    let expires = Date::of(moment.millis().div_euclid(DAY) + 3 * 365);
    let mut card = fields(json!({
        "code": format!("•••• •••• •••• {end}"),
        "status": status,
        "balance": euros(balance),
        "initial": euros(initial),
        "recipient": recipient.name,
        "email": recipient.email,
        "expires": format!("{:04}-{:02}-{:02}", expires.year, expires.month, expires.day),
    }));
    if dice.percent(60) {
        card.insert("message".into(), (*dice.pick(MESSAGES)).into());
    }
    Grown {
        id: dice.id(),
        created: moment,
        fields: card,
    }
}
