//! The store's name and currency, and the owner's name, address and password.

use latchkey_contract::limits::{NAME_MAX, PASSWORD_MIN, STORE_NAME_MAX};
use latchkey_contract::owner::NewOwner;
use latchkey_contract::problem::{FieldCode, ProblemCode};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::Shut;
use super::currencies::CurrencyField;
use crate::client::{ClientError, OnceKey};
use crate::components::button::SubmitButton;
use crate::components::checks::Checks;
use crate::components::field::TextField;
use crate::components::form::{ErrorSummary, Form};
use crate::components::new_password::NewPasswordField;
use crate::components::page_head::Heading;
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::navigation::use_goer;
use crate::reactive::handler;
use crate::session::{Arrival, use_sessions};

/// What has been typed.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    store_name: RwSignal<String>,
    currency: RwSignal<String>,
    name: RwSignal<String>,
    email: RwSignal<String>,
    password: RwSignal<String>,
}

impl Draft {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            store_name: empty(),
            currency: empty(),
            name: empty(),
            email: empty(),
            password: empty(),
        }
    }

    fn request(self, token: String) -> NewOwner {
        let trimmed = |value: RwSignal<String>| value.get_untracked().trim().to_owned();
        NewOwner {
            token,
            store_name: trimmed(self.store_name),
            currency: self.currency.get_untracked(),
            name: trimmed(self.name),
            email: trimmed(self.email),
            password: self.password.get_untracked(),
        }
    }
}

/// Why the door stays shut, where that is what an error says.
fn shut(error: &ClientError) -> Option<Shut> {
    let wrong_token =
        |error: &latchkey_contract::problem::FieldError| error.pointer == "/token" && error.code == FieldCode::Mismatch;
    match error.code() {
        Some(ProblemCode::State) => Some(Shut::Already),
        Some(ProblemCode::Invalid) if error.field_errors().iter().any(wrong_token) => Some(Shut::BadToken),
        _ => None,
    }
}

/// The form.
#[component]
pub(super) fn SetupForm(
    /// What the link carries.
    token: String,
    /// What has been typed.
    draft: Draft,
    /// Called when this token does not open the store.
    refuse: impl Fn(String, Shut) + Copy + 'static,
) -> impl IntoView {
    let sessions = use_sessions();
    let toasts = use_toasts();
    let goer = use_goer();
    let arrival = Arrival::new(sessions);
    let once = OnceKey::new();
    let form = Form::new(&["/storeName", "/currency", "/name", "/email", "/password"]);

    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let request = draft.request(token.clone());
        let found = Checks::new()
            .text("/storeName", &request.store_name, STORE_NAME_MAX)
            .required("/currency", &request.currency)
            .text("/name", &request.name, NAME_MAX)
            .email("/email", &request.email)
            .new_password("/password", &request.password, PASSWORD_MIN)
            .found();
        let client = sessions.client();
        let key = once.of(&request);
        let door = async move {
            let opened = client.create_owner(&request, key).await;
            if let Some(shut) = opened.as_ref().err().and_then(shut) {
                refuse(request.token, shut);
            }
            opened
        };
        form.submit(found, arrival.through(door), move |()| {
            // In place of the link: its token does not stay in the browser's history.
            goer.replace("/");
            toasts.say(words::setup_done());
        });
    };
    view! {
        <Heading title=Signal::derive(words::setup_title) />
        <p class="lead">{words::setup_lead}</p>
        <form class="form" novalidate on:submit=handler(submit)>
            <ErrorSummary form />
            <TextField
                form
                pointer="/storeName"
                label=words::setup_store_name
                value=draft.store_name
                autocomplete="organization"
            />
            <CurrencyField form value=draft.currency />
            <TextField form pointer="/name" label=words::setup_name value=draft.name autocomplete="name" />
            <TextField
                form
                pointer="/email"
                label=words::setup_email
                hint=Signal::derive(words::setup_email_hint)
                value=draft.email
                kind="email"
                autocomplete="username"
            />
            <NewPasswordField
                form
                pointer="/password"
                label=words::setup_password
                hint=Signal::derive(|| words::setup_password_hint(PASSWORD_MIN as u64))
                value=draft.password
                min=PASSWORD_MIN
                words=move || [draft.store_name, draft.name, draft.email].map(|said| said.get_untracked()).into()
                show=(words::setup_show_password, words::setup_hide_password)
            />
            <SubmitButton
                label=words::setup_submit
                busy_label=words::setup_busy
                busy=form.busy()
                wait=form.wait()
                kind="primary wide"
            />
        </form>
    }
}
