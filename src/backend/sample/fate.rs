//! What has become of an order by now: the older it is, the further along.

use latchkey_permissions::Time;

use super::calendar::DAY;
use super::dice::Dice;
use super::names::Land;

/// What has become of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Not paid yet, nothing done.
    Unpaid,
    /// Prepared to be paid and taken along.
    WaitingUnpaid,
    /// Paid, nothing done.
    Paid,
    /// Paid, and ready to be taken along.
    Waiting,
    /// On its way.
    Shipped,
    /// Over and well.
    Delivered,
    /// Never paid, so cancelled.
    GivenUp,
    /// Cancelled when it had been paid, and paid back.
    Cancelled,
    /// Came back, and was paid back.
    Returned,
    /// Delivered with a flaw, and paid back in part.
    Compensated,
}

/// How an order is paid and handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Paid at once and sent.
    AtOnce,
    /// Paid by bank transfer, which takes days, and sent.
    Transfer,
    /// Paid at once and taken along.
    PickUp,
    /// Paid when it is taken along.
    PaidAtPickUp,
}

/// What becomes of the newest orders, so that even the smallest store has one of everything that there is to do.
pub(super) const SHOWN: [(Way, Fate); 12] = [
    (Way::AtOnce, Fate::Shipped),
    (Way::PaidAtPickUp, Fate::WaitingUnpaid),
    (Way::AtOnce, Fate::Paid),
    (Way::AtOnce, Fate::Paid),
    (Way::PickUp, Fate::Waiting),
    (Way::Transfer, Fate::Unpaid),
    (Way::AtOnce, Fate::Paid),
    (Way::PickUp, Fate::Paid),
    (Way::AtOnce, Fate::Paid),
    (Way::Transfer, Fate::Unpaid),
    (Way::PaidAtPickUp, Fate::Unpaid),
    (Way::AtOnce, Fate::Paid),
];

const SWEDISH_METHODS: &[(&str, u32)] = &[("card", 50), ("swish", 40)];
const INDONESIAN_METHODS: &[(&str, u32)] = &[("card", 40), ("qris", 45)];

impl Way {
    /// How somebody from there pays and gets it, with the payment method.
    pub(super) fn draw(land: Land, dice: &mut Dice) -> (Self, &'static str) {
        // The shop is in Sweden.
        let way = if land == Land::Sweden && dice.percent(9) {
            if dice.percent(55) {
                Self::PaidAtPickUp
            } else {
                Self::PickUp
            }
        } else if dice.percent(12) {
            Self::Transfer
        } else {
            Self::AtOnce
        };
        (way, way.method(land, dice))
    }

    /// The payment method.
    pub(super) fn method(self, land: Land, dice: &mut Dice) -> &'static str {
        match (self, land) {
            (Self::Transfer, _) => "transfer",
            (Self::PaidAtPickUp, _) => "onPickUp",
            (_, Land::Sweden) => dice.weighed(SWEDISH_METHODS),
            (_, Land::Indonesia) => dice.weighed(INDONESIAN_METHODS),
        }
    }

    /// Whether it is taken along.
    pub(super) fn is_pick_up(self) -> bool {
        matches!(self, Self::PickUp | Self::PaidAtPickUp)
    }
}

impl Fate {
    /// Of an order of this moment.
    pub(super) fn of(moment: Time, now: Time, way: Way, dice: &mut Dice) -> Self {
        let days = (now.millis() - moment.millis()) / DAY;
        match way {
            Way::Transfer if days < 3 && dice.percent(70) => Self::Unpaid,
            Way::Transfer if (3..8).contains(&days) && dice.percent(20) => Self::Unpaid,
            Way::Transfer if days >= 8 && dice.percent(11) => Self::GivenUp,
            Way::AtOnce | Way::Transfer => Self::of_a_parcel(days, dice),
            Way::PickUp | Way::PaidAtPickUp => Self::of_a_pick_up(days, way == Way::PickUp, dice),
        }
    }

    fn of_a_parcel(days: i64, dice: &mut Dice) -> Self {
        match days {
            0 if dice.percent(88) => Self::Paid,
            1..=2 if dice.percent(24) => Self::Paid,
            0..=2 => Self::Shipped,
            3..=8 if dice.percent(55) => Self::Shipped,
            3..=8 => Self::Delivered,
            _ => dice.weighed(&[
                (Self::Delivered, 910),
                (Self::Cancelled, 25),
                (Self::Returned, 35),
                (Self::Compensated, 30),
            ]),
        }
    }

    fn of_a_pick_up(days: i64, paid: bool, dice: &mut Dice) -> Self {
        match days {
            0 => {
                if paid {
                    Self::Paid
                } else {
                    Self::Unpaid
                }
            }
            1..=6 if dice.percent(60) => {
                if paid {
                    Self::Waiting
                } else {
                    Self::WaitingUnpaid
                }
            }
            1..=6 => Self::Delivered,
            _ if !paid && dice.percent(6) => Self::GivenUp,
            _ => Self::Delivered,
        }
    }
}
