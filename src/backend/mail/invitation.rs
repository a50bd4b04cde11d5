//! The message that brings an invitation: who invites, to what, and the link that lets the person in.

use latchkey_permissions::Time;
use lettre::message::MultiPart;

use super::envelope::{mailbox, message_id, recipient, sender};
use super::words::Words;
use super::{MailError, Message, clean};

const PAGE: &str = include_str!("invitation.html");

/// What an invitation says.
#[derive(Clone, Copy, Debug)]
pub struct InvitationMail<'a> {
    /// The name of the store.
    pub store: &'a str,
    /// Whom it is for.
    pub to_email: &'a str,
    /// What that person is called; empty where not known.
    pub to_name: &'a str,
    /// Who invites.
    pub owner_name: &'a str,
    /// Where the person joins.
    pub link: &'a str,
    /// Until when the link works.
    pub expires: Time,
    /// What the owner writes to the person.
    pub note: Option<&'a str>,
    /// The language to write in, as BCP 47.
    pub language: &'a str,
}

/// Writes an invitation.
///
/// # Errors
/// When no mail can be addressed to the recipient, or the link leads nowhere.
pub fn invitation(mail: InvitationMail<'_>) -> Result<Message, MailError> {
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

/// The sentences of one invitation, not yet escaped for any form.
struct Phrases<'a> {
    language: &'static str,
    link: &'a str,
    subject: String,
    greeting: String,
    offer: String,
    /// What introduces the owner's own words, and those words.
    note: Option<(String, String)>,
    steps: String,
    button: String,
    address: String,
    expires: String,
    unexpected: String,
}

impl<'a> Phrases<'a> {
    fn of(mail: &InvitationMail<'a>) -> Self {
        let words = Words::of(mail.language);
        let owner = clean::one_line(mail.owner_name);
        let store = clean::one_line(mail.store);
        let name = clean::one_line(mail.to_name);
        let both = [("owner", owner.as_str()), ("store", store.as_str())];
        let note = mail.note.map(clean::lines).filter(|note| !note.is_empty());
        Self {
            language: words.language,
            link: mail.link,
            subject: words.say("invitation-subject", &both),
            greeting: if name.is_empty() {
                words.say("invitation-greeting-nameless", &[])
            } else {
                words.say("invitation-greeting", &[("name", &name)])
            },
            offer: words.say("invitation-offer", &both),
            note: note.map(|note| (words.say("invitation-note", &[("owner", &owner)]), note)),
            steps: words.say("invitation-steps", &[]),
            button: words.say("invitation-button", &[("store", &store)]),
            address: words.say("invitation-address", &[]),
            expires: words.say("invitation-expires", &[("when", &words.moment(mail.expires))]),
            unexpected: words.say("invitation-unexpected", &[]),
        }
    }

    /// For mail programs that show text.
    fn text(&self) -> String {
        let note = self.note.as_ref().map_or_else(String::new, |(heading, note)| {
            let quoted: Vec<String> = note.lines().map(|line| format!("> {line}")).collect();
            format!("{heading}\n\n{}\n\n", quoted.join("\n"))
        });
        format!(
            "{}\n\n{}\n\n{note}{}\n\n{}\n\n{}\n\n{}\n",
            self.greeting, self.offer, self.steps, self.link, self.expires, self.unexpected
        )
    }

    /// For mail programs that show pages.
    fn page(&self) -> String {
        let note = self.note.as_ref().map_or_else(String::new, |(heading, note)| {
            format!(
                "<p>{}</p>\n<blockquote>{}</blockquote>",
                clean::html(heading),
                clean::html(note)
            )
        });
        fill(PAGE, |place| {
            Some(match place {
                "note" => note.clone(),
                "language" => self.language.to_owned(),
                "link" => clean::html(self.link),
                "subject" => clean::html(&self.subject),
                "greeting" => clean::html(&self.greeting),
                "offer" => clean::html(&self.offer),
                "steps" => clean::html(&self.steps),
                "button" => clean::html(&self.button),
                "address" => clean::html(&self.address),
                "expires" => clean::html(&self.expires),
                "unexpected" => clean::html(&self.unexpected),
                _ => return None,
            })
        })
    }
}

/// Puts values into the `{places}` of a template, in one pass: what is put in is not looked at again. Braces that
/// hold no known place, such as those of a stylesheet, stay.
pub(super) fn fill(template: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        rest = &rest[open..];
        let place = rest.find('}').map(|close| (&rest[1..close], close + 1));
        if let Some((text, end)) = place.and_then(|(name, end)| value(name).map(|text| (text, end))) {
            filled.push_str(&text);
            rest = &rest[end..];
        } else {
            filled.push('{');
            rest = &rest[1..];
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_into_a_template_is_not_a_template() {
        let value = |place: &str| (place == "a" || place == "b").then(|| "{b}".to_owned());
        assert_eq!(fill("{a} p { x } {c} {b}", value), "{b} p { x } {c} {b}");
    }
}
