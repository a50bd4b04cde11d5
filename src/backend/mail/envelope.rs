//! From whom a message is, to whom, and its number: the same for every kind of message.

use std::net::IpAddr;

use axum::http::Uri;
use lettre::Address;
use lettre::message::Mailbox;

use super::{MailError, clean};

/// An address with what is called by it; a blank name is none.
pub(super) fn mailbox(name: &str, address: Address) -> Mailbox {
    let name = clean::one_line(name);
    Mailbox::new((!name.is_empty()).then_some(name), address)
}

/// A number that no other message has.
pub(super) fn message_id(sender: &Address) -> Result<String, MailError> {
    let number = getrandom::u64().map_err(|_| MailError::Form)?;
    Ok(format!("<{number:016x}@{}>", sender.domain()))
}

/// Nobody reads answers at the address of a machine. Where the host of the link is a bare number, the library could not
/// read its own header again, so that the message is from the machine itself.
pub(super) fn sender(link: &str) -> Result<Address, MailError> {
    let link: Uri = link.parse().map_err(|_| MailError::Sender)?;
    let host = link.host().ok_or(MailError::Sender)?;
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let domain = if bare.parse::<IpAddr>().is_ok() {
        "localhost"
    } else {
        host
    };
    Address::new("no-reply", domain).map_err(|_| MailError::Sender)
}

pub(super) fn recipient(address: &str) -> Result<Address, MailError> {
    if address.contains(char::is_control) {
        return Err(MailError::Recipient);
    }
    address.parse().map_err(|_| MailError::Recipient)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sender_lives_where_the_link_leads() {
        for (host, address) in [
            ("admin.example.test", "no-reply@admin.example.test"),
            ("localhost", "no-reply@localhost"),
            ("127.0.0.1", "no-reply@localhost"),
            ("[::1]", "no-reply@localhost"),
        ] {
            let link = format!("http://{host}:8787/join/x");
            assert_eq!(sender(&link).map(|address| address.to_string()), Ok(address.to_owned()));
        }
    }
}
