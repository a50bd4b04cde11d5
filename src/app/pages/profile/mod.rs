//! One's own account: name, language, looks, password, sessions, and what one may do. It needs no permission.

mod about;
mod access;
mod language;
mod looks;
mod own_sessions;
mod password;
mod present_password;
mod save;
mod session_row;
mod sessions;
mod two_factor;

use latchkey_contract::profile::Profile;
use leptos::prelude::*;

use crate::client::{ClientError, Load, Loaded};
use crate::components::leave_guard::LeaveGuard;
use crate::components::page_head::PageHead;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::i18n::words;
use crate::pages::ownership::OfferedCard;
use crate::reactive::{live, memo};
use crate::session::use_signed_in;
use about::AboutCard;
use access::AccessCard;
use language::LanguageField;
use looks::Looks;
use own_sessions::OwnSessions;
use password::PasswordCard;
use sessions::SessionsCard;
use two_factor::TwoFactorCard;

pub(crate) use present_password::PresentPassword;

/// Whether the account has arrived. What is in it is followed by the cards.
#[derive(Clone, PartialEq)]
enum Arrived {
    NotYet,
    Yes,
    No(ClientError),
}

/// The page.
#[component]
pub(crate) fn ProfilePage() -> impl IntoView {
    let signed_in = use_signed_in();
    let profile = Load::<Profile>::new();
    let ask = move || {
        let client = signed_in.client();
        profile.ask(move |_| async move { client.profile().await });
    };
    ask();
    let (named, secret, told) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let own_sessions = OwnSessions::new(signed_in);
    let arrived = memo(move || {
        profile.with(|profile| match profile {
            Loaded::Pending => Arrived::NotYet,
            Loaded::Ready(_) => Arrived::Yes,
            Loaded::Failed(error) => Arrived::No(error.clone()),
        })
    });
    let about = live(move || match arrived.get() {
        Arrived::NotYet => view! { <PageSkeleton /> }.into_any(),
        Arrived::Yes => view! { <AboutCard profile unsaved=named /> }.into_any(),
        Arrived::No(error) => view! { <Retry error retry=Callback::new(move |()| ask()) /> }.into_any(),
    });
    view! {
        <div class="page" data-width="narrow">
            <LeaveGuard unsaved=Signal::derive(move || named.get() || secret.get() || told.get()) />
            <PageHead title=Signal::derive(words::profile_title) lead=Signal::derive(words::profile_lead) />
            <div class="stack">
                <OfferedCard taken=Callback::new(move |()| own_sessions.ask()) />
                <section class="card" aria-labelledby="about">
                    <h2 class="card-title" id="about">{words::profile_about}</h2>
                    {about}
                </section>
                <section class="card" aria-labelledby="preferences">
                    <h2 class="card-title" id="preferences">{words::profile_preferences}</h2>
                    <div class="stack">
                        {move || (arrived.get() == Arrived::Yes).then(|| view! { <LanguageField profile /> })}
                        <Looks />
                    </div>
                </section>
                <PasswordCard own_sessions unsaved=secret />
                <TwoFactorCard own_sessions unsaved=told />
                <SessionsCard own_sessions />
                <AccessCard profile />
            </div>
        </div>
    }
}
