//! What the owner can do about an account as a whole: revoke, suspend, reactivate, sign out everywhere, and the
//! invitation. One set of dialogs for the list and for the person's own page, so that both do the same. The dialogs, and
//! what carries orders out, are a chapter.

mod actions;
mod ask;
mod dialogs;
mod link_box;
mod order;

use latchkey_contract::staff::StaffMember;

pub(crate) use actions::{Shown, StaffActions};
pub(crate) use dialogs::{StaffActionDialogs, dialog};
pub(crate) use link_box::InvitationLinkBox;
pub(crate) use order::{Order, StaffAction};

/// What to call somebody: the name, or the e-mail address until there is one.
pub(crate) fn name_of(member: &StaffMember) -> &str {
    if member.name.is_empty() {
        &member.email
    } else {
        &member.name
    }
}
