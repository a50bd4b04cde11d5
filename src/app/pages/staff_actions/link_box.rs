//! An invitation's link, to be passed on by the owner's own hand. It is shown once; only its hash is kept.

use latchkey_contract::staff::InvitationLink;
use leptos::prelude::*;

use crate::components::copy::CopyBox;
use crate::i18n::{self, words};

/// The link, with a button that copies it.
#[component]
pub(crate) fn InvitationLinkBox(
    /// The link.
    invitation: InvitationLink,
    /// Whom it is for.
    email: String,
) -> impl IntoView {
    let InvitationLink { link, expires } = invitation;
    let hint = Signal::derive(move || words::staff_link_hint(&email, &i18n::format::date(expires)));
    view! {
        <CopyBox
            id="invitation-link"
            label=words::staff_link_label
            text=link
            hint
            copy=words::staff_copy_link
            copied=words::staff_link_copied
        />
    }
}
