//! Choosing a new password with a link. A second factor is asked for as ever, and nobody is signed in by it.

use latchkey_contract::limits::{PASSWORD_MIN, PASSWORD_MIN_WITH_SECOND_FACTOR};
use latchkey_contract::password_link::{NewPassword, PasswordLink};
use latchkey_contract::problem::ProblemCode;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::client::{ClientError, Load, Loaded};
use crate::components::button::SubmitButton;
use crate::components::checks::Checks;
use crate::components::door::Door;
use crate::components::field::TextField;
use crate::components::form::{ErrorSummary, Form};
use crate::components::new_password::NewPasswordField;
use crate::components::page_head::Heading;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::i18n::words;
use crate::reactive::{handler, live, memo};
use crate::session::{Farewell, use_sessions};

/// The page behind such a link.
#[component]
pub(crate) fn ResetPage(
    /// What the link carries.
    token: String,
) -> impl IntoView {
    let sessions = use_sessions();
    let token = StoredValue::new(token);
    let link = Load::<PasswordLink>::new();
    let ask = move || {
        let client = sessions.client();
        link.ask(move |_| async move { client.password_link(&token.get_value()).await });
    };
    ask();
    let done = RwSignal::new(false);
    // A link can die between opening the page and sending the form.
    let died = RwSignal::new(false);
    let loaded = memo(move || link.get());
    let contents = live(move || {
        if done.get() {
            return view! { <Done /> }.into_any();
        }
        match loaded.get() {
            _ if died.get() => view! { <Dead /> }.into_any(),
            Loaded::Pending => view! { <PageSkeleton /> }.into_any(),
            Loaded::Failed(error) if is_dead(&error) => view! { <Dead /> }.into_any(),
            Loaded::Failed(error) => view! {
                <Heading title=Signal::derive(words::reset_title) />
                <Retry error retry=Callback::new(move |()| ask()) />
            }
            .into_any(),
            Loaded::Ready(link) => view! { <Choose token=token.get_value() link done died /> }.into_any(),
        }
    });
    let store = move || link.with(|link| link.ready().map(|link| link.store.clone()));
    view! { <Door title=Signal::derive(words::reset_title) store=Signal::derive(store)>{contents}</Door> }
}

fn is_dead(error: &ClientError) -> bool {
    matches!(
        error.code(),
        Some(ProblemCode::PasswordLinkOver | ProblemCode::NotFound)
    )
}

/// The form.
#[component]
fn Choose(token: String, link: PasswordLink, done: RwSignal<bool>, died: RwSignal<bool>) -> impl IntoView {
    let sessions = use_sessions();
    let form = Form::new(&["/new", "/otp"]);
    let new = RwSignal::new(String::new());
    let otp = RwSignal::new(String::new());
    let min = if link.two_factor {
        PASSWORD_MIN_WITH_SECOND_FACTOR
    } else {
        PASSWORD_MIN
    };
    let code_asked = RwSignal::new(link.two_factor);
    let (email, name) = (link.email.clone(), link.name);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let request = NewPassword {
            new: new.get_untracked(),
            otp: Some(otp.get_untracked()).filter(|otp| !otp.trim().is_empty()),
        };
        let found = Checks::new().new_password("/new", &request.new, min).found();
        let client = sessions.client();
        let token = token.clone();
        let send = async move {
            let answer = client.reset_password(&token, &request).await;
            if let Err(error) = &answer {
                if is_dead(error) {
                    died.try_set(true);
                } else if error.code() == Some(ProblemCode::OtpRequired) {
                    // It was set up since the page was opened.
                    code_asked.try_set(true);
                }
            }
            answer
        };
        form.submit(found, send, move |()| {
            done.try_set(true);
            // Whoever was signed in here, with the old password, is so no longer.
            sessions.leave(Farewell::SignedOut);
        });
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
    let (said, shown) = (email.clone(), email.clone());
    view! {
        <Heading title=Signal::derive(words::reset_title) />
        <p class="lead">{move || words::reset_lead(&said)}</p>
        <form class="form" novalidate on:submit=handler(submit)>
            <ErrorSummary form />
            // For password managers, which look for whose password it is.
            <input type="email" autocomplete="username" hidden readonly prop:value=shown />
            <NewPasswordField
                form
                pointer="/new"
                label=words::profile_password_new
                hint=Signal::derive(move || words::join_password_hint(min as u64))
                value=new
                min
                words=move || vec![name.clone(), email.clone()]
                show=(words::join_show_password, words::join_hide_password)
            />
            {code}
            <SubmitButton
                label=words::reset_save
                busy_label=words::frame_saving
                busy=form.busy()
                wait=form.wait()
                kind="primary wide"
            />
        </form>
    }
}

/// It is chosen.
#[component]
fn Done() -> impl IntoView {
    view! {
        <Heading title=Signal::derive(words::reset_done_title) />
        <p class="lead">{words::reset_done_text}</p>
        <div class="buttons"><a class="button primary" href="/sign-in">{words::join_sign_in}</a></div>
    }
}

/// The link opens nothing any more.
#[component]
fn Dead() -> impl IntoView {
    view! {
        <Heading title=Signal::derive(words::reset_dead_title) />
        <p class="lead">{words::problem_password_link_over}</p>
        <div class="buttons"><a class="button primary" href="/forgotten-password">{words::reset_dead_again}</a></div>
    }
}
