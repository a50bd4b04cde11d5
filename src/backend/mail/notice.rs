//! Messages about somebody's own account that say one thing: a link for a new password, a sign-in from a device that was
//! not known, a store that is offered or has changed hands. All of one form, so that a new one is an arm and its words.

use latchkey_permissions::Time;
use lettre::message::MultiPart;

use super::envelope::{mailbox, message_id, recipient, sender};
use super::invitation::fill;
use super::words::Words;
use super::{MailError, Message, clean};

const PAGE: &str = include_str!("notice.html");

/// What happened.
#[derive(Clone, Copy, Debug)]
pub enum Notice<'a> {
    /// Somebody has asked at the door for a new password.
    PasswordLink {
        /// Where it is chosen.
        link: &'a str,
        /// Until when the link works.
        expires: Time,
    },
    /// The owner has asked for it.
    PasswordLinkByOwner {
        /// Where it is chosen.
        link: &'a str,
        /// Until when the link works.
        expires: Time,
        /// What the owner is called.
        owner: &'a str,
    },
    /// A new password was chosen with such a link.
    PasswordReset,
    /// Somebody has signed in on a device where the person never had.
    NewDevice {
        /// Browser and system, as far as they tell; may be empty.
        device: &'a str,
        /// When.
        at: Time,
    },
}

/// To whom it goes.
#[derive(Clone, Copy, Debug)]
pub struct NoticeMail<'a> {
    /// The name of the store.
    pub store: &'a str,
    /// The address under which the store is reached; it is written from there.
    pub home: &'a str,
    /// Whom it is for.
    pub to_email: &'a str,
    /// What that person is called.
    pub to_name: &'a str,
    /// The language to write in, as BCP 47.
    pub language: &'a str,
    /// What happened.
    pub notice: Notice<'a>,
}

impl<'a> Notice<'a> {
    /// What its words begin with.
    fn key(&self) -> &'static str {
        match self {
            Self::PasswordLink { .. } => "password-link",
            Self::PasswordLinkByOwner { .. } => "password-link-by-owner",
            Self::PasswordReset => "password-reset",
            Self::NewDevice { device: "", .. } => "new-device-unknown",
            Self::NewDevice { .. } => "new-device",
        }
    }

    /// Where it leads, and until when.
    fn way(&self) -> Option<(&'a str, Time)> {
        match *self {
            Self::PasswordLink { link, expires } | Self::PasswordLinkByOwner { link, expires, .. } => {
                Some((link, expires))
            }
            Self::PasswordReset | Self::NewDevice { .. } => None,
        }
    }

    /// What is called by name in it, besides the store.
    fn named(&self, words: &Words) -> Vec<(&'static str, String)> {
        match self {
            Self::NewDevice { device, at } => vec![("device", clean::one_line(device)), ("when", words.moment(*at))],
            Self::PasswordLinkByOwner { owner, .. } => vec![("owner", clean::one_line(owner))],
            Self::PasswordLink { .. } | Self::PasswordReset => Vec::new(),
        }
    }
}

/// Writes it.
///
/// # Errors
/// When no mail can be addressed to the recipient, or the store's address leads nowhere.
pub fn notice(mail: NoticeMail<'_>) -> Result<Message, MailError> {
    let sender = sender(mail.home)?;
    let message_id = message_id(&sender)?;
    let words = Words::of(mail.language);
    let key = mail.notice.key();
    let mut named = mail.notice.named(&words);
    named.push(("store", clean::one_line(mail.store)));
    let values: Vec<(&str, &str)> = named.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let say = |part: &str| words.say(&format!("{key}-{part}"), &values);
    let (subject, what, unexpected) = (say("subject"), say("what"), say("unexpected"));
    let to_name = clean::one_line(mail.to_name);
    let greeting = if to_name.is_empty() {
        words.say("invitation-greeting-nameless", &[])
    } else {
        words.say("invitation-greeting", &[("name", &to_name)])
    };
    let way = mail.notice.way().map(|(link, expires)| {
        let until = words.say("link-until", &[("when", &words.moment(expires))]);
        (link, until)
    });
    let text_way = way.as_ref().map(|(link, until)| format!("{link}\n\n{until}\n\n"));
    let text = format!("{greeting}\n\n{what}\n\n{}{unexpected}\n", text_way.unwrap_or_default());
    let page_way = way.as_ref().map(|(link, until)| {
        let (link, until) = (clean::html(link), clean::html(until));
        format!("<p><a href=\"{link}\">{link}</a></p>\n<p>{until}</p>")
    });
    let page = fill(PAGE, |place| {
        Some(match place {
            "language" => words.language.to_owned(),
            "subject" => clean::html(&subject),
            "greeting" => clean::html(&greeting),
            "what" => clean::html(&what),
            "way" => page_way.clone().unwrap_or_default(),
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
