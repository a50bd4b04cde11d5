//! The language of the account. It is spoken at once; the whole screen follows without being loaded again.

use std::sync::Arc;

use latchkey_contract::patch::Patch;
use latchkey_contract::profile::{Profile, ProfilePatch};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::save::{Saved, save};
use crate::client::{ClientError, Load, Loaded, SignedInClient};
use crate::components::language_picker::language_segments;
use crate::components::problem::error_message;
use crate::components::segmented::{Segment, Segmented};
use crate::components::toasts::use_toasts;
use crate::config::Config;
use crate::i18n::{self, LoadError, words};
use crate::reactive::{live, memo};
use crate::session::{use_sessions, use_signed_in};

/// Speaks a language and keeps it in the account; `None` is the browser's own.
async fn take(
    language: Option<String>,
    config: &Config,
    client: SignedInClient,
    seen: Profile,
) -> Result<Profile, ClientError> {
    let spoken = match &language {
        Some(language) => i18n::choose_language(language).await,
        None => i18n::follow_browser(config).await,
    };
    spoken.map_err(|error| match error {
        LoadError::Unreachable => ClientError::Unreachable,
        LoadError::OtherBuild => ClientError::Unreadable,
    })?;
    let language = Patch::between(seen.language.as_ref(), language);
    if language.is_keep() {
        return Ok(seen);
    }
    // The last choice wins, whatever else changed in between.
    match save(client, seen, ProfilePatch { name: None, language }, |_, _| false).await? {
        Saved::Done(profile) | Saved::Stale(profile) => Ok(profile),
    }
}

/// The choice.
#[component]
pub(super) fn LanguageField(
    /// The account; it is there.
    profile: Load<Profile>,
) -> impl IntoView {
    let config = expect_context::<Arc<Config>>();
    let sessions = use_sessions();
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    let saved = memo(move || profile.with(|profile| profile.ready().and_then(|profile| profile.language.clone())));
    let wanted = RwSignal::new(saved.get_untracked());
    let busy = StoredValue::new(false);
    let trouble = RwSignal::new(None::<ClientError>);

    let browser = Segment {
        value: None,
        label: Signal::derive(words::profile_language_browser),
        lang: None,
    };
    let languages = language_segments(&config).into_iter();
    let languages = languages.map(|one| Segment {
        value: Some(one.value),
        label: one.label,
        lang: one.lang,
    });
    let segments = std::iter::once(browser).chain(languages).collect::<Vec<_>>();

    let config = StoredValue::new(config);
    let choose = move |language: Option<String>| {
        wanted.set(language);
        trouble.set(None);
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        spawn_local(async move {
            let config = config.get_value();
            // Whoever chooses again before the first choice is saved gets the second one after it.
            while let (Some(Loaded::Ready(seen)), Some(want)) = (profile.peek(), wanted.try_get_untracked()) {
                match take(want.clone(), &config, signed_in.client(), seen).await {
                    Ok(after) => profile.set(after),
                    Err(error) => {
                        wanted.try_set(saved.try_get_untracked().flatten());
                        trouble.try_set(Some(error));
                        break;
                    }
                }
                if wanted.try_get_untracked() == Some(want) {
                    toasts.say(words::profile_language_saved());
                    let _ = sessions.refresh().await;
                    break;
                }
            }
            busy.try_set_value(false);
        });
    };
    let notice = live(move || {
        trouble.get().map(|error| {
            view! { <div class="notice" data-tone="danger" role="alert"><p>{error_message(&error)}</p></div> }
        })
    });
    view! {
        {notice}
        <Segmented legend=words::profile_language name="language" segments chosen=wanted choose />
    }
}
