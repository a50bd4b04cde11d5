//! Above a page whose typing can no longer be saved, since all access was taken back or the page may no longer be opened:
//! it says so, and what was typed may be copied out.

use latchkey_contract::screen::ONBOARDING;
use leptos::prelude::*;

use super::outlet::Standing;
use crate::chapter::later;
use crate::i18n::words;
use crate::pages::chapters::{Page, Room};
use crate::pages::sign_in::farewell_words;
use crate::reactive::{handler, live, memo};
use crate::session::{Farewell, use_sessions, use_signed_in};

/// The strip, where it is needed.
#[component]
pub(super) fn Kept(standing: Standing) -> impl IntoView {
    let sessions = use_sessions();
    let gone = memo(move || sessions.lapsed().filter(|why| !why.may_return()));
    let needed = memo(move || standing.withdrawn.get() || gone.get().is_some());
    live(move || {
        let why = gone.get();
        needed.get().then(|| {
            let let_go = Callback::new(move |()| match why {
                Some(why) => sessions.leave(why),
                None => standing.let_go(),
            });
            later(|| ().into_any(), Page::Room(Room::KeptStrip(why, let_go)))
        })
    })
}

/// The strip itself.
#[component]
pub(crate) fn KeptStrip(
    /// Why the session has ended; none where it lives, and only the page may no longer be opened.
    why: Option<Farewell>,
    /// Called when nothing of the page is needed any more.
    let_go: Callback<()>,
) -> impl IntoView {
    let said = why.map_or(words::no_access_withdrawn as fn() -> String, farewell_words);
    let signed_in = use_signed_in();
    let way = live(
        move || match signed_in.known.read().session.account.onboarding.is_empty() {
            true => words::sign_in_kept().into_any(),
            // Once the step is taken, in another tab, this page goes on as it is.
            false => view! {
                {words::onboarding_kept} " "
                <a href=ONBOARDING.path target="_blank">{words::onboarding_go}</a>
            }
            .into_any(),
        },
    );
    view! {
        <div class="strip" data-tone="warning" role="alert">
            <p>{said} " " {way}</p>
            <button class="button small" type="button" on:click=handler(move |_| let_go.run(()))>{words::sign_in_again_leave}</button>
        </div>
    }
}
