//! Handing the store over: the owner offers it on a person's page, and that person accepts or declines among the own things.
//! Both pages show one and the same offer, and so it stands beside them.

mod given;
mod offers;
mod question;
mod taken;

pub(crate) use given::OfferCard;
pub(crate) use taken::OfferedCard;
