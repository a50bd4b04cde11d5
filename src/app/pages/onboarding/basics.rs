//! Reading and accepting the security basics, in the version that is shown.

use latchkey_contract::onboarding::{OwnOnboarding, SecurityBasics};
use latchkey_contract::problem::{FieldCode, FieldError, ProblemCode};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::client::ClientError;
use crate::components::button::SubmitButton;
use crate::components::field::{described_by, invalid};
use crate::components::form::{ErrorSummary, Form, field_error};
use crate::i18n::{language, words};
use crate::reactive::{handler, live};
use crate::session::use_signed_in;

/// The box that says that the text has been read.
const READ: &str = "/read";

/// The card.
#[component]
pub(super) fn Basics(
    /// The text.
    basics: SecurityBasics,
    /// Hears what is left afterwards.
    taken: Callback<OwnOnboarding>,
    /// Asks for the text anew.
    reload: Callback<()>,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let say = |error: &FieldError| match error.code {
        FieldCode::Required => words::onboarding_read_first(),
        _ => crate::components::problem::field_message(error),
    };
    let form = Form::described("basics", say);
    let read = RwSignal::new(false);
    let SecurityBasics { version, text } = basics;
    let paragraphs = live(move || {
        let language = language::tag();
        let text = text.in_language(&language).to_owned();
        text.split("\n\n")
            .map(str::trim)
            .filter(|paragraph| !paragraph.is_empty())
            .map(|paragraph| view! { <p class="long-text">{paragraph.to_owned()}</p> })
            .collect_view()
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let unread = !read.get_untracked();
        let found = unread
            .then(|| field_error(READ, FieldCode::Required))
            .into_iter()
            .collect();
        let client = signed_in.client();
        let send = async move {
            let accepted = client.accept_basics(version).await;
            if accepted.as_ref().err().and_then(ClientError::code) == Some(ProblemCode::State) {
                // It was changed while it was being read.
                reload.run(());
            }
            accepted
        };
        form.submit(found, send, move |now| taken.run(now));
    };
    let id = form.id_of(READ);
    let error_id = format!("{id}-error");
    let error = live(move || {
        let id = error_id.clone();
        form.error_at(READ)
            .map(|message| view! { <p class="error" id=id>{message}</p> })
    });
    view! {
        <section class="card" aria-labelledby="basics">
            <h2 class="card-title" id="basics">{words::onboarding_basics_title}</h2>
            {paragraphs}
            <form class="form" novalidate on:submit=handler(submit)>
                <ErrorSummary form />
                {error}
                <div class="check">
                    <input
                        class="box"
                        type="checkbox"
                        id=id.clone()
                        aria-describedby=described_by(form, READ, false)
                        aria-invalid=invalid(form, READ)
                        prop:checked=read
                        on:change=handler(move |event| read.set(event_target_checked(&event)))
                    />
                    <label for=id>{words::onboarding_read}</label>
                </div>
                <div class="buttons">
                    <SubmitButton label=words::onboarding_accept busy_label=words::frame_saving busy=form.busy() />
                </div>
            </form>
        </section>
    }
}
