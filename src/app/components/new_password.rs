//! Choosing a password: the field, and below it how good the password would be. The backend judges, so that the browser
//! need not download thirty thousand passwords; it is asked once somebody stops typing.

use std::time::Duration;

use latchkey_contract::password::{PasswordQuestion, PasswordStrength, Strength};
use latchkey_contract::problem::FieldCode;
use leptos::prelude::*;

use super::field::PasswordField;
use super::form::Form;
use crate::client::{Load, Loaded};
use crate::i18n::words;
use crate::reactive::{effect, live};
use crate::session::use_sessions;
use crate::time::after;

/// How long nobody has to type before it is asked.
const PAUSE: Duration = Duration::from_millis(400);

/// A text of the language files.
type Words = fn() -> String;

/// The field and the hint.
#[component]
pub(crate) fn NewPasswordField(
    /// The form it belongs to.
    form: Form,
    /// The member of the request that it fills.
    pointer: &'static str,
    /// What it is called.
    label: fn() -> String,
    /// What is in it.
    value: RwSignal<String>,
    /// A sentence on what goes in.
    hint: Signal<String>,
    /// How many characters it must have at least.
    min: usize,
    /// What else is known of whoever chooses it.
    words: impl Fn() -> Vec<String> + Send + Sync + 'static,
    /// What the button says that shows it, and the one that hides it.
    show: (Words, Words),
) -> impl IntoView {
    let words: Box<dyn Fn() -> Vec<String> + Send + Sync> = Box::new(words);
    view! {
        <div>
            <PasswordField form pointer label hint value autocomplete="new-password" show />
            <StrengthHint value min words=StoredValue::new(words) />
        </div>
    }
}

/// Says how good it would be; aloud too, once somebody stops typing.
#[component]
fn StrengthHint(
    value: RwSignal<String>,
    min: usize,
    words: StoredValue<Box<dyn Fn() -> Vec<String> + Send + Sync>>,
) -> impl IntoView {
    let sessions = use_sessions();
    let load = Load::<PasswordStrength>::new();
    let typed = StoredValue::new(0_u32);
    // What has been judged; nothing is said of anything else.
    let judged = RwSignal::new(String::new());
    effect(move || {
        value.track();
        typed.update_value(|typed| *typed = typed.wrapping_add(1));
        let this = typed.get_value();
        after(PAUSE, move || {
            if typed.try_get_value() != Some(this) {
                return;
            }
            let password = value.get_untracked();
            judged.set(password.clone());
            if password.chars().count() < min {
                return;
            }
            let client = sessions.client();
            let words = words.with_value(|words| words());
            let words = words.into_iter().filter(|word| !word.trim().is_empty()).collect();
            load.ask(move |_| async move { client.judge_password(&PasswordQuestion { password, words }).await });
        });
    });
    let said = live(move || {
        let password = judged.get();
        let count = password.chars().count();
        if count == 0 || value.with(|now| *now != password) {
            return String::new();
        }
        if count < min {
            return words::field_password_too_short(count as u64, min as u64);
        }
        match load.get() {
            Loaded::Ready(found) if !load.is_asking() => strength_words(found),
            // That it cannot be judged now is no matter: it is judged when it is sent.
            Loaded::Pending | Loaded::Failed(_) | Loaded::Ready(_) => String::new(),
        }
    });
    view! { <p class="hint" role="status">{said}</p> }
}

fn strength_words(found: PasswordStrength) -> String {
    match (found.strength, found.fault) {
        (Strength::Weak, Some(FieldCode::TooPersonal)) => words::password_too_personal(),
        (Strength::Weak, _) => words::password_too_common(),
        (Strength::Fair, _) => words::password_fair(),
        (Strength::Good, _) => words::password_good(),
        (Strength::Strong, _) => words::password_strong(),
    }
}
