//! Telling somebody by mail what happened to the own account, in the transaction in which it does.
//!
//! Beside [`mail`](crate::mail), which only knows how such a message looks: here it is said what there is to tell, and where
//! each leads.

use latchkey_contract::letter::LetterKind;
use latchkey_permissions::Time;

use crate::mail::{self, Outgoing, Recipient, moment};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::Account;
use crate::writing::Writing;

/// What happened.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Told<'a> {
    /// Somebody has asked at the door for a new password, or the owner has for somebody.
    PasswordLink {
        /// Where it is chosen.
        link: &'a str,
        /// Until when the link works.
        expires: Time,
        /// What the owner is called, where it was the owner.
        owner: Option<&'a str>,
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
    /// The owner offers the store to the person.
    OwnershipOffered {
        /// What the owner is called.
        owner: &'a str,
        /// Until when it can be accepted.
        expires: Time,
    },
    /// The owner has offered the store to somebody.
    OwnershipOfferedByYou {
        /// Whom.
        to: &'a Account,
        /// Until when it can be accepted.
        expires: Time,
    },
    /// Somebody has declined the offer of the owner.
    OwnershipDeclined {
        /// Who.
        by: &'a Account,
    },
    /// The person was the owner, and is no longer.
    OwnershipGiven {
        /// What the new owner is called.
        to: &'a str,
    },
    /// The person is the owner now.
    OwnershipTaken {
        /// What the former owner is called.
        from: &'a str,
    },
}

impl Told<'_> {
    /// What its words begin with.
    fn kind(&self) -> &'static str {
        match self {
            Self::PasswordLink { owner: None, .. } => "password-link",
            Self::PasswordLink { owner: Some(_), .. } => "password-link-by-owner",
            Self::PasswordReset => "password-reset",
            Self::NewDevice { device: "", .. } => "new-device-unknown",
            Self::NewDevice { .. } => "new-device",
            Self::OwnershipOffered { .. } => "ownership-offered",
            Self::OwnershipOfferedByYou { .. } => "ownership-offered-by-you",
            Self::OwnershipDeclined { .. } => "ownership-declined",
            Self::OwnershipGiven { .. } => "ownership-given",
            Self::OwnershipTaken { .. } => "ownership-taken",
        }
    }

    /// The page that it leads to: where the password is chosen, or where whoever did not do this can see to it.
    fn link(&self, home: &str) -> String {
        match self {
            Self::PasswordLink { link, .. } => (*link).to_owned(),
            Self::PasswordReset => format!("{home}/forgotten-password"),
            Self::NewDevice { .. } | Self::OwnershipOffered { .. } | Self::OwnershipGiven { .. } => {
                format!("{home}/profile")
            }
            Self::OwnershipOfferedByYou { to: who, .. } | Self::OwnershipDeclined { by: who } => {
                format!("{home}/staff/{}", who.id)
            }
            Self::OwnershipTaken { .. } => format!("{home}/staff"),
        }
    }

    /// What is called by name in its words.
    fn values(&self, language: &str) -> Vec<(&'static str, String)> {
        match *self {
            Self::PasswordLink { expires, owner, .. } => {
                let when = ("when", moment(expires, language));
                let owner = owner.map(|owner| ("owner", owner.to_owned()));
                [when].into_iter().chain(owner).collect()
            }
            Self::PasswordReset => Vec::new(),
            Self::NewDevice { device, at } => vec![("device", device.to_owned()), ("when", moment(at, language))],
            Self::OwnershipOffered { owner, expires } => {
                vec![("owner", owner.to_owned()), ("when", moment(expires, language))]
            }
            Self::OwnershipOfferedByYou { to, expires } => {
                vec![("name", to.name.clone()), ("when", moment(expires, language))]
            }
            Self::OwnershipDeclined { by } => vec![("name", by.name.clone())],
            Self::OwnershipGiven { to: name } | Self::OwnershipTaken { from: name } => vec![("name", name.to_owned())],
        }
    }
}

/// Posts it to this person.
pub(crate) async fn post(tx: &mut Writing, state: &AppState, to: &Account, told: Told<'_>) -> Result<(), Refusal> {
    let language = to.language.as_deref().unwrap_or("en");
    let values = told.values(language);
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let head = state.stationery.letterhead(tx).await?;
    let recipient = Recipient {
        email: &to.email,
        name: &to.name,
    };
    let notice = mail::Notice {
        kind: told.kind(),
        link: &told.link(&state.public_url),
        values: &values,
        language,
    };
    let letter = match told {
        Told::PasswordLink { .. } => LetterKind::PasswordLink,
        Told::PasswordReset => LetterKind::PasswordReset,
        Told::NewDevice { .. } => LetterKind::NewDevice,
        Told::OwnershipOffered { .. }
        | Told::OwnershipOfferedByYou { .. }
        | Told::OwnershipDeclined { .. }
        | Told::OwnershipGiven { .. }
        | Told::OwnershipTaken { .. } => LetterKind::Ownership,
    };
    let mut letter = Outgoing::new(letter, &to.email, mail::notice(&head, recipient, notice)).for_staff(&to.id);
    if let Told::PasswordLink { expires, .. } | Told::OwnershipOffered { expires, .. } = told {
        letter = letter.until(expires);
    }
    tx.post(letter);
    Ok(())
}
