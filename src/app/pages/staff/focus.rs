//! Where the focus goes when the row that it was in is drawn anew, or is gone: never back to the top of the page unseen.

use latchkey_contract::id::AccountId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::navigation::focus;

/// The id of a row.
pub(super) fn row_id(account: &AccountId) -> String {
    format!("staff-{account}")
}

/// To be called before the rows change. If the focus is in a row then, and lost afterwards, it goes to the same button
/// of the row, else to the person's name; where the person is gone, to the next one's, and from an empty list to the
/// page's heading.
pub(super) fn keep_focus() {
    let Some(active) = document().active_element() else {
        return;
    };
    let Ok(Some(row)) = active.closest("tr[id]") else {
        return;
    };
    let words = active.text_content();
    let near = [
        Some(row.clone()),
        row.next_element_sibling(),
        row.previous_element_sibling(),
    ];
    let ids: Vec<_> = near.into_iter().flatten().map(|row| row.id()).collect();
    request_animation_frame(move || {
        if is_lost() {
            let rows: Vec<_> = ids.iter().map(|id| document().get_element_by_id(id)).collect();
            let same = rows
                .first()
                .cloned()
                .flatten()
                .and_then(|row| control(&row, words.as_deref()));
            let first = || rows.into_iter().flatten().find_map(|row| control(&row, None));
            let heading = || document().query_selector("h1").ok().flatten();
            give(same.or_else(first).or_else(heading));
        }
    });
}

/// Gives the focus to a person's row, once it stands.
pub(super) fn focus_row(account: &AccountId) {
    let id = row_id(account);
    request_animation_frame(move || {
        give(document().get_element_by_id(&id).and_then(|row| control(&row, None)));
    });
}

/// Whether nothing has the focus.
fn is_lost() -> bool {
    document()
        .active_element()
        .is_none_or(|active| active.tag_name() == "BODY")
}

/// A row's link or button with these words; its first one where there are none.
fn control(row: &Element, words: Option<&str>) -> Option<Element> {
    let controls = row.query_selector_all("a, button").ok()?;
    (0..controls.length()).find_map(|n| {
        let control = controls.get(n)?.dyn_into::<Element>().ok()?;
        words
            .is_none_or(|words| control.text_content().as_deref() == Some(words))
            .then_some(control)
    })
}

fn give(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus(&element);
    }
}
