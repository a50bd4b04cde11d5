//! Hostile names in every place that a person can fill, and addresses that are none.

use latchkey_backend::mail::{InvitationMail, Letterhead, Look, MailError, Recipient, invitation};
use mailparse::MailHeaderMap;

use crate::{LINK, mail, of, read, read_as};

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
