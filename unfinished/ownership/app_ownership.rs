//! The store is being handed over: the owner sees to whom it is offered, and whoever it is offered to accepts or declines.
//! Where there is no offer, nothing of it is on the page.

use latchkey_contract::ownership::{Ownership, OwnershipOffer};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::client::{ClientError, Load};
use crate::components::dialog::Dialog;
use crate::components::problem::error_message;
use crate::components::toasts::use_toasts;
use crate::i18n::{format, words};
use crate::reactive::{handler, live, memo};
use crate::session::{use_sessions, use_signed_in};

/// The card; absent where there is no offer.
#[component]
pub(super) fn OwnershipCard() -> impl IntoView {
    let signed_in = use_signed_in();
    let load = Load::<Ownership>::new();
    let client = signed_in.client();
    load.ask(move |_| async move { client.ownership().await });
    let offer = memo(move || load.with(|load| load.ready().and_then(|found| found.offer.clone())));
    live(move || offer.get().map(|offer| view! { <Offered offer load /> }))
}

#[component]
fn Offered(offer: OwnershipOffer, load: Load<Ownership>) -> impl IntoView {
    let signed_in = use_signed_in();
    let sessions = use_sessions();
    let toasts = use_toasts();
    let busy = RwSignal::new(false);
    let asking = RwSignal::new(false);
    let trouble = RwSignal::new(None::<ClientError>);
    let mine = signed_in.known.get_untracked().session.account.owner;
    let close = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let client = signed_in.client();
        spawn_local(async move {
            match client.withdraw_ownership().await {
                Ok(()) => load.set(Ownership { offer: None }),
                Err(error) => drop(trouble.try_set(Some(error))),
            }
            busy.try_set(false);
        });
    };
    let accept = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let client = signed_in.client();
        let done = words::ownership_accepted();
        spawn_local(async move {
            match client.accept_ownership().await {
                Ok(session) => {
                    load.set(Ownership { offer: None });
                    toasts.say(done);
                    // What cannot be had now is asked for again by itself.
                    let _ = sessions.enter(session).await;
                }
                Err(error) => drop(trouble.try_set(Some(error))),
            }
            asking.try_set(false);
            busy.try_set(false);
        });
    };
    let (name, owner, expires) = (offer.name, StoredValue::new(offer.owner), offer.expires);
    let text = move || {
        if mine {
            words::ownership_offered(&name, &format::date_time(expires))
        } else {
            owner.with_value(|owner| words::ownership_offered_to_you(owner, &format::date_time(expires)))
        }
    };
    let buttons = if mine {
        view! { <button class="button" type="button" on:click=handler(close)>{words::ownership_withdraw}</button> }.into_any()
    } else {
        view! {
            <button class="button primary" type="button" on:click=handler(move |_| asking.set(true))>{words::ownership_accept}</button>
            <button class="button" type="button" on:click=handler(close)>{words::ownership_decline}</button>
        }
        .into_any()
    };
    let notice = live(move || {
        trouble.get().map(|error| {
            view! { <div class="notice" data-tone="danger" role="alert"><p>{error_message(&error)}</p></div> }
        })
    });
    let keep = Callback::new(move |()| {
        if !busy.get_untracked() {
            asking.set(false);
        }
    });
    let question = live(move || {
        asking.get().then(|| {
            view! {
                <Dialog title=Signal::derive(words::ownership_accept_title) on_close=keep tone="danger">
                    <p>{move || owner.with_value(|owner| words::ownership_accept_text(owner))}</p>
                    <div class="buttons end">
                        <button class="button" type="button" on:click=handler(move |_| keep.run(()))>{words::frame_cancel}</button>
                        <button class="button danger solid" type="button" on:click=handler(accept)>{words::ownership_accept}</button>
                    </div>
                </Dialog>
            }
        })
    });
    view! {
        <section class="card" aria-labelledby="ownership">
            <h2 class="card-title" id="ownership">{words::ownership_title}</h2>
            <div class="stack">
                <p>{text}</p>
                {notice}
                <div class="buttons">{buttons}</div>
            </div>
            {question}
        </section>
    }
}
