//! The form itself. What was wrong it never says, only that the two don't match; what was typed stays.

use latchkey_contract::problem::ProblemCode;
use latchkey_contract::session::SignIn;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::client::ClientError;
use crate::components::button::SubmitButton;
use crate::components::checks::Checks;
use crate::components::field::{PasswordField, TextField};
use crate::components::form::{ErrorSummary, Form};
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::navigation::use_goer;
use crate::reactive::{handler, live};
use crate::session::{Arrival, use_sessions};

/// Email and password.
#[component]
pub(crate) fn SignInForm(
    /// The address to begin with.
    email: String,
    /// Whether somebody signs in again over a page that stays; then the address is theirs and fixed.
    in_place: bool,
) -> impl IntoView {
    let sessions = use_sessions();
    let toasts = use_toasts();
    let goer = use_goer();
    let form = Form::new(&["/email", "/password", "/otp"]);
    let arrival = Arrival::new(sessions);
    let who = move || untrack(move || sessions.known()).map(|known| known.session.account.id.clone());
    let before = who();
    let email = RwSignal::new(email);
    let password = RwSignal::new(String::new());
    // Whether there is a second factor is known only once the password was right; what was typed stays.
    let code_asked = RwSignal::new(false);
    let otp = RwSignal::new(String::new());

    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let request = SignIn {
            email: email.get_untracked().trim().to_owned(),
            password: password.get_untracked(),
            otp: Some(otp.get_untracked()).filter(|otp| !otp.trim().is_empty()),
            token: false,
        };
        let found = Checks::new()
            .email("/email", &request.email)
            .password("/password", &request.password)
            .found();
        let client = sessions.client();
        let before = before.clone();
        let door = async move {
            let answer = client.sign_in(&request).await;
            if answer.as_ref().err().and_then(ClientError::code) == Some(ProblemCode::OtpRequired) {
                code_asked.try_set(true);
            }
            answer
        };
        form.submit(found, arrival.through(door), move |()| {
            if !in_place {
                return;
            }
            // What was typed belongs to whoever typed it.
            if who() == before {
                toasts.say(words::sign_in_again_done());
            } else {
                toasts.say(words::sign_in_again_other());
                goer.replace("/");
            }
        });
    };

    let address = if in_place {
        // The field is for password managers, which look for one.
        view! {
            <p>{move || words::sign_in_again_as(&email.get())}</p>
            <input type="email" autocomplete="username" hidden readonly prop:value=email />
        }
        .into_any()
    } else {
        view! {
            <TextField form pointer="/email" label=words::sign_in_email value=email kind="email" autocomplete="username" />
        }
        .into_any()
    };
    let code = live(move || {
        code_asked.get().then(|| {
            view! {
                <TextField
                    form
                    pointer="/otp"
                    label=words::sign_in_code
                    hint=Signal::derive(words::sign_in_code_hint)
                    value=otp
                    autocomplete="one-time-code"
                />
            }
        })
    });
    view! {
        <form class="form" novalidate on:submit=handler(submit)>
            <ErrorSummary form />
            {address}
            <PasswordField
                form
                pointer="/password"
                label=words::sign_in_password
                value=password
                autocomplete="current-password"
                show=(words::sign_in_show_password, words::sign_in_hide_password)
            />
            {code}
            <SubmitButton
                label=words::sign_in_submit
                busy_label=words::sign_in_busy
                busy=form.busy()
                wait=form.wait()
                kind="primary wide"
            />
        </form>
    }
}
