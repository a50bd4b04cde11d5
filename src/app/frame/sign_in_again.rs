//! A session that ended under something unsaved: sign in again over the page, and nothing of it is lost.

use leptos::prelude::*;

use crate::components::dialog::Dialog;
use crate::i18n::words;
use crate::pages::sign_in::SignInForm;
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
