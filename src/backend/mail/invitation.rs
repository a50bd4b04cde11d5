//! The message that brings an invitation: who invites, to what, and the link that lets the person in.

use latchkey_permissions::Time;

use super::letterhead::{Block, Letterhead, Recipient, Sheet};
use super::words::Words;
use super::{MailError, Message, clean};

/// What an invitation says.
#[derive(Clone, Copy, Debug)]
pub struct InvitationMail<'a> {
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
/// When no mail can be addressed to the recipient.
pub fn invitation(head: &Letterhead, to: Recipient<'_>, mail: InvitationMail<'_>) -> Result<Message, MailError> {
    let words = Words::of(mail.language);
    let owner = clean::one_line(mail.owner_name);
    let name = clean::one_line(to.name);
    let store = head.store();
    let both = [("owner", owner.as_str()), ("store", store)];
    let mut blocks = vec![
        Block::Words(if name.is_empty() {
            words.say("invitation-greeting-nameless", &[])
        } else {
            words.say("invitation-greeting", &[("name", &name)])
        }),
        Block::Words(words.say("invitation-offer", &both)),
    ];
    let note = mail.note.map(clean::lines).filter(|note| !note.is_empty());
    blocks.extend(note.map(|note| Block::Quote(words.say("invitation-note", &[("owner", &owner)]), note)));
    blocks.extend([
        Block::Words(words.say("invitation-steps", &[])),
        Block::Button {
            label: words.say("invitation-button", &[("store", store)]),
            link: mail.link.to_owned(),
            otherwise: words.say("invitation-address", &[]),
        },
        Block::Small(words.say("invitation-expires", &[("when", &words.moment(mail.expires))])),
        Block::Small(words.say("invitation-unexpected", &[])),
    ]);
    let sheet = Sheet {
        language: words.language,
        subject: words.say("invitation-subject", &both),
        ahead: String::new(),
        blocks,
    };
    head.write(to, &sheet)
}
