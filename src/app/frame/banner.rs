//! The banner: the store, the language, and the person with what is theirs.

use std::sync::Arc;

use latchkey_contract::problem::ProblemCode;
use latchkey_contract::screen::{PROFILE, STAFF};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::{ev, html};

use super::MenuOpen;
use crate::client::ClientError;
use crate::components::avatar::{Avatar, StoreMark};
use crate::components::problem::error_message;
use crate::components::toasts::use_toasts;
use crate::config::Config;
use crate::i18n::{self, words};
use crate::reactive::{handler, live};
use crate::session::{Farewell, Gate, use_sessions, use_signed_in};

/// The banner.
#[component]
pub(super) fn Banner() -> impl IntoView {
    let MenuOpen(open) = expect_context();
    let signed_in = use_signed_in();
    let config = expect_context::<Arc<Config>>();
    let language = live(move || {
        let spoken = i18n::language::tag();
        config
            .languages
            .iter()
            .find(|language| language.id == spoken)
            .map(|language| language.name.clone())
    });
    let store = Signal::derive(move || signed_in.known.read().session.store.name.clone());
    view! {
        <header class="topbar">
            <button
                class="menu-button"
                type="button"
                aria-expanded=move || open.get().to_string()
                aria-controls="store-menu"
                on:click=handler(move |_| open.update(|open| *open = !*open))
            >
                {words::frame_menu}
            </button>
            <a class="store" href="/">
                <StoreMark name=store />
                <span class="store-name">{store}</span>
            </a>
            <span class="topbar-language" lang=i18n::language::tag>{language}</span>
            <PersonMenu />
        </header>
    }
}

#[component]
fn PersonMenu() -> impl IntoView {
    let sessions = use_sessions();
    let signed_in = use_signed_in();
    let open = RwSignal::new(false);
    let menu = NodeRef::<html::Div>::new();
    let toggle = NodeRef::<html::Button>::new();
    let name = Signal::derive(move || signed_in.known.read().session.account.name.clone());
    let id = signed_in.known.read_untracked().session.account.id.clone();

    // It closes when the focus or a click leaves it, and Escape gives the focus back to its button.
    let leaves = move |target: Option<web_sys::EventTarget>| {
        let target = target.and_then(|target| wasm_bindgen::JsCast::dyn_into::<web_sys::Node>(target).ok());
        menu.get_untracked().is_some_and(|menu| !menu.contains(target.as_ref()))
    };
    let click = window_event_listener(ev::click, move |event| {
        if leaves(event.target()) {
            open.set(false);
        }
    });
    on_cleanup(move || click.remove());
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            open.set(false);
            if let Some(toggle) = toggle.get_untracked() {
                let _ = toggle.focus();
            }
        }
    };
    let leave = move |event: ev::FocusEvent| {
        if event.related_target().is_some() && leaves(event.related_target()) {
            open.set(false);
        }
    };

    let toasts = use_toasts();
    let sign_out = move |_| {
        let client = signed_in.client();
        spawn_local(async move {
            match client.sign_out().await {
                Ok(()) => sessions.leave(Farewell::SignedOut),
                // The session still lives, and its cookie is still here: on a shared computer, nobody may believe
                // otherwise. That the line is down, the strip says.
                Err(ClientError::Unreachable | ClientError::GivenUp) => {}
                Err(error) if error.code() == Some(ProblemCode::SignedOut) => sessions.leave(Farewell::SignedOut),
                Err(error) => toasts.warn(error_message(&error)),
            }
        });
    };
    view! {
        <div class="menu" node_ref=menu on:keydown=handler(escape) on:focusout=handler(leave)>
            <button
                class="menu-toggle"
                type="button"
                node_ref=toggle
                aria-expanded=move || open.get().to_string()
                aria-controls="person-menu"
                on:click=handler(move |_| open.update(|open| *open = !*open))
            >
                <Avatar id=id.0 name />
                <span class="menu-name">{name}</span>
            </button>
            <ul class="menu-list" id="person-menu" hidden=move || !open.get()>
                <li><a class="menu-item" href=PROFILE.path on:click=handler(move |_| open.set(false))>{words::frame_profile}</a></li>
                <Gate rule=STAFF.rule>
                    <li>
                        <a class="menu-item" href=STAFF.path on:click=handler(move |_| open.set(false))>{words::frame_staff}</a>
                    </li>
                </Gate>
                <li class="menu-rule">
                    <button class="menu-item" type="button" on:click=handler(sign_out)>{words::frame_sign_out}</button>
                </li>
            </ul>
        </div>
    }
}
