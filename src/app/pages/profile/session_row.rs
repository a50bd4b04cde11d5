//! One session in the list: where it is, since when, and the button that ends it.

use std::time::Duration;

use latchkey_contract::session::OwnSession;
use leptos::prelude::*;

use crate::i18n::{format, words};
use crate::reactive::handler;
use crate::time::{every, now};

/// One session.
#[component]
pub(super) fn SessionRow(
    /// It.
    session: OwnSession,
    /// Ends it.
    end: impl Fn(OwnSession) + Copy + Send + Sync + 'static,
    /// Says that it was oneself.
    recognise: impl Fn(OwnSession) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let at = RwSignal::new(now());
    every(Duration::from_mins(1), move || at.set(now()));
    let named = session.device.trim().to_owned();
    let device = move || {
        if named.is_empty() {
            words::profile_session_unknown()
        } else {
            named.clone()
        }
    };
    let spoken = device.clone();
    let (created, last_seen) = (session.created, session.last_seen);
    let beside = if session.current {
        view! { <span class="pill accent">{words::profile_session_this}</span> }.into_any()
    } else if session.unrecognised {
        view! { <span class="pill sensitive">{words::profile_session_new}</span> }.into_any()
    } else {
        ().into_any()
    };
    let unrecognised = session.unrecognised && !session.current;
    let known = session.clone();
    let question = unrecognised.then(|| {
        view! {
            <p>{words::profile_session_you}</p>
            <button class="button small" type="button" on:click=handler(move |_| recognise(known.clone()))>
                {words::profile_session_recognise}
            </button>
        }
    });
    let button = (!session.current).then(|| {
        view! {
            <button class="button small" type="button" on:click=handler(move |_| end(session.clone()))>
                {words::profile_session_end}
                <span class="visually-hidden">" " {move || words::profile_session_end_of(&spoken())}</span>
            </button>
        }
    });
    view! {
        <li class="row">
            <div class="row-text">
                <strong>{device}</strong> " " {beside}
                <p class="muted">
                    {move || words::profile_session_since(&format::date_time(created))} " · "
                    {move || words::profile_session_seen(&format::relative(last_seen, at.get()))}
                </p>
                {question}
            </div>
            {button}
        </li>
    }
}
