//! Accepting an invitation: whoever holds the link chooses a password and is in.

mod dead;
mod form;
mod offer;

use std::sync::Arc;

use latchkey_contract::problem::ProblemCode;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::client::{Load, Loaded};
use crate::components::door::Door;
use crate::components::page_head::Heading;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::i18n::words;
use crate::reactive::{handler, live, memo};
use crate::session::{Farewell, Known, SignedIn, use_sessions};
use dead::{Dead, DeadLink};
use form::JoinForm;
use offer::Offer;

/// The page behind an invitation's link.
#[component]
pub(crate) fn JoinPage(
    /// What the link carries.
    token: String,
) -> impl IntoView {
    let sessions = use_sessions();
    let token = StoredValue::new(token);
    let offer = Load::<Offer>::new();
    let ask = move || offer.ask(move |_| Offer::load(sessions.client(), token.get_value()));
    ask();
    // A link can die between opening the page and sending the form.
    let died = RwSignal::new(None::<Dead>);
    let dead = memo(move || {
        died.get().or_else(|| {
            offer.with(|offer| match offer {
                Loaded::Failed(error) => error.code().and_then(Dead::of),
                Loaded::Pending | Loaded::Ready(_) => None,
            })
        })
    });
    let store = move || offer.with(|offer| offer.ready().map(|offer| offer.invitation.store.clone()));
    let title = move || match (dead.get(), store()) {
        (Some(dead), _) => dead.title(),
        (None, Some(store)) => words::join_title(&store),
        (None, None) => words::join_title_loading(),
    };

    // A memo, so that asking again in vain draws nothing anew.
    let loaded = memo(move || offer.get());
    let card = live(move || {
        match (dead.get(), loaded.get()) {
        (Some(dead), _) => view! { <DeadLink token=token.get_value() dead /> }.into_any(),
        (None, Loaded::Pending) => view! { <PageSkeleton /> }.into_any(),
        (None, Loaded::Failed(error)) => view! {
            <Heading title=Signal::derive(words::join_title_loading) />
            <Retry error retry=Callback::new(move |()| ask()) />
        }
        .into_any(),
        (None, Loaded::Ready(offer)) => match untrack(move || sessions.known()) {
            Some(known) => view! { <SignedInAlready email=offer.invitation.email known /> }.into_any(),
            None => view! {
                <JoinForm token=token.get_value() offer dies=move |code: ProblemCode| { died.try_set(Dead::of(code)); } />
            }
            .into_any(),
        },
    }
    });
    view! { <Door title=Signal::derive(title) store=Signal::derive(store) wide=true>{card}</Door> }
}

/// Somebody else is signed in in this browser. Joining would throw them out unasked.
#[component]
fn SignedInAlready(
    /// Whom the invitation is for.
    email: String,
    /// Who is signed in.
    known: Arc<Known>,
) -> impl IntoView {
    let sessions = use_sessions();
    let name = known.session.account.name.clone();
    let signed_in = SignedIn::new(sessions, known);
    let sign_out = move |_| {
        let client = signed_in.client();
        spawn_local(async move {
            // Whatever comes of it, this browser shows nothing more of the other person.
            let _ = client.sign_out().await;
            sessions.leave(Farewell::SignedOut);
        });
    };
    view! {
        <Heading title=Signal::derive(words::join_signed_in_title) />
        <p class="lead">{move || words::join_signed_in_text(&email, &name)}</p>
        <div class="buttons">
            <button class="button primary" type="button" on:click=handler(sign_out)>{words::join_sign_out}</button>
            <a class="button" href="/">{words::frame_back_to_overview}</a>
        </div>
    }
}
