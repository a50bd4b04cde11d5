//! What a newsletter says, and to how many it goes.

use latchkey_backend::mail::{MailError, NewsletterMail, Recipient, newsletter};

use crate::of;
use crate::read::Read;

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
