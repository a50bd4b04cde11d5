//! Letters that have not arrived: what waits, what could not be delivered and why, and what the owner does about it.
//!
//! `line` says so where the owner is at work with people.

mod deeds;
mod line;
mod row;
mod trouble;

use latchkey_contract::letter::{Delivery, Letter, LetterPage};
use latchkey_contract::screen::STAFF;
use leptos::prelude::*;

pub(crate) use self::line::LettersLine;
use self::row::LetterRow;
pub(crate) use self::trouble::trouble_words;
use crate::client::{Load, Loaded};
use crate::components::page_head::PageHead;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::i18n::words;
use crate::pages::staff_actions::{StaffActionDialogs, StaffActions};
use crate::reactive::live;
use crate::session::{LETTERS_KEY, STAFF_KEY, on_change, use_signed_in};

/// The page.
#[component]
pub(crate) fn LettersPage() -> impl IntoView {
    let load = Load::<LetterPage>::new();
    let ask = asking(load);
    ask();
    let actions = StaffActions::new(move |_| ask());
    let contents = live(move || match load.get() {
        Loaded::Pending => view! { <PageSkeleton /> }.into_any(),
        Loaded::Failed(error) => view! { <Retry error retry=Callback::new(move |()| ask()) /> }.into_any(),
        Loaded::Ready(page) => view! {
            <div class="stack">
                {(page.delivery == Delivery::Kept).then(kept)}
                {letters(page.items, actions, ask)}
            </div>
        }
        .into_any(),
    });
    view! {
        <div class="page">
            <PageHead
                title=Signal::derive(words::letters_title)
                crumb=(STAFF.path, words::staff_title as fn() -> String)
                lead=Signal::derive(words::letters_lead)
            />
            {contents}
        </div>
        <StaffActionDialogs actions />
    }
}

/// What asks for the letters, and asks again whenever something about them has changed: an invitation that is answered
/// or taken back needs none any more.
fn asking(load: Load<LetterPage>) -> impl Fn() + Copy + Send + Sync + 'static {
    let signed_in = use_signed_in();
    let ask = move || {
        let client = signed_in.client();
        load.ask(move |abort| async move { client.letters(abort).await });
    };
    on_change(LETTERS_KEY.to_owned(), ask);
    on_change(STAFF_KEY.to_owned(), ask);
    ask
}

/// That letters reach nobody by themselves.
fn kept() -> impl IntoView {
    view! {
        <section class="notice" data-tone="warning">
            <h2 class="notice-title">{words::letters_kept_title}</h2>
            <p>{words::letters_kept}</p>
        </section>
    }
}

fn letters(letters: Vec<Letter>, actions: StaffActions, ask: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    if letters.is_empty() {
        return view! { <p class="muted">{words::letters_none}</p> }.into_any();
    }
    let changed = Callback::new(move |()| ask());
    let rows = letters
        .into_iter()
        .map(|letter| view! { <LetterRow letter actions changed /> });
    view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
}
