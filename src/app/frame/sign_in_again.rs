//! A session that ended under something unsaved: sign in again over the page, and nothing of it is lost. Whoever cannot
//! come back is told so above the page, and may copy out what was typed; so is whoever may no longer open it.

use leptos::prelude::*;

use super::outlet::Standing;
use crate::components::dialog::Dialog;
use crate::i18n::words;
use crate::pages::sign_in::{SignInForm, farewell_words};
use crate::reactive::{handler, live, memo};
use crate::session::{Farewell, use_sessions, use_signed_in};

/// The dialog; absent while the session lives.
#[component]
pub(super) fn SignInAgain() -> impl IntoView {
    let sessions = use_sessions();
    let signed_in = use_signed_in();
    let lapsed = memo(move || sessions.lapsed().is_some_and(Farewell::may_return));
    live(move || {
        lapsed.get().then(|| {
            let email = signed_in.known.get_untracked().session.account.email.clone();
            view! {
                <Dialog title=Signal::derive(words::sign_in_again_title) on_close=Callback::new(|()| ())>
                    <p>{words::sign_in_again_text}</p>
                    <SignInForm email in_place=true />
                    <div class="buttons end">
                        <button class="button quiet" type="button" on:click=handler(move |_| sessions.leave(Farewell::Ended))>
                            {words::sign_in_again_leave}
                        </button>
                    </div>
                </Dialog>
            }
        })
    })
}

/// The strip above a page whose typing can no longer be saved.
#[component]
pub(super) fn KeptStrip(standing: Standing) -> impl IntoView {
    let sessions = use_sessions();
    let why = memo(move || match sessions.lapsed().filter(|why| !why.may_return()) {
        Some(why) => Some(Some(why)),
        None => standing.withdrawn.get().then_some(None),
    });
    live(move || {
        why.get().map(|why| {
            let said = why.map_or(words::no_access_withdrawn as fn() -> String, farewell_words);
            let leave = move |_| match why {
                Some(why) => sessions.leave(why),
                None => standing.let_go(),
            };
            view! {
                <div class="strip" data-tone="warning" role="alert">
                    <p>{said} " " {words::sign_in_kept}</p>
                    <button class="button small" type="button" on:click=handler(leave)>{words::sign_in_again_leave}</button>
                </div>
            }
        })
    })
}
