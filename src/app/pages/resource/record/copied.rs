//! A text that is there to be copied: shown whole, with its line breaks, and with a button that copies it.

use latchkey_contract::resource::Field;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::copy::write_to_clipboard;
use crate::i18n::words;
use crate::pages::resource::kit::{speaking, spoken};
use crate::reactive::{handler, live};

/// The text of a field whose descriptor says that it is to be copied.
pub(super) fn copied(field: &Field, text: &str) -> AnyView {
    let shown = NodeRef::<html::Textarea>::new();
    let said = RwSignal::new(None::<fn() -> String>);
    let select = move || {
        if let Some(Some(shown)) = shown.try_get_untracked() {
            let _ = shown.focus();
            shown.select();
        }
    };
    let kept = StoredValue::new(text.to_owned());
    let click = move |_| {
        // Gone for a moment, so that it is read aloud each time.
        said.set(None);
        spawn_local(async move {
            let done = write_to_clipboard(&kept.get_value()).await;
            if !done {
                select();
            }
            said.try_set(Some(if done {
                words::resource_copied
            } else {
                words::staff_copy_failed
            }));
        });
    };
    let hint_id = format!("copied-{}", field.name);
    let described = field.help.is_some().then(|| hint_id.clone());
    let hint = field
        .help
        .clone()
        .map(|help| view! { <p class="hint" id=hint_id>{live(move || spoken(&help))}</p> });
    view! {
        <div class="copy">
            {hint}
            <textarea
                class="input"
                readonly
                rows="4"
                node_ref=shown
                aria-label=speaking(field.label.clone())
                aria-describedby=described
                prop:value=text.to_owned()
            ></textarea>
            <div class="buttons">
                <button class="button" type="button" on:click=handler(click)>{words::resource_copy}</button>
            </div>
            <p class="hint" role="status">{live(move || said.get().map(|said| said()))}</p>
        </div>
    }
    .into_any()
}
