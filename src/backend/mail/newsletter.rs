//! A newsletter: what a person of the store has written to its customers.
//!
//! It is laid down once, addressed to the store itself, and says to how many it goes; whoever sends it multiplies it.

use latchkey_contract::resource::Preview;
use lettre::message::header::{Header, HeaderName, HeaderValue};

use super::letterhead::{Block, Letterhead, Recipient, Sheet};
use super::{MailError, Message, clean};

/// What a newsletter says, and to how many.
#[derive(Clone, Copy, Debug)]
pub struct NewsletterMail<'a> {
    /// The subject.
    pub subject: &'a str,
    /// What mail programs show beside the subject; may be empty.
    pub preheader: &'a str,
    /// The text; blank lines part its paragraphs.
    pub body: &'a str,
    /// To how many customers it goes; none where it is tried out.
    pub recipients: Option<u64>,
}

/// Writes a newsletter. In which language it is, only whoever wrote it knows.
///
/// # Errors
/// When no mail can be addressed to the recipient.
pub fn newsletter(head: &Letterhead, to: Recipient<'_>, mail: NewsletterMail<'_>) -> Result<Message, MailError> {
    head.write_with(to, &sheet(head, mail), |letter| match mail.recipients {
        None => letter,
        Some(recipients) => letter.header(Recipients(recipients)),
    })
}

/// The newsletter as it will look: the very text that is sent.
pub(crate) fn newsletter_preview(head: &Letterhead, mail: NewsletterMail<'_>) -> Preview {
    let sheet = sheet(head, mail);
    Preview {
        text: sheet.text().trim_end().to_owned(),
        subject: sheet.subject,
        ahead: (!sheet.ahead.is_empty()).then_some(sheet.ahead),
    }
}

fn sheet(head: &Letterhead, mail: NewsletterMail<'_>) -> Sheet {
    let subject = clean::one_line(mail.subject);
    let body = clean::lines(mail.body);
    let paragraphs = body
        .split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty());
    let mut blocks = vec![Block::Heading(subject.clone())];
    blocks.extend(paragraphs.map(|paragraph| Block::Words(paragraph.to_owned())));
    blocks.push(Block::Small(head.store().to_owned()));
    Sheet {
        language: "",
        subject,
        ahead: clean::one_line(mail.preheader),
        blocks,
    }
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
