//! Name and e-mail address.

use latchkey_contract::limits::NAME_MAX;
use latchkey_contract::patch::Patch;
use latchkey_contract::profile::{Profile, ProfilePatch};
use latchkey_permissions::Access;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::save::{Saved, save};
use crate::client::{Load, Loaded};
use crate::components::button::SubmitButton;
use crate::components::checks::Checks;
use crate::components::field::TextField;
use crate::components::form::{ErrorSummary, Form};
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::reactive::{effect, handler, live, memo};
use crate::session::{use_sessions, use_signed_in};

/// The form.
#[component]
pub(super) fn AboutCard(
    /// The account; it is there.
    profile: Load<Profile>,
    /// Says whether something typed is not saved.
    unsaved: RwSignal<bool>,
) -> impl IntoView {
    let sessions = use_sessions();
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    let form = Form::new(&["/name"]);
    let read = move |member: fn(&Profile) -> &String| {
        profile.with(|profile| profile.ready().map(member).cloned().unwrap_or_default())
    };
    let saved = memo(move || read(|profile| &profile.name));
    let name = RwSignal::new(saved.get_untracked());
    let email = RwSignal::new(untrack(move || read(|profile| &profile.email)));
    // What the name became elsewhere, while another one was typed here.
    let clash = RwSignal::new(None::<String>);
    effect(move || unsaved.set(saved.with(|saved| name.with(|name| name.trim() != saved))));

    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(Loaded::Ready(seen)) = profile.peek() else {
            return;
        };
        let typed = name.get_untracked().trim().to_owned();
        let found = Checks::new().text("/name", &typed, NAME_MAX).found();
        let patch = ProfilePatch {
            name: Some(typed.clone()),
            language: Patch::Keep,
        };
        let client = signed_in.client();
        let done = words::profile_saved();
        // Without a change there is nothing to ask for.
        let unchanged = typed == seen.name;
        let sent = async move {
            if unchanged {
                return Ok(Saved::Done(seen));
            }
            save(client, seen, patch, |seen, current| seen.name != current.name).await
        };
        clash.set(None);
        form.submit(found, sent, move |saved| match saved {
            Saved::Done(after) => {
                // As the backend writes it, unless something else has been typed since.
                if name.try_get_untracked().is_some_and(|name| name.trim() == typed) {
                    name.try_set(after.name.clone());
                }
                profile.set(after);
                toasts.say(done);
                spawn_local(async move {
                    // The banner takes the name from the session; should the line fail now, it follows soon anyway.
                    let _ = sessions.refresh().await;
                });
            }
            Saved::Stale(current) => {
                clash.try_set(Some(current.name.clone()));
                profile.set(current);
            }
        });
    };
    let take = move |other: String| {
        name.set(other);
        clash.set(None);
    };
    let notice = live(move || {
        clash.get().map(|other| {
            let taken = other.clone();
            view! {
                <div class="notice" data-tone="warning" role="alert">
                    <h3 class="notice-title">{words::profile_stale_title}</h3>
                    <p>{words::profile_stale_text(&other)}</p>
                    <div class="buttons">
                        <button class="button small" type="button" on:click=handler(move |_| take(taken.clone()))>
                            {words::profile_stale_take(&other)}
                        </button>
                    </div>
                </div>
            }
        })
    });
    let email_hint = move || match signed_in.known.read().access {
        Access::Owner => words::profile_email_hint_owner(),
        _ => words::profile_email_hint(),
    };
    view! {
        <form class="form" novalidate on:submit=handler(submit)>
            <ErrorSummary form />
            {notice}
            <TextField
                form
                pointer="/name"
                label=words::profile_name
                hint=Signal::derive(words::profile_name_hint)
                value=name
                autocomplete="name"
            />
            <TextField
                form
                pointer="/email"
                label=words::profile_email
                hint=Signal::derive(email_hint)
                value=email
                kind="email"
                autocomplete="email"
                readonly=true
            />
            <SubmitButton label=words::profile_save busy_label=words::frame_saving busy=form.busy() wait=form.wait() />
        </form>
    }
}
