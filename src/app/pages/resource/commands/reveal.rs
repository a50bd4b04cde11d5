//! What a command gives away once, and never again.

use leptos::prelude::*;

use crate::components::copy::CopyBox;
use crate::components::dialog::Dialog;
use crate::i18n::words;
use crate::reactive::handler;

/// The dialog.
#[component]
pub(super) fn Reveal(
    secret: String,
    /// Taken away when it has been seen.
    revealed: RwSignal<Option<String>>,
) -> impl IntoView {
    let close = Callback::new(move |()| revealed.set(None));
    view! {
        <Dialog title=Signal::derive(words::resource_reveal_title) on_close=close>
            <p>{words::resource_reveal_text}</p>
            <CopyBox id="revealed" label=words::resource_reveal_label text=secret copy=words::resource_reveal_copy copied=words::resource_reveal_copied />
            <div class="buttons end">
                <button class="button primary" type="button" on:click=handler(move |_| close.run(()))>{words::frame_close}</button>
            </div>
        </Dialog>
    }
    .into_any()
}
