//! The message that two-step sign-in of an account was taken away. It goes to the person and to the owner, and holds no
//! link: whoever gets such a message unexpectedly should not follow one.

use super::letterhead::{Block, Letterhead, Recipient, Sheet};
use super::words::Words;
use super::{MailError, Message, clean};

/// What it says.
#[derive(Clone, Copy, Debug)]
pub struct SecondFactorMail<'a> {
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
/// When no mail can be addressed to the recipient.
pub fn second_factor(head: &Letterhead, to: Recipient<'_>, mail: SecondFactorMail<'_>) -> Result<Message, MailError> {
    let words = Words::of(mail.language);
    let name = clean::one_line(mail.name);
    let owner = clean::one_line(mail.owner_name);
    let store = ("store", head.store());
    let (what, unexpected) = if mail.own {
        (
            words.say("second-factor-own", &[store, ("owner", &owner)]),
            words.say("second-factor-own-unexpected", &[]),
        )
    } else {
        (
            words.say("second-factor-other", &[store, ("name", &name)]),
            words.say("second-factor-other-unexpected", &[]),
        )
    };
    let sheet = Sheet {
        language: words.language,
        subject: words.say("second-factor-subject", &[store]),
        ahead: String::new(),
        blocks: vec![
            Block::Words(words.say("second-factor-greeting", &[("name", &clean::one_line(to.name))])),
            Block::Words(what),
            Block::Words(unexpected),
        ],
    };
    head.write(to, &sheet)
}
