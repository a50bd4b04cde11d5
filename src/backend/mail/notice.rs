//! A short message that says what has happened or is left to do, and leads to the page where it is done: to the owner, or
//! to somebody on the staff.

use lettre::message::MultiPart;

use super::envelope::{mailbox, message_id, recipient, sender};
use super::invitation::fill;
use super::words::Words;
use super::{MailError, Message, clean};

const PAGE: &str = include_str!("notice.html");

/// What it says.
#[derive(Clone, Copy, Debug)]
pub struct Notice<'a> {
    /// What it is about; its words are `{kind}-subject`, `-what`, `-button` and `-unexpected`.
    pub kind: &'static str,
    /// The name of the store.
    pub store: &'a str,
    /// The page that it leads to; it is written from there.
    pub link: &'a str,
    /// Whom it is for.
    pub to_email: &'a str,
    /// What that person is called.
    pub to_name: &'a str,
    /// What stands in the words besides the name of the store.
    pub values: &'a [(&'static str, &'a str)],
    /// The language to write in, as BCP 47.
    pub language: &'a str,
}

/// Writes it.
///
/// # Errors
/// When no mail can be addressed to the recipient, or the link leads nowhere.
pub fn notice(mail: Notice<'_>) -> Result<Message, MailError> {
    let sender = sender(mail.link)?;
    let message_id = message_id(&sender)?;
    let words = Words::of(mail.language);
    let given = mail.values.iter().map(|(name, value)| (*name, clean::one_line(value)));
    let given: Vec<_> = given.chain([("store", clean::one_line(mail.store))]).collect();
    let values: Vec<_> = given.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let say = |part: &str| words.say(&format!("{}-{part}", mail.kind), &values);
    let subject = say("subject");
    let to_name = clean::one_line(mail.to_name);
    let greeting = if to_name.is_empty() {
        words.say("invitation-greeting-nameless", &[])
    } else {
        words.say("invitation-greeting", &[("name", to_name.as_str())])
    };
    let (what, button, unexpected) = (say("what"), say("button"), say("unexpected"));
    let text = format!("{greeting}\n\n{what}\n\n{}\n\n{unexpected}\n", mail.link);
    let page = fill(PAGE, |place| {
        Some(match place {
            "language" => words.language.to_owned(),
            "link" => clean::html(mail.link),
            "subject" => clean::html(&subject),
            "greeting" => clean::html(&greeting),
            "what" => clean::html(&what),
            "button" => clean::html(&button),
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

/// What the steps that are left are called, in the language of whoever is written to.
pub(crate) fn steps(steps: impl Iterator<Item = latchkey_permissions::OnboardingStep>, language: &str) -> String {
    let words = Words::of(language);
    let names: Vec<_> = steps
        .map(|step| words.say(&format!("step-{}", step.as_str()), &[]))
        .collect();
    names.join(", ")
}

/// A moment as people write it, in the language of whoever is written to.
pub(crate) fn moment(moment: latchkey_permissions::Time, language: &str) -> String {
    Words::of(language).moment(moment)
}
