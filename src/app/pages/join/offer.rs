//! What an invitation offers, with the catalogue's own names for the sections in it.

use latchkey_contract::invitation::Invitation;
use latchkey_permissions::Text;
use leptos::prelude::*;

use crate::client::{Client, ClientError};
use crate::i18n::{self, words};

/// The invitation, and the sections that one will see something of: what each is called and what lies behind it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offer {
    pub(super) invitation: Invitation,
    pub(super) sections: Vec<(Text, Text)>,
}

impl Offer {
    /// Asks the backend.
    pub(super) async fn load(client: Client, token: String) -> Result<Self, ClientError> {
        let invitation = client.invitation(&token).await?;
        let catalogue = client.permissions(None).await?;
        let sections = catalogue
            .sections()
            .iter()
            .filter(|section| invitation.sections.contains(&section.id))
            .map(|section| (section.label.clone(), section.description.clone()))
            .collect();
        Ok(Self { invitation, sections })
    }
}

/// The sections, and until when the offer stands.
#[component]
pub(super) fn OfferedSections(
    /// The offer.
    offer: Offer,
) -> impl IntoView {
    let section = |(label, description): (Text, Text)| {
        view! {
            <li class="ability" data-can="true">
                {move || label.in_language(&i18n::language::tag()).to_owned()}
                <p class="hint">{move || description.in_language(&i18n::language::tag()).to_owned()}</p>
            </li>
        }
    };
    let sections = if offer.sections.is_empty() {
        view! { <p>{words::join_no_sections}</p> }.into_any()
    } else {
        let sections = offer.sections.into_iter().map(section).collect_view();
        view! { <ul class="abilities">{sections}</ul> }.into_any()
    };
    let expires = offer.invitation.expires;
    view! {
        <section class="stack tight" aria-labelledby="offered">
            <h2 id="offered">{words::join_sections}</h2>
            {sections}
            <p class="hint">{move || words::join_expires(&i18n::format::date_time(expires))}</p>
        </section>
    }
}
