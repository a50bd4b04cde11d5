//! The present password: asked before anything about signing in changes, since whoever only found an open window does
//! not know it.

use leptos::prelude::*;

use crate::components::field::PasswordField;
use crate::components::form::Form;
use crate::i18n::words;
use crate::session::use_signed_in;

/// A text of the language files.
type Words = fn() -> String;

/// What the buttons of a password say that show it and hide it.
pub(super) const SHOW: (Words, Words) = (words::profile_password_show, words::profile_password_hide);

/// The field at `/current` of its form.
#[component]
pub(crate) fn PresentPassword(
    /// The form it belongs to.
    form: Form,
    /// What is in it.
    value: RwSignal<String>,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let email = move || signed_in.known.read().session.account.email.clone();
    view! {
        // For password managers, which look for whose password it is.
        <input type="email" autocomplete="username" hidden readonly prop:value=email />
        <PasswordField
            form
            pointer="/current"
            label=words::profile_password_current
            value
            autocomplete="current-password"
            show=SHOW
        />
    }
}
