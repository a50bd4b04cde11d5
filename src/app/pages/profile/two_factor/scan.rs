//! The secret, as a picture to scan and as a text to copy, and the code that proves that the app has it.

use latchkey_contract::two_factor::{QrCode, TwoFactorCode, TwoFactorSetUp};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::Step;
use crate::components::button::SubmitButton;
use crate::components::checks::Checks;
use crate::components::copy::CopyBox;
use crate::components::field::TextField;
use crate::components::form::{ErrorSummary, Form};
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::reactive::handler;
use crate::session::use_signed_in;

/// How many squares must stay empty around a QR code.
const QUIET: u32 = 4;

/// The form.
#[component]
pub(super) fn Scan(
    /// What the app is given.
    set_up: TwoFactorSetUp,
    /// Goes on.
    go: Callback<Step>,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    let form = Form::beside("two-factor", &["/code"]);
    let code = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let request = TwoFactorCode {
            code: code.get_untracked().trim().to_owned(),
        };
        let found = Checks::new().required("/code", &request.code).found();
        let client = signed_in.client();
        let said = words::profile_two_factor_turned_on();
        form.submit(
            found,
            async move { client.confirm_two_factor(&request).await },
            move |told| {
                go.run(Step::Told(told.recovery_codes));
                toasts.say(said);
            },
        );
    };
    let TwoFactorSetUp { secret, qr, .. } = set_up;
    view! {
        <form class="form" novalidate on:submit=handler(submit)>
            <p>{words::profile_two_factor_scan}</p>
            <ErrorSummary form />
            {picture(&qr)}
            <CopyBox
                id="two-factor-secret"
                label=words::profile_two_factor_secret
                text=secret
                copy=words::profile_two_factor_copy
                copied=words::profile_two_factor_copied
            />
            <TextField
                form
                pointer="/code"
                label=words::profile_two_factor_code
                hint=Signal::derive(words::profile_two_factor_code_hint)
                value=code
                autocomplete="one-time-code"
            />
            <div class="buttons">
                <SubmitButton
                    label=words::profile_two_factor_turn_on
                    busy_label=words::frame_saving
                    busy=form.busy()
                    wait=form.wait()
                />
                <button class="button" type="button" on:click=handler(move |_| go.run(Step::Resting))>
                    {words::frame_cancel}
                </button>
            </div>
        </form>
    }
}

/// The QR code, in the middle of the empty squares that it needs.
fn picture(qr: &QrCode) -> impl IntoView + use<> {
    let wide = qr.size + 2 * QUIET;
    let view_box = format!("-{QUIET} -{QUIET} {wide} {wide}");
    view! {
        <svg class="qr" viewBox=view_box role="img" aria-label=words::profile_two_factor_picture>
            <path d=qr.path.clone()></path>
        </svg>
    }
}
