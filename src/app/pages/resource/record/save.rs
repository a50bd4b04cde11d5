//! Saving: a new record is made once, however often it is asked for; one that is there is changed from the state that was
//! seen, and only in what differs.

use latchkey_contract::problem::ProblemCode;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::state::{FORM, RecordState};
use crate::client::{ClientError, FieldRecord};
use crate::components::button::SubmitButton;
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::navigation::use_goer;
use crate::pages::resource::checks::{check, without_nothing};
use crate::pages::resource::list::stale;
use crate::pages::resource::rights::Edit;
use crate::reactive::{handler, live, memo};

/// What came of saving.
enum Saved {
    Done(FieldRecord),
    /// Somebody else was quicker; this is the record now.
    Conflict(FieldRecord),
}

/// The record as it is now, where that is why it was refused.
pub(super) fn current(error: ClientError) -> Result<FieldRecord, ClientError> {
    let current = (error.code() == Some(ProblemCode::Stale))
        .then(|| error.current())
        .flatten();
    current.ok_or(error)
}

/// Sends what differs from what is saved.
pub(super) fn save(state: RecordState) -> impl Fn() + Copy + Send + Sync + 'static {
    let toasts = use_toasts();
    let goer = StoredValue::new(use_goer());
    let done = move |saved: Saved| match saved {
        Saved::Done(record) => {
            stale();
            toasts.say(words::frame_saved());
            state.restored.try_set(false);
            if untrack(|| state.is_new()) {
                let path = state.kit.path_of(record.id.as_str());
                state.abandon();
                state.load(record);
                goer.with_value(|goer| goer.replace(&path));
            } else {
                state.load(record);
            }
        }
        Saved::Conflict(record) => drop(state.conflict.try_set(Some(record))),
    };
    move || {
        let resource = state.kit.resource();
        let changes = untrack(|| state.changes());
        let inputs: Vec<_> = untrack(|| {
            let fields = resource.fields.iter();
            fields.filter(|field| state.edit(field) == Edit::Yes).cloned().collect()
        });
        let now = state.now.get_untracked();
        let found = check(FORM, &inputs, &resource.schema, &now);
        let client = state.kit.client();
        let id = resource.id.clone();
        match state.saved.get_untracked() {
            None => {
                let body = without_nothing(&changes);
                let key = state.once.of(&body);
                let send = async move { client.create_record(&id, &body, key).await.map(Saved::Done) };
                state.form.submit(found, send, done);
            }
            Some(saved) => {
                let send = async move {
                    match client.patch_record(&id, &saved.id, &saved.version, &changes).await {
                        Ok(record) => Ok(Saved::Done(record)),
                        Err(error) => current(error).map(Saved::Conflict),
                    }
                };
                state.form.submit(found, send, done);
            }
        }
    }
}

/// What a form does when it is sent.
pub(super) fn on_submit(state: RecordState) -> Box<dyn FnMut(SubmitEvent)> {
    let save = save(state);
    handler(move |event: SubmitEvent| {
        event.prevent_default();
        // A new one is sent as it is, so that it says what it lacks.
        if untrack(|| state.is_new() || state.is_dirty()) {
            save();
        }
    })
}

/// The bar with the form's one primary action, in sight wherever somebody is in the form. Absent where this person can
/// change nothing.
#[component]
pub(super) fn SaveBar(state: RecordState) -> impl IntoView {
    let may = memo(move || {
        let resource = state.kit.resource();
        resource.fields.iter().any(|field| state.edit(field) == Edit::Yes)
    });
    let how_many = memo(move || state.how_many());
    let said = live(move || match (state.is_new(), how_many.get()) {
        (true, _) => String::new(),
        (false, 0) => words::resource_no_changes(),
        (false, count) => words::resource_changes(count as u64),
    });
    let back = live(move || {
        if state.is_new() {
            let list = state.kit.path();
            return Some(view! { <a class="button" href=list>{words::frame_cancel}</a> }.into_any());
        }
        (how_many.get() > 0).then(|| {
            view! {
                <button class="button" type="button" on:click=handler(move |_| state.discard())>{words::resource_discard}</button>
            }
            .into_any()
        })
    });
    live(move || {
        may.get().then(|| {
            view! {
                <div class="save-bar">
                    <p class="muted" role="status">{said.clone()}</p>
                    <div class="buttons">
                        {back.clone()}
                        <SubmitButton label=words::frame_save busy_label=words::frame_saving busy=state.form.busy() />
                    </div>
                </div>
            }
        })
    })
}
