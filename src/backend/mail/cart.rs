//! The message that reminds somebody of what is still in the cart. It holds no link: which cart it is, the shop knows
//! when the person comes back.

use lettre::message::MultiPart;

use super::envelope::{mailbox, message_id, recipient, sender};
use super::invitation::fill;
use super::words::Words;
use super::{MailError, Message, clean};

const PAGE: &str = include_str!("cart.html");

/// What a reminder says.
#[derive(Clone, Copy, Debug)]
pub struct CartMail<'a> {
    /// The name of the store.
    pub store: &'a str,
    /// The address under which the store is reached; it is written from there.
    pub link: &'a str,
    /// Whom it is for.
    pub to_email: &'a str,
    /// What that person is called.
    pub to_name: &'a str,
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
/// When no mail can be addressed to the recipient, or the link leads nowhere.
pub fn cart(mail: CartMail<'_>) -> Result<Message, MailError> {
    let sender = sender(mail.link)?;
    let message_id = message_id(&sender)?;
    let words = Phrases::of(&mail);
    lettre::Message::builder()
        .from(mailbox(mail.store, sender))
        .to(mailbox(mail.to_name, recipient(mail.to_email)?))
        .subject(words.subject.clone())
        .message_id(Some(message_id))
        .date_now()
        .multipart(MultiPart::alternative_plain_html(words.text(), words.page()))
        .map(Message)
        .map_err(|_| MailError::Form)
}

/// The sentences of one reminder, not yet escaped for any form.
struct Phrases {
    language: &'static str,
    subject: String,
    greeting: String,
    left: String,
    items: Vec<String>,
    sum: String,
    back: String,
    unexpected: String,
}

impl Phrases {
    fn of(mail: &CartMail<'_>) -> Self {
        let words = Words::of(mail.language);
        let store = clean::one_line(mail.store);
        let store = [("store", store.as_str())];
        let name = clean::one_line(mail.to_name);
        let item = |item: &CartItem<'_>| {
            let (quantity, name) = (item.quantity.to_string(), clean::one_line(item.name));
            words.say("cart-item", &[("quantity", &quantity), ("name", &name)])
        };
        Self {
            language: words.language,
            subject: words.say("cart-subject", &store),
            greeting: words.say("cart-greeting", &[("name", &name)]),
            left: words.say("cart-left", &store),
            items: mail.items.iter().map(item).collect(),
            sum: words.say("cart-sum", &[("sum", &words.money(mail.sum, mail.currency))]),
            back: words.say("cart-back", &[]),
            unexpected: words.say("cart-unexpected", &[]),
        }
    }

    /// For mail programs that show text.
    fn text(&self) -> String {
        let items: Vec<String> = self.items.iter().map(|item| format!("- {item}")).collect();
        format!(
            "{}\n\n{}\n\n{}\n\n{}\n\n{}\n\n{}\n",
            self.greeting,
            self.left,
            items.join("\n"),
            self.sum,
            self.back,
            self.unexpected
        )
    }

    /// For mail programs that show pages.
    fn page(&self) -> String {
        let items: Vec<String> = self
            .items
            .iter()
            .map(|item| format!("<li>{}</li>", clean::html(item)))
            .collect();
        fill(PAGE, |place| {
            Some(match place {
                "items" => items.join("\n"),
                "language" => self.language.to_owned(),
                "subject" => clean::html(&self.subject),
                "greeting" => clean::html(&self.greeting),
                "left" => clean::html(&self.left),
                "sum" => clean::html(&self.sum),
                "back" => clean::html(&self.back),
                "unexpected" => clean::html(&self.unexpected),
                _ => return None,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let message = cart(CartMail {
            store: "Kunci & Nyckel\r\nBcc: x@y.test",
            link: "https://admin.example.test",
            to_email: "asa@example.test",
            to_name: "Åsa\nBerg",
            items: &items,
            sum: "78.70",
            currency: "EUR",
            language,
        })
        .expect("it can be written");
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
