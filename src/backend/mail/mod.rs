//! Messages to people: their words, their form, and how they get to whom they are for.
//!
//! `letterhead` gives every letter its two forms and its look; each kind of letter has a file with what it says. The `post`
//! takes a letter into the database, in the transaction that does what it tells of, and `rounds` carries it: to the mail
//! server, or without one to the outbox, where each becomes an `.eml` file that any mail program opens.

mod cart;
mod clean;
mod envelope;
mod invitation;
mod key;
mod letterhead;
mod look;
mod newsletter;
mod notice;
mod outbox;
mod post;
pub(crate) mod rounds;
mod second_factor;
mod server;
mod smtp;
mod stationery;
mod template;
mod words;

pub use cart::{CartItem, CartMail, cart};
pub(crate) use clean::html;
pub use invitation::{InvitationMail, invitation};
pub(crate) use key::{KEY_FILE, key_id};
pub use letterhead::{Letterhead, Recipient};
pub use look::Look;
pub(crate) use newsletter::newsletter_preview;
pub use newsletter::{NewsletterMail, newsletter};
pub use notice::{Notice, notice};
pub(crate) use notice::{moment, steps};
pub use outbox::Outbox;
pub(crate) use outbox::create_private;
pub(crate) use post::{Outgoing, Post, TRIED_FOR_MS};
pub use second_factor::{SecondFactorMail, second_factor};
pub(crate) use server::Server;
pub use smtp::Smtp;
pub(crate) use stationery::Stationery;

use std::fmt;

use lettre::address::Envelope;

/// A finished message.
#[derive(Debug)]
pub struct Message(lettre::Message);

impl Message {
    /// The message as RFC 5322 text.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.formatted()
    }

    /// From which address to which it goes.
    pub(crate) fn envelope(&self) -> &Envelope {
        self.0.envelope()
    }
}

/// Why a message cannot be made.
#[derive(Debug, PartialEq, Eq)]
pub enum MailError {
    /// The address of the recipient has no form that mail programs take.
    Recipient,
    /// There is no address to write from.
    Sender,
    /// The parts do not make a message.
    Form,
}

impl fmt::Display for MailError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Recipient => "no mail can be addressed to this recipient",
            Self::Sender => "there is no address that letters can be from",
            Self::Form => "the parts do not make a message",
        })
    }
}

impl std::error::Error for MailError {}
