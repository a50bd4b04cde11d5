//! The owner's page: which steps come before access, and the security basics in each language.

use std::sync::Arc;

use latchkey_contract::onboarding::{OnboardingSettings, TwoFactorPolicy};
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::screen::STAFF;
use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;

use super::texts::Contents;
use crate::client::{ClientError, Load, Loaded};
use crate::components::button::SubmitButton;
use crate::components::field::{described_by, invalid};
use crate::components::form::{ErrorSummary, Form};
use crate::components::leave_guard::LeaveGuard;
use crate::components::page_head::PageHead;
use crate::components::problem::field_message;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::components::toasts::use_toasts;
use crate::config::{Config, LanguageName};
use crate::i18n::words;
use crate::reactive::{handler, live, memo};
use crate::session::use_signed_in;

/// The page.
#[component]
pub(crate) fn OnboardingSettingsPage() -> impl IntoView {
    let signed_in = use_signed_in();
    let config = expect_context::<Arc<Config>>();
    let load = Load::<OnboardingSettings>::new();
    let ask = move || {
        let client = signed_in.client();
        load.ask(move |_| async move { client.onboarding_settings().await });
    };
    ask();
    let contents = live(move || match load.get() {
        Loaded::Pending => view! { <PageSkeleton /> }.into_any(),
        Loaded::Failed(error) => view! { <Retry error retry=Callback::new(move |()| ask()) /> }.into_any(),
        Loaded::Ready(saved) => view! { <SettingsForm contents=Contents::of(saved, &config) /> }.into_any(),
    });
    view! {
        <div class="page">
            <PageHead
                title=Signal::derive(words::staff_onboarding_title)
                crumb=(STAFF.path, words::staff_title as fn() -> String)
                lead=Signal::derive(words::onboarding_settings_lead)
            />
            {contents}
        </div>
    }
}

/// What came of saving.
enum Saved {
    Done(OnboardingSettings),
    /// Somebody else was quicker; this is what is chosen now.
    Conflict(OnboardingSettings),
}

fn settled(answer: Result<OnboardingSettings, ClientError>) -> Result<Saved, ClientError> {
    answer.map(Saved::Done).or_else(|error| {
        let stale = error.code() == Some(ProblemCode::Stale);
        let current = stale.then(|| error.current()).flatten();
        current.map(Saved::Conflict).ok_or(error)
    })
}

#[component]
fn SettingsForm(contents: Contents) -> impl IntoView {
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    let form = Form::described("onboarding", field_message);
    let conflict = RwSignal::new(None::<OnboardingSettings>);
    let done = move |saved| match saved {
        Saved::Done(settings) => {
            toasts.say(words::onboarding_settings_saved(
                settings.asked_again.unwrap_or_default(),
            ));
            contents.load(settings);
        }
        Saved::Conflict(theirs) => {
            conflict.try_set(Some(theirs));
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !untrack(|| contents.is_dirty()) {
            return;
        }
        let (draft, seen) = untrack(|| (contents.draft(), contents.saved.get().version));
        let client = signed_in.client();
        let send = async move { settled(client.put_onboarding_settings(&seen, &draft).await) };
        form.submit(contents.check(), send, done);
    };
    let conflicted = live(move || {
        conflict.get().map(|theirs| {
            let (kept, taken) = (theirs.clone(), theirs);
            let keep = move |_| {
                // What stands in the form stays, now on top of what the other has saved.
                contents.saved.set(kept.clone());
                conflict.set(None);
            };
            let take = move |_| {
                contents.load(taken.clone());
                conflict.set(None);
            };
            view! {
                <section class="notice" data-tone="warning" role="alert">
                    <h2 class="notice-title">{words::onboarding_settings_conflict}</h2>
                    <div class="buttons">
                        <button class="button" type="button" on:click=handler(keep)>{words::staff_form_keep_mine}</button>
                        <button class="button" type="button" on:click=handler(take)>{words::staff_form_take_theirs}</button>
                    </div>
                </section>
            }
        })
    });
    let texts = contents.texts.with_value(|texts| {
        let field = |(language, text): &(LanguageName, RwSignal<String>)| {
            view! { <TextIn form language=language.clone() text=*text /> }
        };
        texts.iter().map(field).collect_view()
    });
    let note = live(move || match contents.is_dirty() {
        true => words::onboarding_settings_unsaved(),
        false => words::staff_form_no_changes(),
    });
    let version = move || words::onboarding_settings_version(contents.saved.with(|saved| saved.basics.version));
    let everybody = live(move || {
        contents.basics.get().then(|| {
            view! {
                <Choice
                    id="ask-everybody"
                    label=words::onboarding_settings_everybody
                    hint=words::onboarding_settings_everybody_hint
                    value=contents.everybody
                />
            }
        })
    });
    let next = live(move || contents.is_new_text().then(words::onboarding_settings_new_version));
    view! {
        <LeaveGuard unsaved=Signal::derive(move || contents.is_dirty()) />
        {conflicted}
        <form class="form stack" novalidate on:submit=handler(submit)>
            <ErrorSummary form />
            <fieldset class="card">
                <legend class="card-title">{words::onboarding_settings_steps}</legend>
                <div class="check">
                    <input class="box" type="checkbox" id="ask-password" checked disabled aria-describedby="ask-password-hint" />
                    <label for="ask-password">{words::onboarding_password}</label>
                    <p class="hint" id="ask-password-hint">{words::onboarding_settings_password_hint}</p>
                </div>
                <Choice
                    id="ask-basics"
                    label=words::onboarding_basics
                    hint=words::onboarding_settings_basics_hint
                    value=contents.basics
                />
                <Choice
                    id="ask-tour"
                    label=words::onboarding_tour
                    hint=words::onboarding_settings_tour_hint
                    value=contents.tour
                />
            </fieldset>
            <Policy chosen=contents.two_factor />
            <section class="card stack" aria-labelledby="basics-text">
                <h2 class="card-title" id="basics-text">{words::onboarding_basics_title}</h2>
                <p class="muted">{version} " " {next}</p>
                <p class="muted">{words::onboarding_settings_text_hint}</p>
                {texts}
                {everybody}
            </section>
            <div class="save-bar">
                <p class="muted" role="status">{note}</p>
                <div class="buttons">
                    <SubmitButton label=words::frame_save busy_label=words::frame_saving busy=form.busy() />
                </div>
            </div>
        </form>
    }
}

/// A box to tick, with a sentence on what follows.
#[component]
fn Choice(id: &'static str, label: fn() -> String, hint: fn() -> String, value: RwSignal<bool>) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="check">
            <input
                class="box"
                type="checkbox"
                id=id
                aria-describedby=hint_id.clone()
                prop:checked=value
                on:change=handler(move |event| value.set(event_target_checked(&event)))
            />
            <label for=id>{label}</label>
            <p class="hint" id=hint_id>{hint}</p>
        </div>
    }
}

/// A text of the language files.
type Words = fn() -> String;

/// Of whom a second factor is required.
#[component]
fn Policy(chosen: RwSignal<TwoFactorPolicy>) -> impl IntoView {
    let one = move |policy: TwoFactorPolicy| {
        let (label, hint): (Words, Words) = match policy {
            TwoFactorPolicy::Optional => (words::two_factor_optional, words::two_factor_optional_hint),
            TwoFactorPolicy::Sensitive => (words::two_factor_sensitive, words::two_factor_sensitive_hint),
            TwoFactorPolicy::Everybody => (words::two_factor_everybody, words::two_factor_everybody_hint),
        };
        let id = format!("two-factor-{}", policy.as_str());
        let hint_id = format!("{id}-hint");
        view! {
            <div class="check">
                <input
                    class="box"
                    type="radio"
                    name="two-factor"
                    id=id.clone()
                    aria-describedby=hint_id.clone()
                    prop:checked=memo(move || chosen.get() == policy)
                    on:change=handler(move |_| chosen.set(policy))
                />
                <label for=id>{label}</label>
                <p class="hint" id=hint_id>{hint}</p>
            </div>
        }
    };
    view! {
        <fieldset class="card">
            <legend class="card-title">{words::staff_two_factor}</legend>
            <p class="muted">{words::two_factor_lead}</p>
            {TwoFactorPolicy::ALL.map(one).collect_view()}
        </fieldset>
    }
}

/// The text in one language.
#[component]
fn TextIn(form: Form, language: LanguageName, text: RwSignal<String>) -> impl IntoView {
    let pointer = StoredValue::new(format!("/basics/{}", language.id));
    let id = form.id_of(&pointer.get_value());
    let error_id = format!("{id}-error");
    let error = live(move || {
        let id = error_id.clone();
        form.error_at(&pointer.get_value())
            .map(|message| view! { <p class="error" id=id>{message}</p> })
    });
    view! {
        <div class="field">
            <label class="label" for=id.clone()>{language.name}</label>
            {error}
            <textarea
                class="input"
                id=id
                rows="8"
                lang=language.id
                aria-describedby=described_by(form, pointer.get_value(), false)
                aria-invalid=invalid(form, pointer.get_value())
                prop:value=text
                on:input=handler(move |event: Event| text.set(event_target_value(&event)))
            ></textarea>
        </div>
    }
}
