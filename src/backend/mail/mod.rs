//! Messages to people: their words, their form, and the folder where they are laid down.
//!
//! Nothing is sent yet. Each message becomes an `.eml` file in the outbox, which any mail program opens, and which a
//! later sender can pick up. That a message could not be written never undoes what it tells of.

mod cart;
mod clean;
mod envelope;
mod invitation;
mod newsletter;
mod notice;
mod outbox;
mod second_factor;
mod words;

pub use cart::{CartItem, CartMail, cart};
pub(crate) use clean::html;
pub use invitation::{InvitationMail, invitation};
pub use newsletter::{NewsletterMail, newsletter};
pub use notice::{Notice, notice};
pub(crate) use notice::{moment, steps};
pub use outbox::Outbox;
pub use second_factor::{SecondFactorMail, second_factor};

use std::fmt;

/// A finished message.
#[derive(Debug)]
pub struct Message(lettre::Message);

impl Message {
    /// The message as RFC 5322 text.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.formatted()
    }
}

/// Why a message cannot be made.
#[derive(Debug, PartialEq, Eq)]
pub enum MailError {
    /// The address of the recipient has no form that mail programs take.
    Recipient,
    /// The link does not say which host it leads to, so that there is no address to write from.
    Link,
    /// The parts do not make a message.
    Form,
}

impl fmt::Display for MailError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Recipient => "no mail can be addressed to this recipient",
            Self::Link => "the link of a message names no host",
            Self::Form => "the parts do not make a message",
        })
    }
}

impl std::error::Error for MailError {}
