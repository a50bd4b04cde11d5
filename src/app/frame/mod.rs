//! What surrounds every page of somebody who is signed in: banner, menu, main, and the strip that says when the store
//! cannot be reached.

mod banner;
mod confirm;
mod connection;
mod foresight;
mod kept_strip;
mod menu;
mod outlet;
mod sign_in_again;

use leptos::prelude::*;

use connection::ConnectionStrip;

use crate::components::toasts::{ToastList, use_toasts};
use crate::i18n::words;
use crate::navigation::use_path;
use crate::reactive::effect;
use crate::session::{SignedIn, on_elsewhere, use_sessions};
use banner::Banner;
use confirm::Confirm;
use menu::StoreMenu;
use outlet::{Outlet, Standing};
use sign_in_again::SignInAgain;

use kept_strip::Kept;
pub(crate) use kept_strip::KeptStrip;

/// Whether the store menu is open. It matters on a phone, where it covers the page.
#[derive(Clone, Copy)]
struct MenuOpen(RwSignal<bool>);

/// The house.
#[component]
pub(crate) fn Frame() -> impl IntoView {
    let sessions = use_sessions();
    // Built once: what changes later reaches the pages through the context.
    let known = untrack(|| sessions.known());
    known.map(|known| {
        provide_context(SignedIn::new(sessions, known));
        let open = MenuOpen(RwSignal::new(false));
        provide_context(open);
        foresight::foresee();
        let toasts = use_toasts();
        on_elsewhere(move || toasts.warn(words::frame_signed_in_elsewhere()));
        let standing = Standing::new();
        let path = use_path();
        // A page has been chosen: the menu has done its work.
        effect(move || {
            path.track();
            open.0.set(false);
        });
        view! {
            <a class="skip" href="#main" rel="external">{words::frame_skip}</a>
            <div class="frame">
                <ConnectionStrip />
                <Kept standing />
                <Banner />
                <StoreMenu />
                <main class="main" id="main" tabindex="-1"><Outlet standing /></main>
                <ToastList />
            </div>
            <Confirm />
            <SignInAgain />
        }
    })
}
