//! What a command answers beside the record: what it gives away once and never again, or a letter to be read.

use latchkey_contract::resource::Preview;
use leptos::prelude::*;

use super::preview::{letter, sheet};
use crate::client::FieldRecord;
use crate::components::copy::CopyBox;
use crate::components::dialog::Dialog;
use crate::i18n::words;
use crate::reactive::handler;

/// What is shown.
#[derive(Clone)]
pub(super) enum Answered {
    /// A secret, this once.
    Secret(String),
    /// A letter.
    Letter(Preview),
}

/// What is shown, and the record as it is afterwards.
#[derive(Clone)]
pub(super) struct Revealed {
    /// What is shown.
    pub(super) what: Answered,
    /// The record.
    pub(super) record: Option<FieldRecord>,
}

/// The dialog.
#[component]
pub(super) fn Reveal(
    it: Revealed,
    /// Taken away when it has been seen.
    revealed: RwSignal<Option<Revealed>>,
    /// Takes the record when it has been seen.
    done: Callback<Option<FieldRecord>>,
) -> impl IntoView {
    let Revealed { what, record } = it;
    let close = Callback::new(move |()| {
        revealed.set(None);
        done.run(record.clone());
    });
    let secret = match what {
        Answered::Letter(preview) => return sheet(letter(preview), close),
        Answered::Secret(secret) => secret,
    };
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
