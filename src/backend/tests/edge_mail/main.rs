//! Messages as a mail program reads them, with hostile names in every place that a person can fill.

mod hostile;
mod invitation;
mod newsletter;
mod outbox;
mod read;

use latchkey_backend::mail::{self, InvitationMail, Letterhead, Look, Recipient};

use crate::read::Read;

const LINK: &str = "https://admin.example.test/join/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";

const FROM: &str = "no-reply@admin.example.test";

/// The letterhead of a store that is called this.
fn of(store: &str) -> Letterhead {
    Letterhead::new(store, FROM, Look::default()).expect("an address")
}

/// Somebody who is called this.
fn to(name: &str) -> Recipient<'_> {
    Recipient {
        email: "newcomer@example.test",
        name,
    }
}

fn mail() -> InvitationMail<'static> {
    InvitationMail {
        owner_name: "Örjan Berg",
        link: LINK,
        expires: "2026-12-01T09:30:00Z".parse().expect("it is a time"),
        note: None,
        language: "en",
    }
}

fn read(mail: InvitationMail<'_>) -> Read {
    read_as("Kunci & Nyckel", "Åsa Wijaya", mail)
}

/// An invitation of a store with this name to somebody with that one.
fn read_as(store: &str, name: &str, mail: InvitationMail<'_>) -> Read {
    Read::of(
        mail::invitation(&of(store), to(name), mail)
            .expect("it can be written")
            .to_bytes(),
    )
}
