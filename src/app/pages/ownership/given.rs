//! The owner's side, at the foot of a person's page: the way to offer the store, which is seldom needed, and the offer once
//! it is made.

use latchkey_contract::ownership::OwnershipOffer;
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{Status, Window};
use leptos::prelude::*;

use super::offers::{HEADING, Offers, focus_heading};
use super::question::{Deed, Question};
use crate::i18n::{format, words};
use crate::pages::staff_actions::name_of;
use crate::reactive::{handler, live, memo};
use crate::time::now;

/// What of a person it is about.
#[derive(Clone, PartialEq)]
struct Whom {
    name: String,
    two_factor: bool,
}

/// Whether somebody works here now, and so can be offered the store.
fn works_here(member: &StaffMember) -> bool {
    let window = Window {
        starts: member.starts,
        ends: member.ends,
    };
    member.status == Status::Active && window.is_open(now())
}

/// The card; absent where the person could not be offered the store.
#[component]
pub(crate) fn OfferCard(
    /// Whose page it is.
    member: RwSignal<Option<StaffMember>>,
) -> impl IntoView {
    let offers = Offers::new();
    let (known, open) = (offers.is_known(), offers.open());
    let asking = RwSignal::new(false);
    let whom = memo(move || {
        member.with(|member| {
            let member = member.as_ref().filter(|member| works_here(member))?;
            Some(Whom {
                name: name_of(member).to_owned(),
                two_factor: member.two_factor,
            })
        })
    });
    let mine = memo(move || {
        let id = member.with(|member| member.as_ref().map(|member| member.id.clone()));
        open.get().filter(|offer| Some(&offer.to) == id.as_ref())
    });
    let contents = live(move || {
        let Whom { name, .. } = whom.get()?;
        Some(if let Some(offer) = mine.get() {
            view! { <Made offers offer /> }.into_any()
        } else {
            view! { <Way name open asking /> }.into_any()
        })
    });
    let question = live(move || {
        let whom = asking.get().then(|| whom.get_untracked()).flatten()?;
        Some(view! { <AskToOffer offers member whom asking /> })
    });
    let card = live(move || {
        (known.get() && whom.with(Option::is_some)).then(|| {
            view! {
                <section class="card plain" aria-labelledby=HEADING>
                    <h2 class="card-title" id=HEADING tabindex="-1">{words::ownership_title}</h2>
                    <div class="stack">{offers.notice()} {contents.clone()}</div>
                </section>
            }
        })
    });
    view! { {card} {question} }
}

/// The way to offer it, in place of an offer to somebody else where there is one.
#[component]
fn Way(name: String, open: Memo<Option<OwnershipOffer>>, asking: RwSignal<bool>) -> impl IntoView {
    let about = move || words::ownership_offer_text(&name);
    let instead = live(move || {
        let other = open.get()?;
        let said = words::ownership_other(&other.name, &format::date_time(other.expires));
        Some(view! { <p class="muted">{said}</p> })
    });
    view! {
        <p class="muted">{about}</p>
        {instead}
        <div class="buttons">
            <button class="button" type="button" on:click=handler(move |_| asking.set(true))>{words::ownership_offer}</button>
        </div>
    }
}

/// The offer that is made, and the way back.
#[component]
fn Made(offers: Offers, offer: OwnershipOffer) -> impl IntoView {
    let said = move || words::ownership_offered(&offer.name, &format::date_time(offer.expires));
    let take_back = move |_| offers.close(words::ownership_taken_back);
    view! {
        <div class="notice" data-tone="warning"><p>{said}</p></div>
        <div class="buttons">
            <button class="button" type="button" on:click=handler(take_back)>{words::ownership_take_back}</button>
        </div>
    }
}

/// Asks before it is offered.
#[component]
fn AskToOffer(
    offers: Offers,
    member: RwSignal<Option<StaffMember>>,
    whom: Whom,
    asking: RwSignal<bool>,
) -> impl IntoView {
    let Whom { name, two_factor } = whom;
    let name = StoredValue::new(name);
    let title = Signal::derive(move || name.with_value(|name| words::ownership_ask_title(name)));
    let text = Signal::derive(move || {
        name.with_value(|name| {
            let unsafe_yet = (!two_factor).then(|| words::ownership_ask_factor(name));
            [words::ownership_ask_text(name), words::ownership_ask_you(name)]
                .into_iter()
                .chain(unsafe_yet)
                .collect::<Vec<_>>()
        })
    });
    let deed = move |()| -> Deed {
        let client = offers.signed_in.client();
        let id = member.with_untracked(|member| member.as_ref().map(|member| member.id.clone()));
        let said = name.with_value(|name| words::ownership_was_offered(name));
        Box::pin(async move {
            let Some(id) = id else { return Ok(()) };
            let made = client.offer_ownership(&id).await?;
            offers.set(made);
            offers.toasts.say(said);
            focus_heading();
            Ok(())
        })
    };
    view! {
        <Question title text confirm=(words::ownership_confirm, words::ownership_confirming) deed asking />
    }
}
