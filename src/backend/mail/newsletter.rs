//! A newsletter: what a person of the store has written to its customers.
//!
//! It is laid down once, addressed to the store itself, and says to how many it goes; whoever sends it multiplies it.

use lettre::message::MultiPart;
use lettre::message::header::{Header, HeaderName, HeaderValue};

use super::envelope::{mailbox, message_id, recipient, sender};
use super::invitation::fill;
use super::{MailError, Message, clean};

const PAGE: &str = include_str!("newsletter.html");

/// What a newsletter says, and to whom.
#[derive(Clone, Copy, Debug)]
pub struct NewsletterMail<'a> {
    /// The name of the store.
    pub store: &'a str,
    /// The address under which the store is reached; it is written from there.
    pub link: &'a str,
    /// Who gets this copy: the store itself, or whoever tries it out.
    pub to_email: &'a str,
    /// What the recipient is called.
    pub to_name: &'a str,
    /// The subject.
    pub subject: &'a str,
    /// What mail programs show beside the subject; may be empty.
    pub preheader: &'a str,
    /// The text; blank lines part its paragraphs.
    pub body: &'a str,
    /// To how many customers it goes; none where it is tried out.
    pub recipients: Option<u64>,
}

/// Writes a newsletter.
///
/// # Errors
/// When no mail can be addressed to the recipient, or the link leads nowhere.
pub fn newsletter(mail: NewsletterMail<'_>) -> Result<Message, MailError> {
    let sender = sender(mail.link)?;
    let message_id = message_id(&sender)?;
    let letter = lettre::Message::builder()
        .from(mailbox(mail.store, sender))
        .to(mailbox(mail.to_name, recipient(mail.to_email)?))
        .subject(clean::one_line(mail.subject))
        .message_id(Some(message_id))
        .date_now();
    let letter = match mail.recipients {
        None => letter,
        Some(recipients) => letter.header(Recipients(recipients)),
    };
    letter
        .multipart(MultiPart::alternative_plain_html(text(&mail), page(&mail)))
        .map(Message)
        .map_err(|_| MailError::Form)
}

/// For mail programs that show text.
fn text(mail: &NewsletterMail<'_>) -> String {
    format!("{}\n\n{}\n", clean::lines(mail.body), clean::one_line(mail.store))
}

/// For mail programs that show pages.
fn page(mail: &NewsletterMail<'_>) -> String {
    let body = clean::lines(mail.body);
    let paragraphs: Vec<String> = body
        .split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| format!("<p>{}</p>", clean::html(paragraph).replace('\n', "<br>\n")))
        .collect();
    fill(PAGE, |place| {
        Some(match place {
            "subject" => clean::html(&clean::one_line(mail.subject)),
            "preheader" => clean::html(&clean::one_line(mail.preheader)),
            "paragraphs" => paragraphs.join("\n"),
            "store" => clean::html(&clean::one_line(mail.store)),
            _ => return None,
        })
    })
}

/// To how many customers a newsletter goes.
#[derive(Clone)]
struct Recipients(u64);

impl Header for Recipients {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("X-Latchkey-Recipients")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.trim().parse()?))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.to_string())
    }
}
