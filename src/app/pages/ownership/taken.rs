//! Among one's own things: the store is offered to one, to be accepted or declined. The owner sees here what is offered to
//! whom. Where there is no offer, nothing of it is on the page.

use latchkey_contract::ownership::{Ownership, OwnershipOffer};
use leptos::prelude::*;

use super::offers::{HEADING, Offers, focus_heading};
use super::question::{Deed, Question};
use crate::i18n::{format, words};
use crate::reactive::{handler, live};
use crate::session::use_sessions;

/// The card.
#[component]
pub(crate) fn OfferedCard(
    /// Called once the store is taken over: the person's other sessions have ended.
    taken: Callback<()>,
) -> impl IntoView {
    let offers = Offers::new();
    let open = offers.open();
    live(move || open.get().map(|offer| view! { <Offered offers offer taken /> }))
}

#[component]
fn Offered(offers: Offers, offer: OwnershipOffer, taken: Callback<()>) -> impl IntoView {
    let asking = RwSignal::new(false);
    let made_to_me = offer.to == offers.signed_in.known.get_untracked().session.account.id;
    let OwnershipOffer {
        name, owner, expires, ..
    } = offer;
    let owner = StoredValue::new(owner);
    let contents = if made_to_me {
        let said = move || owner.with_value(|owner| words::ownership_to_you(owner, &format::date_time(expires)));
        let means = move || owner.with_value(|owner| words::ownership_to_you_means(owner));
        view! {
            <p>{said}</p>
            <p>{means}</p>
            {offers.notice()}
            <div class="buttons">
                <button class="button primary" type="button" on:click=handler(move |_| asking.set(true))>{words::ownership_accept}</button>
                <button class="button" type="button" on:click=handler(move |_| offers.close(words::ownership_declined))>{words::ownership_decline}</button>
            </div>
        }
        .into_any()
    } else {
        let said = move || words::ownership_offered(&name, &format::date_time(expires));
        view! {
            <p>{said}</p>
            {offers.notice()}
            <div class="buttons">
                <button class="button" type="button" on:click=handler(move |_| offers.close(words::ownership_taken_back))>{words::ownership_take_back}</button>
            </div>
        }
        .into_any()
    };
    let question = live(move || {
        asking
            .get()
            .then(|| view! { <AskToAccept offers owner asking taken /> })
    });
    view! {
        <section class="card" aria-labelledby=HEADING>
            <h2 class="card-title" id=HEADING tabindex="-1">{words::ownership_title}</h2>
            <div class="stack">{contents}</div>
        </section>
        {question}
    }
}

/// Asks before it is taken over.
#[component]
fn AskToAccept(
    offers: Offers,
    owner: StoredValue<String>,
    asking: RwSignal<bool>,
    taken: Callback<()>,
) -> impl IntoView {
    let sessions = use_sessions();
    let text = Signal::derive(move || owner.with_value(|owner| vec![words::ownership_accept_text(owner)]));
    let deed = move |()| -> Deed {
        let client = offers.signed_in.client();
        let said = words::ownership_accepted();
        Box::pin(async move {
            let session = client.accept_ownership().await?;
            offers.toasts.say(said);
            offers.set(Ownership { offer: None });
            // The page may be gone by then.
            taken.try_run(());
            focus_heading();
            // What cannot be had now is asked for again by itself.
            let _ = sessions.enter(session).await;
            Ok(())
        })
    };
    view! {
        <Question
            title=Signal::derive(words::ownership_accept_title)
            text
            confirm=(words::ownership_accept_confirm, words::ownership_accepting)
            deed
            asking
        />
    }
}
