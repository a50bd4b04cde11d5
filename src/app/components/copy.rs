//! A text that is to be passed on: shown in a field, with a button that copies it.

use js_sys::Reflect;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::i18n::words;
use crate::reactive::{handler, live};

/// A text of the language files.
type Words = fn() -> String;

/// How copying went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Yes,
    /// The text is selected instead.
    No,
}

/// The text, with a button that copies it.
#[component]
pub(crate) fn CopyBox(
    /// The id of the field.
    id: &'static str,
    /// What it is.
    label: Words,
    /// The text.
    text: String,
    /// A sentence on it.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What the button says.
    copy: Words,
    /// What is said when it is copied.
    copied: Words,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let state = RwSignal::new(None::<Copied>);
    let select = move || {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
    };
    let kept = StoredValue::new(text.clone());
    let click = move |_| {
        // Gone for a moment, so that it is read aloud each time.
        state.set(None);
        spawn_local(async move {
            let done = write_to_clipboard(&kept.get_value()).await;
            if !done {
                if let Some(Some(field)) = field.try_get_untracked() {
                    let _ = field.focus();
                }
                select();
            }
            state.try_set(Some(if done { Copied::Yes } else { Copied::No }));
        });
    };
    let said = live(move || match state.get() {
        None => String::new(),
        Some(Copied::Yes) => copied(),
        Some(Copied::No) => words::staff_copy_failed(),
    });
    let described = hint.is_some().then(|| format!("{id}-hint"));
    let hint = hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> });
    view! {
        <div class="copy">
            <label class="label" for=id>{label}</label>
            {hint}
            <div class="input-group">
                <input
                    class="input"
                    id=id
                    type="text"
                    readonly
                    node_ref=field
                    aria-describedby=described
                    value=text
                    on:focus=handler(move |_| select())
                />
                <button class="button" type="button" on:click=handler(click)>{copy}</button>
            </div>
            <p class="hint" role="status">{said}</p>
        </div>
    }
}

/// Copies a text; false where the browser has no clipboard for this address, or forbids it.
pub(crate) async fn write_to_clipboard(text: &str) -> bool {
    let navigator = window().navigator();
    // Absent where the address is not secure, whatever its type says.
    let absent = Reflect::get(&navigator, &JsValue::from_str("clipboard")).map_or(true, |it| it.is_undefined());
    !absent && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
