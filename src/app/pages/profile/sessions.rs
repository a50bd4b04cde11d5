//! Where one is signed in, and how to end it there.

use latchkey_contract::session::OwnSession;
use leptos::html;
use leptos::prelude::*;

use super::own_sessions::OwnSessions;
use super::session_row::SessionRow;
use crate::client::Loaded;
use crate::components::keyed::keyed;
use crate::components::problem::error_message;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::navigation::focus;
use crate::reactive::{handler, live, memo};
use crate::session::on_elsewhere;

/// The sessions.
#[component]
pub(super) fn SessionsCard(
    /// They.
    own_sessions: OwnSessions,
) -> impl IntoView {
    let toasts = use_toasts();
    let heading = NodeRef::<html::H2>::new();
    let load = own_sessions.load;
    // A memo, so that asking again in vain draws nothing anew.
    let state = memo(move || {
        load.with(|load| match load {
            Loaded::Pending => Loaded::Pending,
            Loaded::Ready(_) => Loaded::Ready(()),
            Loaded::Failed(error) => Loaded::Failed(error.clone()),
        })
    });
    let items = move || load.with(|load| load.ready().map(|page| page.items.clone()).unwrap_or_default());
    let others = memo(move || items().iter().any(|session| !session.current));

    let ended = move |said: String| {
        toasts.say(said);
        // The button that was pressed is gone.
        if let Some(Some(heading)) = heading.try_get_untracked() {
            focus(&heading);
        }
    };
    let end = move |session: OwnSession| own_sessions.end(session, ended);
    let recognise = move |session: OwnSession| {
        own_sessions.recognise(session);
        if let Some(Some(heading)) = heading.try_get_untracked() {
            focus(&heading);
        }
    };
    on_elsewhere(move || own_sessions.ask());
    let end_others = move |_| own_sessions.end_others(ended);

    let list = live(move || match state.get() {
        Loaded::Pending => view! { <PageSkeleton /> }.into_any(),
        Loaded::Failed(error) => view! { <Retry error retry=Callback::new(move |()| own_sessions.ask()) /> }.into_any(),
        Loaded::Ready(()) => view! {
            <ul class="rows">
                {keyed(items, key, move |session| view! { <SessionRow session end recognise /> })}
            </ul>
        }
        .into_any(),
    });
    let all_others = live(move || {
        match (state.get(), others.get()) {
        (Loaded::Ready(()), true) => view! {
            <div class="buttons">
                <button class="button danger" type="button" on:click=handler(end_others)>{words::profile_sessions_end_others}</button>
            </div>
        }
        .into_any(),
        (Loaded::Ready(()), false) => view! { <p class="muted">{words::profile_sessions_only}</p> }.into_any(),
        _ => ().into_any(),
    }
    });
    let notice = live(move || {
        own_sessions.trouble.get().map(|error| {
            view! { <div class="notice" data-tone="danger" role="alert"><p>{error_message(&error)}</p></div> }
        })
    });
    view! {
        <section class="card" aria-labelledby="sessions">
            <h2 class="card-title" id="sessions" tabindex="-1" node_ref=heading>{words::profile_sessions}</h2>
            <div class="stack">
                <p class="muted">{words::profile_sessions_text}</p>
                {notice}
                {list}
                {all_others}
            </div>
        </section>
    }
}

/// What a line is known by: where any of it changes, it is drawn anew.
fn key(session: &OwnSession) -> String {
    let seen = session.last_seen.millis();
    format!("{} {seen} {}", session.id, session.unrecognised)
}
