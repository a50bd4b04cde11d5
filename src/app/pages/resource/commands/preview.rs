//! A letter as it will look, to be read: nothing of it is secret or given away, so nothing is said of writing it down.

use latchkey_contract::resource::{Command, Preview};
use leptos::prelude::*;

use super::Subject;
use crate::client::{ClientError, Fields, Load, Loaded, OnceKey};
use crate::components::dialog::Dialog;
use crate::components::retry::Retry;
use crate::i18n::words;
use crate::pages::resource::kit::Kit;
use crate::reactive::{handler, live};

/// The dialog of a command that only shows something: it asks by itself, and shows what it is answered.
#[component]
pub(super) fn Reading(
    kit: Kit,
    subject: Subject,
    command: Command,
    /// Taken away when it has been read.
    reading: RwSignal<Option<Command>>,
) -> impl IntoView {
    let load = Load::<Preview>::new();
    let id = StoredValue::new(command.id);
    let once = OnceKey::<Fields>::new();
    let ask = move || {
        let record = match subject {
            Subject::Record(record) => record.get_untracked().map(|record| record.id),
            Subject::List => None,
        };
        let (client, resource, command) = (kit.client(), kit.id(), id.get_value());
        let nothing = Fields::new();
        let key = once.of(&nothing);
        load.ask(move |_| async move {
            let answer = client
                .command(&resource, record.as_ref(), &command, &nothing, key)
                .await?;
            answer.preview.ok_or(ClientError::Unreadable)
        });
    };
    ask();
    let letter = live(move || {
        match load.get() {
        Loaded::Pending => {
            view! { <div class="skeleton" aria-hidden="true"><span class="bone"></span><span class="bone short"></span></div> }
                .into_any()
        }
        Loaded::Failed(error) => view! { <Retry error retry=Callback::new(move |()| ask()) /> }.into_any(),
        Loaded::Ready(preview) => letter(preview),
    }
    });
    sheet(letter.into_any(), Callback::new(move |()| reading.set(None)))
}

/// The dialog around a letter.
pub(super) fn sheet(letter: AnyView, close: Callback<()>) -> AnyView {
    view! {
        <Dialog title=Signal::derive(words::resource_preview_title) on_close=close>
            {letter}
            <div class="buttons end">
                <button class="button primary" type="button" on:click=handler(move |_| close.run(()))>{words::frame_close}</button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// The letter: text alone, whatever it looks like.
pub(super) fn letter(preview: Preview) -> AnyView {
    let Preview { subject, ahead, text } = preview;
    let ahead = ahead.map(|ahead| {
        view! { <div><dt>{words::resource_preview_ahead}</dt><dd>{ahead}</dd></div> }
    });
    view! {
        <dl class="facts">
            <div><dt>{words::resource_preview_subject}</dt><dd>{subject}</dd></div>
            {ahead}
        </dl>
        <section class="letter" tabindex="0" aria-label=live(words::resource_preview_text)>
            <p class="long-text">{text}</p>
        </section>
    }
    .into_any()
}
