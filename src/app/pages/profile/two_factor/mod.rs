//! One's own second factor: set up, with new recovery codes, and turned off. What is told only once stays on the screen
//! until it is put away.

mod codes;
mod proof;
mod scan;

use latchkey_contract::two_factor::{TwoFactor, TwoFactorSetUp};
use leptos::html;
use leptos::prelude::*;

use super::own_sessions::OwnSessions;
use crate::client::{Load, Loaded};
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::i18n::words;
use crate::navigation::focus;
use crate::reactive::{effect, handler, live};
use crate::session::use_signed_in;
use codes::Codes;
use proof::Proof;
use scan::Scan;

/// What the password is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    SetUp,
    NewCodes,
    TurnOff,
}

/// Where one is.
#[derive(Clone, PartialEq)]
enum Step {
    /// Nothing is being done.
    Resting,
    /// The present password is asked for.
    Proving(Purpose),
    /// The authenticator app is given the secret.
    Scanning(TwoFactorSetUp),
    /// The recovery codes are told, this once.
    Told(Vec<String>),
}

/// The second factor.
#[component]
pub(super) fn TwoFactorCard(
    /// One's sessions, which become fewer.
    own_sessions: OwnSessions,
    /// Says whether something is shown that cannot be shown again.
    unsaved: RwSignal<bool>,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let load = Load::<TwoFactor>::new();
    let ask = move || {
        let client = signed_in.client();
        load.ask(move |_| async move { client.two_factor().await });
    };
    ask();
    let step = RwSignal::new(Step::Resting);
    let heading = NodeRef::<html::H2>::new();
    effect(move || unsaved.set(step.with(|step| matches!(step, Step::Told(_)))));

    // What was pressed is gone after each step, so the focus goes to where the next one begins.
    let go = Callback::new(move |next: Step| {
        // The page may be gone when an answer arrives.
        if step.try_get_untracked().is_none() {
            return;
        }
        let done = matches!(next, Step::Told(_) | Step::Resting);
        step.set(next);
        if let Some(Some(heading)) = heading.try_get_untracked() {
            focus(&heading);
        }
        if done {
            ask();
            own_sessions.ask();
        }
    });
    let shown = live(move || match step.get() {
        Step::Resting => match load.get() {
            Loaded::Pending => view! { <PageSkeleton /> }.into_any(),
            Loaded::Failed(error) => view! { <Retry error retry=Callback::new(move |()| ask()) /> }.into_any(),
            Loaded::Ready(two_factor) => view! { <Standing two_factor go /> }.into_any(),
        },
        Step::Proving(purpose) => view! { <Proof purpose go /> }.into_any(),
        Step::Scanning(set_up) => view! { <Scan set_up go /> }.into_any(),
        Step::Told(codes) => view! { <Codes codes go /> }.into_any(),
    });
    view! {
        <section class="card" aria-labelledby="two-factor">
            <h2 class="card-title" id="two-factor" tabindex="-1" node_ref=heading>{words::profile_two_factor}</h2>
            {shown}
        </section>
    }
}

/// How it stands, and what can be done about it.
#[component]
fn Standing(two_factor: TwoFactor, go: Callback<Step>) -> impl IntoView {
    let button = move |class: &'static str, label: fn() -> String, purpose: Purpose| {
        let begin = move |_| go.run(Step::Proving(purpose));
        view! { <button class=class type="button" on:click=handler(begin)>{label}</button> }
    };
    if !two_factor.active {
        return view! {
            <div class="stack">
                <p class="muted">{words::profile_two_factor_off}</p>
                <div class="buttons">{button("button", words::profile_two_factor_set_up, Purpose::SetUp)}</div>
            </div>
        }
        .into_any();
    }
    let left = two_factor.recovery_codes_left;
    let turn_off =
        (!two_factor.required).then(|| button("button danger", words::profile_two_factor_turn_off, Purpose::TurnOff));
    let required = two_factor
        .required
        .then(|| view! { <p class="muted">{words::profile_two_factor_required}</p> });
    view! {
        <div class="stack">
            <p>{words::profile_two_factor_on}</p>
            {required}
            <p class="muted">{move || words::profile_two_factor_left(left)}</p>
            <div class="buttons">
                {button("button", words::profile_two_factor_new_codes, Purpose::NewCodes)}
                {turn_off}
            </div>
        </div>
    }
    .into_any()
}
