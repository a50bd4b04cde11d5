//! The button that sends a form: it says that it is working, and cannot be pressed twice meanwhile.

use leptos::prelude::*;

/// A form's one primary action.
#[component]
pub(crate) fn SubmitButton(
    /// What it does.
    label: impl Fn() -> String + Copy + Send + Sync + 'static,
    /// What it says while it is at it.
    busy_label: impl Fn() -> String + Copy + Send + Sync + 'static,
    /// Whether it is at it.
    #[prop(into)]
    busy: Signal<bool>,
    /// Classes besides `button`.
    #[prop(default = "primary")]
    kind: &'static str,
) -> impl IntoView {
    // `aria-disabled` in place of `disabled`: a button that has the focus keeps it.
    view! {
        <button
            class=format!("button {kind}")
            type="submit"
            aria-busy=move || busy.get().then_some("true")
            aria-disabled=move || busy.get().then_some("true")
        >
            {move || if busy.get() { busy_label() } else { label() }}
        </button>
    }
}
