//! Name and password. E-mail address and access come from the invitation, so there is nothing to choose of them.

use latchkey_contract::invitation::Join;
use latchkey_contract::limits::{NAME_MAX, PASSWORD_MIN};
use latchkey_contract::problem::ProblemCode;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::offer::{Offer, OfferedSections};
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

/// The form, and what one gets for it.
#[component]
pub(super) fn JoinForm(
    /// What the link carries.
    token: String,
    /// What it offers.
    offer: Offer,
    /// Called when the link turns out to be dead.
    dies: impl Fn(ProblemCode) + Copy + 'static,
) -> impl IntoView {
    let sessions = use_sessions();
    let toasts = use_toasts();
    let goer = use_goer();
    let arrival = Arrival::new(sessions);
    let form = Form::new(&["/name", "/password"]);
    let once = OnceKey::new();
    let email = RwSignal::new(offer.invitation.email.clone());
    let name = RwSignal::new(offer.invitation.name.clone());
    let password = RwSignal::new(String::new());
    let store = StoredValue::new(offer.invitation.store.clone());

    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let request = Join {
            name: name.get_untracked().trim().to_owned(),
            password: password.get_untracked(),
        };
        let found = Checks::new()
            .text("/name", &request.name, NAME_MAX)
            .new_password("/password", &request.password, PASSWORD_MIN)
            .found();
        let client = sessions.client();
        let key = once.of(&request);
        let token = token.clone();
        let welcome = words::join_welcome(&store.get_value());
        let door = async move {
            let joined = client.join(&token, &request, key).await;
            if let Some(code) = joined.as_ref().err().and_then(ClientError::code) {
                dies(code);
            }
            joined
        };
        form.submit(found, arrival.through(door), move |()| {
            // The link has done its work: Back does not lead to it.
            goer.replace("/");
            toasts.say(welcome);
        });
    };
    let hint = |words: fn() -> String| Signal::derive(words);
    view! {
        <Heading title=Signal::derive(move || words::join_title(&store.get_value())) />
        <p class="lead">{move || words::join_lead(&store.get_value())}</p>
        <form class="form" novalidate on:submit=handler(submit)>
            <ErrorSummary form />
            <TextField
                form
                pointer="/email"
                label=words::join_email
                hint=hint(words::join_email_hint)
                value=email
                kind="email"
                autocomplete="username"
                readonly=true
            />
            <TextField
                form
                pointer="/name"
                label=words::join_name
                hint=hint(words::join_name_hint)
                value=name
                autocomplete="name"
            />
            <NewPasswordField
                form
                pointer="/password"
                label=words::join_password
                hint=Signal::derive(|| words::join_password_hint(PASSWORD_MIN as u64))
                value=password
                min=PASSWORD_MIN
                words=move || vec![name.get_untracked(), email.get_untracked()]
                show=(words::join_show_password, words::join_hide_password)
            />
            <SubmitButton
                label=words::join_submit
                busy_label=words::join_busy
                busy=form.busy()
                wait=form.wait()
                kind="primary wide"
            />
        </form>
        <OfferedSections offer />
    }
}
