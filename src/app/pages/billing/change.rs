//! Asking before the plan is changed: what holds at once, what the next invoice will be, and that nothing is paid here.

use latchkey_contract::billing::{Billing, Plan};
use latchkey_contract::problem::ProblemCode;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{money, name};
use crate::client::Load;
use crate::components::button::SubmitButton;
use crate::components::dialog::Dialog;
use crate::components::form::{ErrorSummary, Form};
use crate::components::toasts::use_toasts;
use crate::i18n::{format, words};
use crate::reactive::{handler, live};
use crate::session::use_signed_in;

/// The dialog.
#[component]
pub(super) fn ChangeDialog(
    /// Where the answer goes.
    load: Load<Billing>,
    /// How things stand.
    known: Billing,
    /// The plan that is wanted.
    plan: Plan,
    /// Takes the dialog away.
    close: Callback<()>,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    let form = Form::new(&[]);
    let (limit, price, next) = (plan.staff_limit, plan.price.clone(), known.next.issued);
    let shown = StoredValue::new(plan);
    let called = move || shown.with_value(name);
    let seen = StoredValue::new(known.version);
    // What has been sent cannot be taken back, and its answer belongs here.
    let close = Callback::new(move |()| {
        if !form.busy().get_untracked() {
            close.run(());
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let client = signed_in.client();
        let send = async move {
            let answer = client
                .change_plan(shown.with_value(|plan| plan.id.clone()), &seen.get_value())
                .await;
            answer.map(|billing| (billing, true)).or_else(|error| {
                // Another window was quicker: it shows how things stand, and asks nothing of its own accord.
                let stale = error.code() == Some(ProblemCode::Stale);
                stale
                    .then(|| error.current())
                    .flatten()
                    .map(|billing| (billing, false))
                    .ok_or(error)
            })
        };
        form.submit(Vec::new(), send, move |(billing, changed): (Billing, bool)| {
            match changed {
                true => toasts.say(words::billing_changed(&untrack(called))),
                false => toasts.warn(words::problem_stale()),
            }
            close.run(());
            load.set(billing);
        });
    };
    view! {
        <Dialog title=Signal::derive(move || words::billing_change_title(&called())) on_close=close>
            <form class="form" novalidate on:submit=handler(submit)>
                <ErrorSummary form />
                <p>{live(move || words::billing_change_text(limit))}</p>
                <p>{live(move || words::billing_change_next(&money(&price), &format::date(next)))}</p>
                <p class="hint">{words::billing_no_card}</p>
                <div class="buttons end">
                    <button class="button" type="button" on:click=handler(move |_| close.run(()))>{words::billing_keep}</button>
                    <SubmitButton label=words::billing_change busy_label=words::billing_changing busy=form.busy() />
                </div>
            </form>
        </Dialog>
    }
}
