//! Letters that have not arrived: what waits to be sent, and what could not be delivered. What has been delivered is not
//! kept, and no letter's words are ever told here.

use latchkey_permissions::Time;
use serde::{Deserialize, Serialize};

use crate::id::{AccountId, LetterId};

/// `GET /letters`: what has not arrived, the newest first, and how letters travel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LetterPage {
    /// The letters; at most [`crate::limits::PAGE_MAX`] of them.
    pub items: Vec<Letter>,
    /// Always none: whoever has more than that many looks at the mail server first.
    pub next: Option<String>,
    /// How many there are.
    pub total: u64,
    /// How letters travel.
    pub delivery: Delivery,
}

/// How letters travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Delivery {
    /// They are sent through a mail server.
    Sent,
    /// No mail server is set up: they are laid down in a folder, and reach nobody by themselves.
    Kept,
}

/// A letter that has not arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Letter {
    /// Its id.
    pub id: LetterId,
    /// What it is about.
    pub kind: LetterKind,
    /// The address that it goes to.
    pub to: String,
    /// The member of staff whom it is for, where it is for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
    /// Where it stands.
    pub state: LetterState,
    /// How often it has been tried.
    pub attempts: u64,
    /// When it is tried next; none where that is over.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub next: Option<Time>,
    /// When it was written.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub created: Time,
    /// What went wrong last, where something has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Trouble>,
    /// Whether it can be tried again as it is. One that held a link cannot, once it is given up: the link is forgotten
    /// with it.
    pub again: bool,
}

/// What a letter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LetterKind {
    /// An invitation to join the staff.
    Invitation,
    /// That whoever held a dead invitation asks for a new one.
    InvitationRequest,
    /// A reminder of the steps before access.
    Reminder,
    /// That somebody's second factor was taken away.
    SecondFactor,
    /// A link with which somebody chooses a new password.
    PasswordLink,
    /// That somebody has chosen a new password with such a link.
    PasswordReset,
    /// That somebody has signed in on a device that was new.
    NewDevice,
    /// That the store is offered to somebody, or has gone to another owner.
    Ownership,
    /// A reminder of a cart.
    Cart,
    /// A newsletter as its customers get it.
    Newsletter,
    /// A newsletter that is tried out.
    NewsletterTrial,
    /// One that is not known here.
    #[serde(other)]
    Other,
}

/// Where a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LetterState {
    /// It is yet to be sent, for the first time or again.
    Waiting,
    /// It is not tried any more.
    Failed,
}

/// What went wrong with a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Trouble {
    /// What kind of thing.
    pub kind: TroubleKind,
    /// What the mail server or the system said, in its own words; may be empty.
    #[serde(default)]
    pub said: String,
}

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TroubleKind {
    /// The mail server could not be reached, or stopped answering.
    Unreachable,
    /// No safe connection came about.
    Insecure,
    /// The mail server did not take the name and password.
    SignIn,
    /// The mail server asked to try again later.
    Delayed,
    /// The mail server refused the letter.
    Refused,
    /// No letter can be addressed to this recipient.
    Address,
    /// The folder for letters cannot be written.
    Folder,
    /// Something else.
    #[serde(other)]
    Other,
}

/// How it stands with the letter of an invitation that has not arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InvitationLetter {
    /// Where it stands.
    pub state: LetterState,
    /// What went wrong last, where something has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Trouble>,
}
