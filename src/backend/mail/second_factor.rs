//! The message that two-step sign-in of an account was taken away. It goes to the person and to the owner, and holds no
//! link: whoever gets such a message unexpectedly should not follow one.

use lettre::message::MultiPart;

use super::envelope::{mailbox, message_id, recipient, sender};
use super::invitation::fill;
use super::words::Words;
use super::{MailError, Message, clean};

const PAGE: &str = include_str!("second_factor.html");

/// What it says.
#[derive(Clone, Copy, Debug)]
pub struct SecondFactorMail<'a> {
    /// The name of the store.
    pub store: &'a str,
    /// The address under which the store is reached; it is written from there.
    pub link: &'a str,
    /// Whom it is for.
    pub to_email: &'a str,
    /// What that person is called.
    pub to_name: &'a str,
    /// Whose second factor it was.
    pub name: &'a str,
    /// What the owner is called.
    pub owner_name: &'a str,
    /// Whether it was the recipient's own.
    pub own: bool,
    /// The language to write in, as BCP 47.
    pub language: &'a str,
}

/// Writes it.
///
/// # Errors
/// When no mail can be addressed to the recipient, or the link leads nowhere.
pub fn second_factor(mail: SecondFactorMail<'_>) -> Result<Message, MailError> {
    let sender = sender(mail.link)?;
    let message_id = message_id(&sender)?;
    let words = Words::of(mail.language);
    let store = clean::one_line(mail.store);
    let name = clean::one_line(mail.name);
    let owner = clean::one_line(mail.owner_name);
    let to_name = clean::one_line(mail.to_name);
    let all = [
        ("store", store.as_str()),
        ("name", name.as_str()),
        ("owner", owner.as_str()),
    ];
    let subject = words.say("second-factor-subject", &all[..1]);
    let greeting = words.say("second-factor-greeting", &[("name", to_name.as_str())]);
    let (what, unexpected) = if mail.own {
        (
            words.say("second-factor-own", &[all[0], all[2]]),
            words.say("second-factor-own-unexpected", &[]),
        )
    } else {
        (
            words.say("second-factor-other", &all[..2]),
            words.say("second-factor-other-unexpected", &[]),
        )
    };
    let text = format!("{greeting}\n\n{what}\n\n{unexpected}\n");
    let page = fill(PAGE, |place| {
        Some(match place {
            "language" => words.language.to_owned(),
            "subject" => clean::html(&subject),
            "greeting" => clean::html(&greeting),
            "what" => clean::html(&what),
            "unexpected" => clean::html(&unexpected),
            _ => return None,
        })
    });
    lettre::Message::builder()
        .from(mailbox(mail.store, sender))
        .to(mailbox(mail.to_name, recipient(mail.to_email)?))
        .subject(subject.clone())
        .message_id(Some(message_id))
        .date_now()
        .multipart(MultiPart::alternative_plain_html(text, page))
        .map(Message)
        .map_err(|_| MailError::Form)
}
