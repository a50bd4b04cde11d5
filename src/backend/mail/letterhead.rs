//! What all letters have in common: from whom they are, how they look, and that each is written twice, as text and as a
//! page. A letter says what it says once, in blocks; both forms are made from those.

use lettre::Address;
use lettre::message::{MessageBuilder, MultiPart};

use super::envelope::{mailbox, message_id, recipient, sender};
use super::look::Look;
use super::template::fill;
use super::{MailError, Message, clean};

const LAYOUT: &str = include_str!("layout.html");

/// From whom letters are, and how they look.
#[derive(Clone, Debug)]
pub struct Letterhead {
    store: String,
    sender: Address,
    look: Look,
}

/// Whom a letter is for.
#[derive(Clone, Copy, Debug)]
pub struct Recipient<'a> {
    /// The address.
    pub email: &'a str,
    /// What the person is called; empty where not known.
    pub name: &'a str,
}

/// What a letter says.
pub(super) struct Sheet {
    /// The language that it is in, as BCP 47; empty where not known.
    pub(super) language: &'static str,
    pub(super) subject: String,
    /// What mail programs show beside the subject; may be empty.
    pub(super) ahead: String,
    pub(super) blocks: Vec<Block>,
}

/// A part of a letter; nothing in it is markup.
pub(super) enum Block {
    /// A heading, in the page alone: mail programs that show text show the subject.
    Heading(String),
    /// A paragraph, within which line breaks stay.
    Words(String),
    /// A paragraph that is second in rank.
    Small(String),
    /// A list.
    List(Vec<String>),
    /// Somebody's own words, with what introduces them.
    Quote(String, String),
    /// What there is to do: what it is called, where it leads, and what is said of the address written out.
    Button {
        label: String,
        link: String,
        otherwise: String,
    },
}

impl Letterhead {
    /// Letters of this store, from this address, which looks like this.
    ///
    /// # Errors
    /// Where the address is none.
    pub fn new(store: &str, from: &str, look: Look) -> Result<Self, MailError> {
        let sender = from.parse().map_err(|_| MailError::Sender)?;
        Ok(Self::of(store, sender, look))
    }

    pub(crate) fn of(store: &str, sender: Address, look: Look) -> Self {
        Self {
            store: clean::one_line(store),
            sender,
            look,
        }
    }

    /// The name of the store, on one line.
    pub(super) fn store(&self) -> &str {
        &self.store
    }

    /// Writes a letter.
    pub(super) fn write(&self, to: Recipient<'_>, sheet: &Sheet) -> Result<Message, MailError> {
        self.write_with(to, sheet, |letter| letter)
    }

    /// Writes a letter that has more headers than most.
    pub(super) fn write_with(
        &self,
        to: Recipient<'_>,
        sheet: &Sheet,
        headers: impl FnOnce(MessageBuilder) -> MessageBuilder,
    ) -> Result<Message, MailError> {
        let letter = lettre::Message::builder()
            .from(mailbox(&self.store, self.sender.clone()))
            .to(mailbox(to.name, recipient(to.email)?))
            .subject(sheet.subject.clone())
            .message_id(Some(message_id(&self.sender)?))
            .date_now();
        headers(letter)
            .multipart(MultiPart::alternative_plain_html(sheet.text(), self.page(sheet)))
            .map(Message)
            .map_err(|_| MailError::Form)
    }

    /// For mail programs that show pages.
    fn page(&self, sheet: &Sheet) -> String {
        let blocks: Vec<String> = sheet.blocks.iter().map(Block::page).collect();
        fill(LAYOUT, |place| {
            Some(match place {
                "language" => sheet.language.to_owned(),
                "subject" => clean::html(&sheet.subject),
                "ahead" => clean::html(&sheet.ahead),
                "store" => clean::html(&self.store),
                "blocks" => blocks.join("\n"),
                token => return self.look.value(token),
            })
        })
    }
}

impl Sheet {
    /// For mail programs that show text.
    pub(super) fn text(&self) -> String {
        let mut text = self
            .blocks
            .iter()
            .filter_map(Block::text)
            .collect::<Vec<_>>()
            .join("\n\n");
        text.push('\n');
        text
    }
}

impl Block {
    fn text(&self) -> Option<String> {
        let marked = |mark: &str, lines: Vec<&str>| {
            let lines = lines.iter().map(|line| format!("{mark} {line}"));
            lines.collect::<Vec<_>>().join("\n")
        };
        Some(match self {
            Self::Heading(_) => return None,
            Self::Words(words) | Self::Small(words) => words.clone(),
            Self::List(items) => marked("-", items.iter().map(String::as_str).collect()),
            Self::Quote(heading, words) => format!("{heading}\n\n{}", marked(">", words.lines().collect())),
            Self::Button { link, .. } => link.clone(),
        })
    }

    fn page(&self) -> String {
        match self {
            Self::Heading(words) => format!("<h1>{}</h1>", clean::html(words)),
            Self::Words(words) => format!("<p>{}</p>", clean::html(words).replace('\n', "<br>\n")),
            Self::Small(words) => format!("<p class=\"small\">{}</p>", clean::html(words)),
            Self::List(items) => {
                let items = items.iter().map(|item| format!("<li>{}</li>", clean::html(item)));
                format!("<ul>\n{}\n</ul>", items.collect::<Vec<_>>().join("\n"))
            }
            Self::Quote(heading, words) => format!(
                "<p>{}</p>\n<blockquote>{}</blockquote>",
                clean::html(heading),
                clean::html(words)
            ),
            Self::Button { label, link, otherwise } => {
                let link = clean::html(link);
                format!(
                    "<p><a class=\"button\" href=\"{link}\">{}</a></p>\n<p class=\"small\">{}<br>\n\
                     <a class=\"address\" href=\"{link}\">{link}</a></p>",
                    clean::html(label),
                    clean::html(otherwise)
                )
            }
        }
    }
}

/// The address that letters are from where none was given: nobody reads answers at the address of a machine.
pub(crate) fn own_sender(public_url: &str) -> Result<Address, MailError> {
    sender(public_url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_layout_is_filled() {
        let letterhead = Letterhead::new("Kunci", "a@b.test", Look::default()).expect("an address");
        let page = letterhead.page(&Sheet {
            language: "en",
            subject: "Subject".to_owned(),
            ahead: String::new(),
            blocks: vec![Block::Words("Words".to_owned())],
        });
        // What is left in braces are rules of the stylesheet, and those have spaces.
        let places = page.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        for place in places {
            assert!(place.starts_with([' ', '\n']), "{place}");
        }
        assert!(page.contains("background: #12605a"), "{page}");
    }
}
