//! What the description says of handing the store over. Apart from the other operations, since it belongs together across
//! what the owner does and what the other does.

use super::operation::{Operation, Tag};
use crate::ownership::Ownership;
use crate::problem::ProblemCode::State;
use crate::session::Session;

/// The operations.
pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::new("getOwnership", Tag::Store, "The open offer of the store")
            .about("For the owner, and for whom it is made; nobody else hears of it.")
            .answers::<Ownership>(200),
        Operation::new("acceptOwnership", Tag::Store, "Take the store over")
            .about(
                "At each moment there is one owner. The former owner stays on the staff, may do nothing, and is signed out \
                 everywhere; the new one stays signed in only here. Where nothing is offered to the person: 409 `state`.",
            )
            .answers::<Session>(200)
            .refuses(&[State]),
        Operation::new("withdrawOwnership", Tag::Store, "Take the offer back, or decline it")
            .about("The owner takes it back, and whom it is made to declines. Where there is none, nothing changes."),
        Operation::new("offerOwnership", Tag::Store, "Offer the store to somebody on the staff")
            .about(
                "In place of any offer before. It can be accepted for seven days, and is void once the person is no longer \
                 active. Both are told by mail.",
            )
            .answers::<Ownership>(200)
            .refuses(&[State]),
    ]
}
