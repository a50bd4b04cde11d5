//! The language of this browser, for the doors: there is no account yet to keep a choice in.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::segmented::{Segment, Segmented};
use crate::config::Config;
use crate::i18n::{self, words};
use crate::reactive::effect;

/// The languages of the installation, each in its own words.
pub(crate) fn language_segments(config: &Config) -> Vec<Segment<String>> {
    let segment = |language: &crate::config::LanguageName| Segment {
        value: language.id.clone(),
        label: Signal::stored(language.name.clone()),
        lang: Some(language.id.clone()),
    };
    config.languages.iter().map(segment).collect()
}

/// Chooses the language of this browser.
#[component]
pub(crate) fn LanguagePicker() -> impl IntoView {
    let config = expect_context::<Arc<Config>>();
    let chosen = RwSignal::new(i18n::language::tag());
    effect(move || chosen.set(i18n::language::tag()));
    let choose = move |language: String| {
        chosen.set(language.clone());
        spawn_local(async move {
            if i18n::choose_language(&language).await.is_err() {
                // It cannot be had: the one that is spoken stays chosen.
                chosen.try_set(i18n::language::tag());
            }
        });
    };
    view! {
        <Segmented
            legend=words::frame_language
            name="browser-language"
            segments=language_segments(&config)
            chosen
            choose
            quiet=true
        />
    }
}
