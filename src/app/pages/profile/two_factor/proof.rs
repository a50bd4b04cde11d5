//! Proof of who it is, before the second factor is set up, renewed or turned off.

use latchkey_contract::two_factor::PasswordProof;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{Purpose, Step};
use crate::components::button::SubmitButton;
use crate::components::checks::Checks;
use crate::components::form::{ErrorSummary, Form};
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::pages::profile::present_password::PresentPassword;
use crate::reactive::handler;
use crate::session::use_signed_in;

/// A text of the language files.
type Words = fn() -> String;

/// The form.
#[component]
pub(super) fn Proof(
    /// What for.
    purpose: Purpose,
    /// Goes on.
    go: Callback<Step>,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    let form = Form::beside("two-factor", &["/current"]);
    let current = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let proof = PasswordProof {
            current: current.get_untracked(),
        };
        let found = Checks::new().password("/current", &proof.current).found();
        let client = signed_in.client();
        let sent = async move {
            Ok(match purpose {
                Purpose::SetUp => Step::Scanning(client.start_two_factor(&proof).await?),
                Purpose::NewCodes => Step::Told(client.renew_recovery_codes(&proof).await?.recovery_codes),
                Purpose::TurnOff => {
                    client.remove_two_factor(&proof).await?;
                    Step::Resting
                }
            })
        };
        let said = (purpose == Purpose::TurnOff).then(words::profile_two_factor_turned_off);
        form.submit(found, sent, move |next| {
            go.run(next);
            if let Some(said) = said {
                toasts.say(said);
            }
        });
    };
    let (text, label): (Words, Words) = match purpose {
        Purpose::SetUp => (words::profile_two_factor_prove_set_up, words::profile_two_factor_go_on),
        Purpose::NewCodes => (
            words::profile_two_factor_prove_new_codes,
            words::profile_two_factor_new_codes,
        ),
        Purpose::TurnOff => (
            words::profile_two_factor_prove_turn_off,
            words::profile_two_factor_turn_off,
        ),
    };
    let kind = if purpose == Purpose::TurnOff {
        "danger solid"
    } else {
        "primary"
    };
    view! {
        <form class="form" novalidate on:submit=handler(submit)>
            <p class="muted">{text}</p>
            <ErrorSummary form />
            <PresentPassword form value=current />
            <div class="buttons">
                <SubmitButton label busy_label=words::frame_saving busy=form.busy() wait=form.wait() kind />
                <button class="button" type="button" on:click=handler(move |_| go.run(Step::Resting))>
                    {words::frame_cancel}
                </button>
            </div>
        </form>
    }
}
