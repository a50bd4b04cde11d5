//! A quiet line where the owner is at work with people: that letters are not sent, or that some did not arrive. Where all
//! is well, nothing.

use latchkey_contract::letter::{Delivery, LetterPage, LetterState};
use latchkey_contract::screen::LETTERS;
use leptos::prelude::*;

use super::asking;
use crate::client::{Load, Loaded};
use crate::i18n::words;
use crate::reactive::live;

/// The line.
#[component]
pub(crate) fn LettersLine() -> impl IntoView {
    let load = Load::<LetterPage>::new();
    asking(load)();
    live(move || {
        let Loaded::Ready(page) = load.get() else {
            return ().into_any();
        };
        let failed = page
            .items
            .iter()
            .filter(|letter| letter.state == LetterState::Failed)
            .count() as u64;
        let said = match (failed, page.delivery) {
            (0, Delivery::Sent) => return ().into_any(),
            (0, Delivery::Kept) => words::letters_line_kept(),
            (failed, _) => words::letters_line_failed(failed),
        };
        let see = view! { <a href=LETTERS.path>{words::letters_see}</a> };
        match failed {
            0 => view! { <p class="muted">{said} " " {see}</p> }.into_any(),
            _ => {
                view! { <div class="notice" data-tone="warning" role="status"><p>{said} " " {see}</p></div> }.into_any()
            }
        }
    })
}
