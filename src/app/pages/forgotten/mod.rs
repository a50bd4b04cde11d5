//! A forgotten password: asking for a link at the door, and choosing a new one with it. What is said never depends on who
//! exists.

mod reset;

use latchkey_contract::password_link::ForgottenPassword;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::checks::Checks;
use crate::components::door::Door;
use crate::components::field::TextField;
use crate::components::form::{ErrorSummary, Form};
use crate::components::page_head::Heading;
use crate::i18n::words;
use crate::reactive::{handler, live};
use crate::session::use_sessions;

pub(crate) use reset::ResetPage;

/// The page that asks for a link.
#[component]
pub(crate) fn ForgottenPage() -> impl IntoView {
    let sent = RwSignal::new(None::<String>);
    let contents = live(move || {
        match sent.get() {
        Some(email) => view! {
            <Heading title=Signal::derive(words::forgotten_sent_title) />
            <p class="lead">{move || words::forgotten_sent_text(&email)}</p>
            <p class="hint">{words::forgotten_sent_nothing}</p>
            <div class="buttons">
                <a class="button" href="/sign-in">{words::join_sign_in}</a>
                <button class="button quiet" type="button" on:click=handler(move |_| sent.set(None))>{words::forgotten_again}</button>
            </div>
        }
        .into_any(),
        None => view! { <Ask sent /> }.into_any(),
    }
    });
    view! { <Door title=Signal::derive(words::forgotten_title)>{contents}</Door> }
}

/// The address.
#[component]
fn Ask(sent: RwSignal<Option<String>>) -> impl IntoView {
    let sessions = use_sessions();
    let form = Form::new(&["/email"]);
    let email = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let request = ForgottenPassword {
            email: email.get_untracked().trim().to_owned(),
        };
        let found = Checks::new().email("/email", &request.email).found();
        let client = sessions.client();
        let address = request.email.clone();
        form.submit(
            found,
            async move { client.ask_password_link(&request).await },
            move |()| {
                sent.try_set(Some(address));
            },
        );
    };
    view! {
        <Heading title=Signal::derive(words::forgotten_title) />
        <p class="lead">{words::forgotten_lead}</p>
        <form class="form" novalidate on:submit=handler(submit)>
            <ErrorSummary form />
            <TextField form pointer="/email" label=words::sign_in_email value=email kind="email" autocomplete="username" />
            <SubmitButton
                label=words::forgotten_send
                busy_label=words::forgotten_sending
                busy=form.busy()
                wait=form.wait()
                kind="primary wide"
            />
        </form>
        <p><a href="/sign-in">{words::forgotten_back}</a></p>
    }
}
