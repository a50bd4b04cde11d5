//! What the program says to whoever started it. The log is for machines and says nothing of this: the sign-ins and the
//! set-up link are secrets, told once, to this person.

mod copies;

use std::fmt::Write as _;
use std::io::Write as _;

use latchkey_backend::{App, SampleStore};
use latchkey_contract::activity::{Fault, FaultyEntry, HeadCheck, Verification};

pub(crate) use self::copies::{copied, restored};

/// Says where it is, and what a new store needs to be entered.
pub(crate) fn ready(address: &str, app: &App) {
    let mut text = format!("Latchkey answers at {address}\n");
    if let Some(store) = &app.sample {
        text.push_str(&sign_ins(store));
    }
    if let Some(link) = &app.set_up {
        let _ = write!(text, "\nThis store has no owner yet. Become it at\n  {link}\n");
    }
    say(&text);
}

fn say(text: &str) {
    // Nobody may be reading; that keeps it from nothing.
    let mut output = std::io::stdout().lock();
    let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
}

/// Says what came of verifying: a line for each entry that is not as it was written, and the head at the end.
pub(crate) fn verified(verification: &Verification) {
    say(&judged(verification));
}

fn judged(verification: &Verification) -> String {
    let mut text = String::new();
    for FaultyEntry { number, fault } in &verification.faults {
        let fault = match fault {
            Fault::Altered => "was altered",
            Fault::Removed => "was removed",
            Fault::Inserted => "was inserted",
            Fault::Reordered => "was moved from where it was written",
        };
        let _ = writeln!(text, "Entry {number} {fault}.");
    }
    let unnamed = verification.faulty.saturating_sub(verification.faults.len() as u64);
    if unnamed > 0 {
        let _ = writeln!(text, "{unnamed} more are faulty.");
    }
    text.push_str(match verification.noted {
        Some(HeadCheck::CutOff) => "Entries at the end were cut off since the head was noted.\n",
        Some(HeadCheck::Differs) => "The entries were written anew since the head was noted.\n",
        Some(HeadCheck::Holds) => "All that there was when the head was noted is still there.\n",
        None => "",
    });
    let judgement = if verification.faulty == 0 {
        "fit together"
    } else {
        "do not all fit together"
    };
    let _ = writeln!(
        text,
        "{} entries {judgement}. The head is {}",
        verification.count, verification.head
    );
    text
}

/// Says why it did not start.
pub(crate) fn trouble(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "latchkey-backend: {sentence}");
}

/// The people of the sample store as a table, and how they sign in.
fn sign_ins(store: &SampleStore) -> String {
    let mut text = String::from("\nA sample store has been set up. Its people:\n\n");
    let width = |text: &str| text.chars().count();
    let email = store
        .people
        .iter()
        .map(|person| width(&person.email))
        .max()
        .unwrap_or(0);
    let name = store.people.iter().map(|person| width(&person.name)).max().unwrap_or(0);
    for person in &store.people {
        let _ = writeln!(
            text,
            "  {:email$}  {:name$}  {}",
            person.email, person.name, person.shows
        );
    }
    match &store.password {
        Some(password) => {
            let _ = write!(text, "\nThe password of each, told only now: {password}\n");
        }
        None => text.push_str("\nThe password of each is the one in LATCHKEY_SAMPLE_PASSWORD.\n"),
    }
    let _ = write!(text, "The newcomer joins at\n  {}\n", store.invitation);
    text
}

#[cfg(test)]
mod tests {
    use latchkey_backend::SamplePerson;

    use super::*;

    fn store(password: Option<&str>) -> SampleStore {
        let person = |email: &str, name: &str, shows| SamplePerson {
            email: email.to_owned(),
            name: name.to_owned(),
            shows,
        };
        SampleStore {
            people: vec![
                person("owner@example.test", "Åsa Ek", "the owner"),
                person("fulfilment@example.test", "Budi", "Fulfilment operator"),
            ],
            password: password.map(str::to_owned),
            invitation: "http://127.0.0.1:8787/join/token".to_owned(),
        }
    }

    #[test]
    fn the_table_is_aligned_by_letters_not_by_bytes() {
        let text = sign_ins(&store(Some("lantern-harbour-seven")));
        assert!(
            text.contains("  owner@example.test       Åsa Ek  the owner\n"),
            "{text}"
        );
        assert!(
            text.contains("  fulfilment@example.test  Budi    Fulfilment operator\n"),
            "{text}"
        );
        assert!(text.contains("told only now: lantern-harbour-seven\n"), "{text}");
        assert!(text.contains("/join/token"), "{text}");
    }

    #[test]
    fn a_given_password_is_not_repeated() {
        assert!(sign_ins(&store(None)).contains("LATCHKEY_SAMPLE_PASSWORD"));
    }
}
