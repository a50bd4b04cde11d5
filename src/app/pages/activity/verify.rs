//! Whether all entries are as they were written: asked for with a button, and told entry by entry.

use latchkey_contract::activity::{Fault, FaultyEntry, HeadCheck, Verification};
use leptos::prelude::*;

use crate::client::{Load, Loaded};
use crate::components::copy::CopyBox;
use crate::components::retry::Retry;
use crate::i18n::{self, words};
use crate::reactive::{handler, live};
use crate::session::use_signed_in;

/// The button and what came of it.
#[component]
pub(super) fn Verify() -> impl IntoView {
    let client = StoredValue::new(use_signed_in().client());
    let verified = Load::<Verification>::new();
    let asked = RwSignal::new(false);
    let noted = RwSignal::new(String::new());
    let ask = move || {
        let Some(client) = client.try_get_value() else { return };
        asked.set(true);
        let head = noted.get_untracked();
        verified.ask(move |abort| async move { client.verify_activity(head.trim(), abort).await });
    };
    let busy = live(move || verified.is_asking().then_some("true"));
    let shown = live(move || match verified.get() {
        Loaded::Pending => ().into_any(),
        Loaded::Failed(error) => view! { <Retry error retry=Callback::new(move |()| ask()) /> }.into_any(),
        Loaded::Ready(verification) => view! { <Result verification /> }.into_any(),
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        ask();
    };
    view! {
        <section class="card" aria-labelledby="activity-verify">
            <h2 class="card-title" id="activity-verify">{words::activity_verify}</h2>
            <div class="stack">
                <form class="form" on:submit=handler(submit)>
                    <div class="field">
                        <label class="label" for="activity-noted">{words::activity_noted}</label>
                        <input
                            class="input" id="activity-noted" type="text" autocomplete="off" spellcheck="false"
                            prop:value=move || noted.get()
                            on:input=handler(move |event| noted.set(event_target_value(&event)))
                        />
                    </div>
                    <div class="buttons">
                        <button class="button" type="submit" aria-busy=busy>{words::activity_verify}</button>
                    </div>
                </form>
                <div role="status">{shown}</div>
            </div>
        </section>
    }
}

/// What came of it.
#[component]
fn Result(verification: Verification) -> impl IntoView {
    let Verification {
        ok,
        count,
        head,
        faults,
        faulty,
        noted,
    } = verification;
    let title = live(move || {
        if faulty == 0 {
            words::activity_verified(count)
        } else {
            words::activity_faulty(faulty)
        }
    });
    let noted = noted.map(|noted| {
        let word: fn() -> String = match noted {
            HeadCheck::Holds => words::activity_noted_holds,
            HeadCheck::CutOff => words::activity_noted_cut_off,
            HeadCheck::Differs => words::activity_noted_differs,
        };
        view! { <p>{word}</p> }
    });
    let fault = |FaultyEntry { number, fault }: FaultyEntry| {
        let said = move || {
            let number = &i18n::format::number(number);
            match fault {
                Fault::Altered => words::activity_altered(number),
                Fault::Removed => words::activity_removed(number),
                Fault::Inserted => words::activity_inserted(number),
                Fault::Reordered => words::activity_reordered(number),
            }
        };
        view! { <li>{said}</li> }
    };
    let faults = (!faults.is_empty()).then(|| view! { <ul>{faults.into_iter().map(fault).collect_view()}</ul> });
    view! {
        <div class="stack">
            <div class="notice" data-tone=if ok { "success" } else { "danger" }>
                <p class="notice-title">{title}</p>
                {noted}
                {faults}
            </div>
            <CopyBox
                id="activity-head" label=words::activity_head text=head hint=Signal::derive(words::activity_head_hint)
                copy=words::resource_reveal_copy copied=words::resource_reveal_copied
            />
        </div>
    }
}
