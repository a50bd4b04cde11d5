//! A new password. It ends all other sessions.

use latchkey_contract::limits::{PASSWORD_MIN, PASSWORD_MIN_WITH_SECOND_FACTOR};
use latchkey_contract::profile::PasswordChange;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::own_sessions::OwnSessions;
use super::present_password::{PresentPassword, SHOW};
use crate::components::button::SubmitButton;
use crate::components::checks::Checks;
use crate::components::form::{ErrorSummary, Form};
use crate::components::new_password::NewPasswordField;
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::reactive::{effect, handler};
use crate::session::use_signed_in;

/// The form.
#[component]
pub(super) fn PasswordCard(
    /// One's sessions, which become fewer.
    own_sessions: OwnSessions,
    /// Says whether something is typed.
    unsaved: RwSignal<bool>,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    let form = Form::new(&["/current", "/new"]);
    let current = RwSignal::new(String::new());
    let new = RwSignal::new(String::new());
    effect(move || unsaved.set(!current.with(String::is_empty) || !new.with(String::is_empty)));

    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let request = PasswordChange {
            current: current.get_untracked(),
            new: new.get_untracked(),
        };
        let found = Checks::new()
            .password("/current", &request.current)
            .new_password("/new", &request.new, PASSWORD_MIN_WITH_SECOND_FACTOR)
            .found();
        let client = signed_in.client();
        let done = words::profile_password_saved();
        form.submit(
            found,
            async move { client.change_password(&request).await },
            move |()| {
                current.try_set(String::new());
                new.try_set(String::new());
                toasts.say(done);
                own_sessions.ask();
            },
        );
    };
    view! {
        <section class="card" aria-labelledby="password">
            <h2 class="card-title" id="password">{words::profile_password}</h2>
            <form class="form" novalidate on:submit=handler(submit)>
                <p class="muted">{words::profile_password_text}</p>
                <ErrorSummary form />
                <PresentPassword form value=current />
                <NewPasswordField
                    form
                    pointer="/new"
                    label=words::profile_password_new
                    hint=Signal::derive(|| {
                        words::profile_password_hint(&PASSWORD_MIN.to_string(), &PASSWORD_MIN_WITH_SECOND_FACTOR.to_string())
                    })
                    value=new
                    min=PASSWORD_MIN_WITH_SECOND_FACTOR
                    words=move || {
                        let account = signed_in.known.get_untracked().session.account.clone();
                        vec![account.name, account.email]
                    }
                    show=SHOW
                />
                <SubmitButton
                    label=words::profile_password_save
                    busy_label=words::frame_saving
                    busy=form.busy()
                    wait=form.wait()
                    kind=""
                />
            </form>
        </section>
    }
}
