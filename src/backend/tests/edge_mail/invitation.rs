//! What an invitation says, in which language, and how it looks.

use latchkey_backend::mail::{InvitationMail, Letterhead, Look, invitation};

use crate::read::Read;
use crate::{FROM, LINK, mail, read, read_as, to};

#[test]
fn an_invitation_says_who_what_where_and_until_when() {
    let mail = read(mail());
    assert_eq!(mail.header("subject"), "Örjan Berg invites you to Kunci & Nyckel");
    assert!(mail.header("to").contains("newcomer@example.test"));
    assert!(mail.header("to").contains("Åsa Wijaya"));
    assert!(mail.header("from").contains("no-reply@admin.example.test"));
    assert!(mail.header("from").contains("Kunci & Nyckel"));
    assert!(!mail.header("date").is_empty());
    assert!(mail.header("message-id").ends_with("@admin.example.test>"));
    for body in [&mail.text, &mail.page] {
        assert!(body.contains(LINK), "{body}");
        assert!(body.contains("1 December 2026 at 09:30 (UTC)"), "{body}");
        assert!(body.contains("Hello Åsa Wijaya,"), "{body}");
    }
    assert!(mail.page.contains("Kunci &amp; Nyckel"));
    assert!(mail.page.contains("<html lang=\"en\">"));
    assert!(mail.raw.is_ascii());
}

#[test]
fn it_speaks_the_language_of_whoever_gets_it() {
    for (language, subject, greeting) in [
        ("sv", "Örjan Berg bjuder in dig till Kunci & Nyckel", "Hej Åsa Wijaya!"),
        (
            "id-ID",
            "Örjan Berg mengundang Anda ke Kunci & Nyckel",
            "Halo Åsa Wijaya,",
        ),
        ("xx", "Örjan Berg invites you to Kunci & Nyckel", "Hello Åsa Wijaya,"),
    ] {
        let mail = read(InvitationMail { language, ..mail() });
        assert_eq!(mail.header("subject"), subject);
        assert!(mail.text.starts_with(greeting), "{}", mail.text);
    }
}

#[test]
fn the_owners_words_are_quoted_line_by_line_and_a_missing_name_is_no_hole() {
    let with_note = read(InvitationMail {
        note: Some("Welcome!\nSee you on <Monday>."),
        ..mail()
    });
    assert!(
        with_note
            .text
            .contains("A few words from Örjan Berg:\n\n> Welcome!\n> See you on <Monday>.\n")
    );
    assert!(
        with_note
            .page
            .contains("<blockquote>Welcome!\nSee you on &lt;Monday&gt;.</blockquote>")
    );
    let blank = InvitationMail {
        note: Some(" \r\n"),
        ..mail()
    };
    let without = read_as("Kunci & Nyckel", "", blank);
    assert!(!without.page.contains("blockquote>") && !without.text.contains("> "));
    assert!(without.text.starts_with("Hello,\n"));
    assert_eq!(without.header("to"), "newcomer@example.test");
}

#[test]
fn a_page_looks_as_the_store_does_by_day_and_by_night() {
    let theme = ":root { --color-accent-base: #123456 } [data-theme=\"dark\"] { --color-accent-base: #abcdef }";
    let head = Letterhead::new("Kunci", FROM, Look::themed(theme)).expect("an address");
    let letter = Read::of(
        invitation(&head, to("Åsa"), mail())
            .expect("it can be written")
            .to_bytes(),
    );
    let (day, night) = letter
        .page
        .split_once("prefers-color-scheme: dark")
        .expect("there is a night");
    assert!(day.contains("background: #123456") && !day.contains("#abcdef"), "{day}");
    assert!(
        night.contains("background: #abcdef") && !night.contains("#123456"),
        "{night}"
    );
}
