//! The message that reminds somebody of what is still in the cart. It holds no link: which cart it is, the shop knows
//! when the person comes back.

use super::letterhead::{Block, Letterhead, Recipient, Sheet};
use super::words::Words;
use super::{MailError, Message, clean};

/// What a reminder says.
#[derive(Clone, Copy, Debug)]
pub struct CartMail<'a> {
    /// What is in the cart.
    pub items: &'a [CartItem<'a>],
    /// What all of it costs, as a decimal number with a point.
    pub sum: &'a str,
    /// The currency, ISO 4217.
    pub currency: &'a str,
    /// The language to write in, as BCP 47.
    pub language: &'a str,
}

/// Something in a cart.
#[derive(Clone, Copy, Debug)]
pub struct CartItem<'a> {
    /// What it is called.
    pub name: &'a str,
    /// How many of it.
    pub quantity: u64,
}

/// Writes a reminder.
///
/// # Errors
/// When no mail can be addressed to the recipient.
pub fn cart(head: &Letterhead, to: Recipient<'_>, mail: CartMail<'_>) -> Result<Message, MailError> {
    let words = Words::of(mail.language);
    let store = [("store", head.store())];
    let item = |item: &CartItem<'_>| {
        let (quantity, name) = (item.quantity.to_string(), clean::one_line(item.name));
        words.say("cart-item", &[("quantity", &quantity), ("name", &name)])
    };
    let sheet = Sheet {
        language: words.language,
        subject: words.say("cart-subject", &store),
        ahead: String::new(),
        blocks: vec![
            Block::Words(words.say("cart-greeting", &[("name", &clean::one_line(to.name))])),
            Block::Words(words.say("cart-left", &store)),
            Block::List(mail.items.iter().map(item).collect()),
            Block::Words(words.say("cart-sum", &[("sum", &words.money(mail.sum, mail.currency))])),
            Block::Words(words.say("cart-back", &[])),
            Block::Small(words.say("cart-unexpected", &[])),
        ],
    };
    head.write(to, &sheet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Look;

    /// The headers, the text and the page of a reminder in this language.
    fn read(language: &str) -> (String, String, String) {
        let items = [
            CartItem {
                name: "Padlock <b>\r\nBcc: x@y.test",
                quantity: 2,
            },
            CartItem {
                name: "Kåsa & \"burl\"",
                quantity: 1,
            },
        ];
        let store = "Kunci & Nyckel\r\nBcc: x@y.test";
        let head = Letterhead::new(store, "no-reply@example.test", Look::default()).expect("an address");
        let to = Recipient {
            email: "asa@example.test",
            name: "Åsa\nBerg",
        };
        let mail = CartMail {
            items: &items,
            sum: "78.70",
            currency: "EUR",
            language,
        };
        let message = cart(&head, to, mail).expect("it can be written");
        let bytes = message.to_bytes();
        let parsed = mailparse::parse_mail(&bytes).expect("it is a message");
        let headers: Vec<_> = parsed.headers.iter().map(mailparse::MailHeader::get_key).collect();
        let body = |part: usize| {
            parsed.subparts[part]
                .get_body()
                .expect("it can be read")
                .replace("\r\n", "\n")
        };
        (headers.join(" "), body(0), body(1))
    }

    #[test]
    fn it_says_what_is_in_the_cart_and_nothing_in_it_is_a_header_or_markup() {
        let (headers, text, page) = read("en");
        assert!(!headers.contains("Bcc"), "{headers}");
        assert!(text.starts_with("Hello Åsa Berg,\n"), "{text}");
        assert!(
            text.contains("- 2 × Padlock <b> Bcc: x@y.test\n- 1 × Kåsa & \"burl\"\n"),
            "{text}"
        );
        assert!(text.contains("Together: EUR 78.70"), "{text}");
        assert!(page.contains("<li>2 × Padlock &lt;b&gt; Bcc: x@y.test</li>"), "{page}");
        assert!(page.contains("<li>1 × Kåsa &amp; &quot;burl&quot;</li>"), "{page}");
    }

    #[test]
    fn it_is_written_in_the_language_of_the_customer() {
        assert!(read("sv").1.contains("Tillsammans: 78,70 EUR"));
        assert!(read("id").2.contains("<html lang=\"id\">"));
    }
}
