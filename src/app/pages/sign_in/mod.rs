//! Signing in: the page in front of everything, and the same form over a page whose session has ended.

mod form;

use leptos::prelude::*;

use crate::components::door::Door;
use crate::components::page_head::Heading;
use crate::i18n::words;
use crate::session::Farewell;

pub(crate) use form::SignInForm;

/// The page. It stands at every address while nobody is signed in; afterwards that address opens.
#[component]
pub(crate) fn SignInPage(
    /// Why somebody who was signed in no longer is.
    farewell: Option<Farewell>,
) -> impl IntoView {
    let why = farewell.map(|farewell| {
        let (tone, words): (_, fn() -> String) = match farewell {
            Farewell::SignedOut => ("success", words::sign_in_signed_out),
            other => ("info", farewell_words(other)),
        };
        view! { <div class="notice" data-tone=tone><p>{words}</p></div> }
    });
    view! {
        <Door title=Signal::derive(words::sign_in_title)>
            <Heading title=Signal::derive(words::sign_in_title) />
            {why}
            <SignInForm email=String::new() in_place=false />
            <p><a href="/forgotten-password">{words::sign_in_forgotten}</a></p>
        </Door>
    }
}

/// What is said to whoever has been signed out by the backend.
pub(crate) fn farewell_words(farewell: Farewell) -> fn() -> String {
    match farewell {
        Farewell::Revoked => words::sign_in_revoked,
        Farewell::Suspended => words::problem_suspended,
        Farewell::Over => words::problem_ended,
        Farewell::SignedOut | Farewell::Ended => words::sign_in_access_ended,
    }
}
