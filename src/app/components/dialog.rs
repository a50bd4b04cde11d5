//! A modal dialog: the browser's own, so that focus, Escape and what lies behind are the browser's affair.

use std::cell::Cell;

use leptos::prelude::*;
use leptos::{ev, html};

use crate::reactive::{effect, handler};

thread_local! {
    /// Counts the dialogs.
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// A dialog that is open for as long as it is on the page.
#[component]
pub(crate) fn Dialog(
    /// Its heading and accessible name.
    title: Signal<String>,
    /// Called when somebody closes it with Escape. Whoever shows the dialog takes it away.
    on_close: Callback<()>,
    /// `danger` for what cannot be undone.
    #[prop(optional)]
    tone: Option<&'static str>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    // One can open over another.
    let id = NEXT.replace(NEXT.get().wrapping_add(1));
    let title_id = format!("dialog-title-{id}");
    let labelled = title_id.clone();
    let before = document().active_element();
    effect(move || {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            // It fails only where the dialog is not on the page, and then nobody sees it.
            let _ = dialog.show_modal();
        }
    });
    // Whoever had the focus gets it back. While a modal dialog is open, nothing behind it can have it.
    let before = StoredValue::new_local(before);
    on_cleanup(move || {
        if let Some(Some(dialog)) = dialog.try_get_untracked() {
            dialog.close();
        }
        if let Some(Some(element)) = before.try_get_value()
            && let Ok(element) = wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(element)
        {
            let _ = element.focus();
        }
    });
    let cancel = move |event: ev::Event| {
        event.prevent_default();
        on_close.run(());
    };
    view! {
        <dialog class="dialog" node_ref=dialog data-tone=tone aria-labelledby=labelled on:cancel=handler(cancel)>
            <h2 class="dialog-title" id=title_id>{title}</h2>
            {children()}
        </dialog>
    }
}
