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
