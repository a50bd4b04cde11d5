//! The button that sends a form: it says that it is working, and cannot be pressed twice meanwhile.

use leptos::prelude::*;

use crate::i18n;
use crate::reactive::live;

/// A form's one primary action.
#[component]
pub(crate) fn SubmitButton(
    /// What it does.
    label: fn() -> String,
    /// What it says while it is at it.
    busy_label: fn() -> String,
    /// Whether it is at it.
    #[prop(into)]
    busy: Signal<bool>,
    /// Seconds until it may be pressed again, where it may not yet.
    #[prop(optional, into)]
    wait: Signal<u32>,
    /// Classes besides `button`.
    #[prop(default = "primary")]
    kind: &'static str,
) -> impl IntoView {
    let left = live(move || {
        let left = u64::from(wait.get());
        (left > 0).then(|| view! { <span class="number" aria-hidden="true">{i18n::format::number(left)}</span> })
    });
    // `aria-disabled` in place of `disabled`: a button that has the focus keeps it.
    view! {
        <button
            class=format!("button {kind}")
            type="submit"
            aria-busy=move || busy.get().then_some("true")
            aria-disabled=move || (busy.get() || wait.get() > 0).then_some("true")
        >
            {move || if busy.get() { busy_label() } else { label() }}
            // Seen, not read aloud each second; the message above has said how long it takes.
            {left}
        </button>
    }
}
