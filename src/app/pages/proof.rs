//! “Confirm it is you”: asked over the page, whatever it shows, when what somebody does there needs a fresh proof. What was
//! typed stays, and what was asked for is done once the proof is given.

use latchkey_contract::problem::ProblemCode;
use latchkey_contract::proof::ProofAgain;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::profile::PresentPassword;
use crate::client::ClientError;
use crate::components::button::SubmitButton;
use crate::components::checks::Checks;
use crate::components::dialog::Dialog;
use crate::components::field::TextField;
use crate::components::form::{ErrorSummary, Form};
use crate::i18n::words;
use crate::reactive::{handler, live};
use crate::session::{use_sessions, use_signed_in};

/// The dialog.
#[component]
pub(crate) fn ProofDialog() -> impl IntoView {
    let signed_in = use_signed_in();
    let prover = use_sessions().client().watch().prover();
    let form = Form::beside("proof", &["/current", "/otp"]);
    let current = RwSignal::new(String::new());
    // Whether there is a second factor is known only once the password was right.
    let code_asked = RwSignal::new(false);
    let otp = RwSignal::new(String::new());
    let close = Callback::new(move |()| {
        if !form.busy().get_untracked() {
            prover.settle(false);
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let proof = ProofAgain {
            current: current.get_untracked(),
            otp: Some(otp.get_untracked()).filter(|otp| !otp.trim().is_empty()),
        };
        let found = Checks::new().password("/current", &proof.current).found();
        let client = signed_in.client();
        let send = async move {
            let answer = client.prove_again(&proof).await;
            if answer.as_ref().err().and_then(ClientError::code) == Some(ProblemCode::OtpRequired) {
                code_asked.try_set(true);
            }
            answer
        };
        form.submit(found, send, move |_| prover.settle(true));
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
        <Dialog title=Signal::derive(words::identity_title) on_close=close>
            <form class="form" novalidate on:submit=handler(submit)>
                <p>{words::identity_text}</p>
                <ErrorSummary form />
                <PresentPassword form value=current />
                {code}
                <div class="buttons end">
                    <button class="button" type="button" on:click=handler(move |_| close.run(()))>{words::frame_cancel}</button>
                    <SubmitButton
                        label=words::identity_confirm
                        busy_label=words::identity_busy
                        busy=form.busy()
                        wait=form.wait()
                    />
                </div>
            </form>
        </Dialog>
    }
}
