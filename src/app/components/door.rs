//! What surrounds the screens in front of the house: the store's mark, the card, and the language.

use leptos::prelude::*;

use super::avatar::StoreMark;
use super::language_picker::LanguagePicker;
use crate::i18n::words;
use crate::navigation::title_follows;
use crate::reactive::live;

/// A screen for whoever is not inside yet.
#[component]
pub(crate) fn Door(
    /// The window's title.
    #[prop(into)]
    title: Signal<String>,
    /// The store's name, where it is known already.
    #[prop(optional, into)]
    store: Signal<Option<String>>,
    /// Whether there is more on it than two fields.
    #[prop(optional)]
    wide: bool,
    /// What stands in the card.
    children: Children,
) -> impl IntoView {
    title_follows(move || words::frame_window_title_alone(&title.get()));
    let store = live(move || match store.get() {
        Some(name) => view! {
            <StoreMark name=name.clone() />
            <span class="store-name">{name}</span>
        }
        .into_any(),
        None => view! { <NeutralMark /> }.into_any(),
    });
    view! {
        <div class="auth">
            <main class=if wide { "auth-card wide" } else { "auth-card" } id="main" tabindex="-1">
                <div class="auth-store">{store}</div>
                {children()}
            </main>
            <footer class="auth-foot"><LanguagePicker /></footer>
        </div>
    }
}

/// A key, as long as it is not known which store's.
#[component]
fn NeutralMark() -> impl IntoView {
    view! {
        <span class="mark" aria-hidden="true">
            <svg viewBox="0 0 24 24">
                <circle cx="7.5" cy="12" r="4"></circle>
                <path d="M11.5 12H21v4M17 12v3"></path>
            </svg>
        </span>
    }
}
