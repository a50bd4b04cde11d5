//! Messages as a mail program reads them, with hostile names in every place that a person can fill.

use std::fs;
use std::path::Path;

use latchkey_backend::mail::{
    InvitationMail, Letterhead, Look, MailError, NewsletterMail, Outbox, Recipient, invitation, newsletter,
};
use mailparse::{MailHeaderMap, ParsedMail};

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

/// The message as it arrives, with the text and the page in it.
struct Read {
    raw: String,
    headers: Vec<(String, String)>,
    text: String,
    page: String,
}

impl Read {
    fn of(raw: Vec<u8>) -> Self {
        let parsed: ParsedMail<'_> = mailparse::parse_mail(&raw).expect("it is a message");
        assert_eq!(parsed.ctype.mimetype, "multipart/alternative");
        let part = |number: usize, kind: &str| {
            let part = parsed.subparts.get(number).expect("it has two parts");
            assert_eq!(part.ctype.mimetype, kind);
            assert_eq!(part.ctype.charset, "utf-8");
            part.get_body().expect("it can be read").replace("\r\n", "\n")
        };
        let (text, page) = (part(0, "text/plain"), part(1, "text/html"));
        let headers = parsed
            .headers
            .iter()
            .map(|header| (header.get_key(), header.get_value()))
            .collect();
        let raw = String::from_utf8(raw).expect("it is ASCII");
        Self {
            raw,
            headers,
            text,
            page,
        }
    }

    fn header(&self, name: &str) -> &str {
        let mut found = self.headers.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name));
        let value = found.next().map_or("", |(_, value)| value.as_str());
        assert!(found.next().is_none(), "{name} twice");
        value
    }
}

fn read(mail: InvitationMail<'_>) -> Read {
    read_as("Kunci & Nyckel", "Åsa Wijaya", mail)
}

/// An invitation of a store with this name to somebody with that one.
fn read_as(store: &str, name: &str, mail: InvitationMail<'_>) -> Read {
    Read::of(
        invitation(&of(store), to(name), mail)
            .expect("it can be written")
            .to_bytes(),
    )
}

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
fn no_name_adds_a_header_or_a_recipient() {
    let attacks = [
        "x\r\nBcc: thief@example.test\r\nX-Evil: 1",
        "x\nBcc: thief@example.test",
        "x\rBcc: thief@example.test",
        "x\r\n\r\n<h1>body</h1>",
        "\", thief@example.test, \"",
        "x <thief@example.test>",
        "=?utf-8?q?x=0D=0ABcc:_thief@example.test?=",
        "å\r\n Bcc: thief@example.test",
    ];
    let expected: Vec<String> = read(mail()).headers.into_iter().map(|(key, _)| key).collect();
    for attack in attacks {
        let owner = InvitationMail {
            owner_name: attack,
            ..mail()
        };
        let note = InvitationMail {
            note: Some(attack),
            ..mail()
        };
        for mail in [
            read_as(attack, "Åsa Wijaya", mail()),
            read_as("Kunci & Nyckel", attack, mail()),
            read(owner),
            read(note),
        ] {
            let keys: Vec<String> = mail.headers.iter().map(|(key, _)| key.clone()).collect();
            assert_eq!(keys, expected, "{attack:?}");
            // Read from the header as it travels: only there are its quotes still to be seen.
            let parsed = mailparse::parse_mail(mail.raw.as_bytes()).expect("it is a message");
            let to = parsed.headers.get_first_header("To").expect("it is there");
            let to = mailparse::addrparse_header(to).expect("it is an address");
            let one = to.extract_single_info().map(|one| one.addr);
            assert_eq!(one.as_deref(), Some("newcomer@example.test"), "{attack:?}");
            assert!(mail.page.contains(LINK));
        }
    }
}

#[test]
fn no_name_is_markup() {
    let attack = "<script>alert(1)</script>\"'&{link}";
    let mail = InvitationMail {
        owner_name: attack,
        note: Some(attack),
        ..mail()
    };
    let mail = read_as(attack, attack, mail);
    assert!(!mail.page.contains("<script"), "{}", mail.page);
    assert!(
        mail.page
            .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;{link}"),
        "{}",
        mail.page
    );
}

#[test]
fn what_nobody_can_be_reached_at_is_refused() {
    for address in [
        "",
        "nobody",
        "a@b@c",
        "a b@example.test",
        "a@example.test\r\nBcc: x@example.test",
        "\"a\r\nb\"@example.test",
        "a@example.test, b@example.test",
    ] {
        let nobody = Recipient {
            email: address,
            name: "",
        };
        let refused = invitation(&of("Kunci"), nobody, mail()).map(|_| ());
        assert_eq!(refused, Err(MailError::Recipient), "{address:?}");
    }
    let refused = Letterhead::new("Kunci", "nobody", Look::default()).map(|_| ());
    assert_eq!(refused, Err(MailError::Sender));
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("it is there");
    entries
        .map(|entry| {
            entry
                .expect("it is there")
                .file_name()
                .into_string()
                .expect("it is text")
        })
        .collect()
}

#[tokio::test]
async fn the_outbox_keeps_whole_messages_to_itself() {
    let place = tempfile::tempdir().expect("there is room");
    let folder = place.path().join("data").join("outbox");
    let outbox = Outbox::new(&folder);
    for _ in 0..3 {
        let message = invitation(&of("Kunci"), to("../../x"), mail()).expect("it can be written");
        outbox.lay_down(message.to_bytes()).await.expect("it is laid down");
    }
    let names = names(&folder);
    assert_eq!(names.len(), 3);
    for name in &names {
        assert_eq!(Path::new(name).extension(), Some("eml".as_ref()), "{name}");
        assert!(!name.starts_with('.') && !name.contains('x'), "{name}");
        let read = Read::of(fs::read(folder.join(name)).expect("it can be read"));
        assert!(read.text.contains(LINK));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        for name in &names {
            assert_eq!(mode(&folder.join(name)), 0o600);
        }
    }
}

#[tokio::test]
async fn an_outbox_that_cannot_be_written_says_so_and_leaves_nothing() {
    let place = tempfile::tempdir().expect("there is room");
    let folder = place.path().join("outbox");
    fs::write(&folder, "a file where the folder should be").expect("it is written");
    assert!(
        Outbox::new(&folder)
            .lay_down(b"Subject: Hello\r\n".to_vec())
            .await
            .is_err()
    );
    assert_eq!(names(place.path()), ["outbox"]);
}

#[test]
fn a_newsletter_says_to_how_many_it_goes_and_stays_text() {
    let mail = NewsletterMail {
        subject: "Nytt i höst\r\nBcc: everybody@example.test",
        preheader: "<b>Nycklar</b>",
        body: "Hej & hå,\r\nså här: <script>\r\n\r\nVi ses! {store}",
        recipients: Some(214),
    };
    let head = of("Kunci & Nyckel");
    let own = Recipient {
        email: "hello@example.test",
        name: "Kunci & Nyckel",
    };
    let letter = Read::of(newsletter(&head, own, mail).expect("it can be written").to_bytes());
    assert_eq!(letter.header("X-Latchkey-Recipients"), "214");
    assert_eq!(letter.header("Subject"), "Nytt i höst Bcc: everybody@example.test");
    assert_eq!(letter.header("Bcc"), "");
    assert_eq!(
        letter.text.trim_end(),
        "Hej & hå,\nså här: <script>\n\nVi ses! {store}\n\nKunci & Nyckel"
    );
    assert!(
        letter
            .page
            .contains("<p>Hej &amp; hå,<br>\nså här: &lt;script&gt;</p>\n<p>Vi ses! {store}</p>"),
        "{}",
        letter.page
    );
    assert!(letter.page.contains("&lt;b&gt;Nycklar&lt;/b&gt;"));
    let tried = NewsletterMail {
        recipients: None,
        ..mail
    };
    let tried = newsletter(&head, own, tried).expect("it can be written");
    assert_eq!(Read::of(tried.to_bytes()).header("X-Latchkey-Recipients"), "");
    let nobody = Recipient {
        email: "nobody",
        name: "",
    };
    assert_eq!(newsletter(&head, nobody, mail).err(), Some(MailError::Recipient));
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
