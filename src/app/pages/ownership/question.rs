//! The dialog that asks before the store is offered, or taken over. What is refused is said in it.

use std::future::Future;
use std::pin::Pin;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::client::ClientError;
use crate::components::button::SubmitButton;
use crate::components::dialog::Dialog;
use crate::components::form::{ErrorSummary, Form};
use crate::i18n::words;
use crate::reactive::handler;

/// What is done once it is confirmed.
pub(super) type Deed = Pin<Box<dyn Future<Output = Result<(), ClientError>>>>;

/// A text of the language files.
type Words = fn() -> String;

/// The dialog.
#[component]
pub(super) fn Question(
    /// What is asked.
    title: Signal<String>,
    /// What it means; one paragraph each.
    text: Signal<Vec<String>>,
    /// What the button says, and what while it is done.
    confirm: (Words, Words),
    /// Does it.
    #[prop(into)]
    deed: UnsyncCallback<(), Deed>,
    /// Whether it is open.
    asking: RwSignal<bool>,
) -> impl IntoView {
    let form = Form::new(&[]);
    // What has been sent cannot be taken back, and its answer belongs here.
    let keep = Callback::new(move |()| {
        if !form.busy().get_untracked() {
            asking.set(false);
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.submit(Vec::new(), deed.run(()), move |()| {
            // By then it may be gone with its page.
            asking.try_set(false);
        });
    };
    let paragraphs = move || {
        let one = |text: String| view! { <p>{text}</p> };
        text.get().into_iter().map(one).collect_view()
    };
    let (label, busy_label) = confirm;
    view! {
        <Dialog title on_close=keep tone="danger">
            <form class="form" novalidate on:submit=handler(submit)>
                <ErrorSummary form />
                <div class="stack">{paragraphs}</div>
                <div class="buttons end">
                    <button class="button" type="button" on:click=handler(move |_| keep.run(()))>{words::frame_cancel}</button>
                    <SubmitButton label busy_label busy=form.busy() kind="danger solid" />
                </div>
            </form>
        </Dialog>
    }
}
