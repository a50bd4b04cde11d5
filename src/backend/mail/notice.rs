//! A short message that says what has happened or is left to do, and leads to the page where it is done: to the owner, or
//! to somebody on the staff.

use super::letterhead::{Block, Letterhead, Recipient, Sheet};
use super::words::Words;
use super::{MailError, Message, clean};

/// What it says.
#[derive(Clone, Copy, Debug)]
pub struct Notice<'a> {
    /// What it is about; its words are `{kind}-subject`, `-what`, `-button` and `-unexpected`.
    pub kind: &'static str,
    /// The page that it leads to.
    pub link: &'a str,
    /// What stands in the words besides the name of the store.
    pub values: &'a [(&'static str, &'a str)],
    /// The language to write in, as BCP 47.
    pub language: &'a str,
}

/// Writes it.
///
/// # Errors
/// When no mail can be addressed to the recipient.
pub fn notice(head: &Letterhead, to: Recipient<'_>, mail: Notice<'_>) -> Result<Message, MailError> {
    let words = Words::of(mail.language);
    let given: Vec<_> = mail
        .values
        .iter()
        .map(|(name, value)| (*name, clean::one_line(value)))
        .collect();
    let mut values: Vec<_> = given.iter().map(|(name, value)| (*name, value.as_str())).collect();
    values.push(("store", head.store()));
    let say = |part: &str| words.say(&format!("{}-{part}", mail.kind), &values);
    let name = clean::one_line(to.name);
    let greeting = if name.is_empty() {
        words.say("invitation-greeting-nameless", &[])
    } else {
        words.say("invitation-greeting", &[("name", &name)])
    };
    let sheet = Sheet {
        language: words.language,
        subject: say("subject"),
        ahead: String::new(),
        blocks: vec![
            Block::Words(greeting),
            Block::Words(say("what")),
            Block::Button {
                label: say("button"),
                link: mail.link.to_owned(),
                otherwise: words.say("invitation-address", &[]),
            },
            Block::Small(say("unexpected")),
        ],
    };
    head.write(to, &sheet)
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
