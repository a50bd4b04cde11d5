//! What is said of a copy that was made, and of a store that began from one: what is in it and what is not, and that access
//! is as it was at that time.

use std::fmt::Write as _;
use std::path::Path;

use latchkey_backend::{Backup, Restored};

use super::{judged, say};

/// Says what was copied, and what must be kept besides.
pub(crate) fn copied(data: &Path, to: &Path, copy: &Backup) {
    let mut text = format!(
        "Copied the store in {} to {} ({} bytes). It was read again and is whole.\n{}",
        data.display(),
        to.display(),
        copy.bytes,
        judged(&copy.activity)
    );
    text.push_str(
        "In it: people, what they may do, passwords as hashes, keys of second factors, orders, customers and everything else of \
         the store, and what happened. Keep it where nobody else can read it.\n\
         Not in it: who is signed in, links that can be used, letters with such links, the folder outbox, and letters.key.\n",
    );
    if copy.sealed > 0 {
        let _ = writeln!(
            text,
            "{} letters in it have not arrived and are sealed. Only {} opens them: keep a copy of that file too, in another place.",
            copy.sealed,
            data.join("letters.key").display()
        );
    }
    if !copy.activity.ok {
        text.push_str(
            "The record of what happened was changed before it was copied. Find an earlier copy in which it was not.\n",
        );
    }
    say(&text);
}

/// Says what the store is now, and loudly what has come back with it.
pub(crate) fn restored(data: &Path, from: &Path, store: &Restored) {
    let mut text = format!(
        "A store with {} people has begun in {} from {}.\n{}",
        store.people,
        data.display(),
        from.display(),
        judged(&store.activity)
    );
    let last = store.last.map_or_else(
        || "Nothing had happened in it yet".to_owned(),
        |last| format!("The last thing that it knows of happened at {last}"),
    );
    let _ = write!(
        text,
        "\nATTENTION: ACCESS IS AS IT WAS WHEN THE COPY WAS MADE. {last}.\n\
         - Whoever was revoked, suspended or given less since then HAS ACCESS AGAIN. Look through the staff list and revoke \
         again before you let anybody in.\n\
         - Passwords, second factors and recovery codes are those of then, also where they were changed because somebody knew them.\n\
         - Whoever joined since then is not there.\n\
         Everybody is signed out, invitations and links for a new password have expired, and an offer of the store is withdrawn: \
         make anew what is still wanted.\n"
    );
    if store.sealed > 0 {
        let _ = writeln!(
            text,
            "{} letters that had not arrived are sealed with a key that is not here, and will not be sent: they stand under \
             Letters. To send them, restore into another folder with --key and the letters.key of the store that was copied.",
            store.sealed
        );
    }
    say(&text);
}
