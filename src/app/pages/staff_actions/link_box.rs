//! An invitation's link, to be passed on by the owner's own hand. It is shown once; only its hash is kept.

use js_sys::Reflect;
use latchkey_contract::staff::InvitationLink;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::i18n::{self, words};
use crate::reactive::{handler, live};

/// How copying went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Yes,
    /// The link is selected instead.
    No,
}

/// The link, with a button that copies it.
#[component]
pub(crate) fn InvitationLinkBox(
    /// The link.
    invitation: InvitationLink,
    /// Whom it is for.
    email: String,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let copied = RwSignal::new(None::<Copied>);
    let InvitationLink { link, expires } = invitation;
    let hint = live(move || words::staff_link_hint(&email, &i18n::format::date(expires)));
    let select = move || {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
    };
    let text = StoredValue::new(link.clone());
    let copy = move |_| {
        // Gone for a moment, so that it is read aloud each time.
        copied.set(None);
        spawn_local(async move {
            let done = write_to_clipboard(&text.get_value()).await;
            if !done {
                if let Some(Some(field)) = field.try_get_untracked() {
                    let _ = field.focus();
                }
                select();
            }
            copied.try_set(Some(if done { Copied::Yes } else { Copied::No }));
        });
    };
    let said = live(move || match copied.get() {
        None => String::new(),
        Some(Copied::Yes) => words::staff_link_copied(),
        Some(Copied::No) => words::staff_copy_failed(),
    });
    view! {
        <div class="copy">
            <label class="label" for="invitation-link">{words::staff_link_label}</label>
            <p class="hint" id="invitation-link-hint">{hint}</p>
            <div class="input-group">
                <input
                    class="input"
                    id="invitation-link"
                    type="text"
                    readonly
                    node_ref=field
                    aria-describedby="invitation-link-hint"
                    value=link
                    on:focus=handler(move |_| select())
                />
                <button class="button" type="button" on:click=handler(copy)>{words::staff_copy_link}</button>
            </div>
            <p class="hint" role="status">{said}</p>
        </div>
    }
}

/// Copies a text; false where the browser has no clipboard for this address, or forbids it.
async fn write_to_clipboard(text: &str) -> bool {
    let navigator = window().navigator();
    // Absent where the address is not secure, whatever its type says.
    let absent = Reflect::get(&navigator, &JsValue::from_str("clipboard")).map_or(true, |it| it.is_undefined());
    !absent && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
