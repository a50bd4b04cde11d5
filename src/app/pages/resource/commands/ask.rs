//! What a command asks before it is done: its input, and whether it is meant. One that asks nothing is done at once.

use std::sync::Arc;

use latchkey_contract::resource::{Command, Done, Schema};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::Subject;
use super::reveal::{Answered, Revealed};
use crate::client::{FieldRecord, Fields, OnceKey};
use crate::components::dialog::Dialog;
use crate::components::form::{ErrorSummary, Form};
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::pages::resource::checks::{check, message, without_nothing};
use crate::pages::resource::draft::sent_as;
use crate::pages::resource::fields::{Slot, input};
use crate::pages::resource::kit::{Kit, speaking, spoken};
use crate::pages::resource::list::stale;
use crate::pages::resource::value::at;
use crate::reactive::{handler, live};

/// The id of the form's element.
const FORM: &str = "command";

/// The dialog.
#[component]
pub(super) fn Ask(
    kit: Kit,
    subject: Subject,
    command: Command,
    /// Taken away when the question is settled.
    asking: RwSignal<Option<Command>>,
    /// Takes what is shown once.
    revealed: RwSignal<Option<Revealed>>,
    done: Callback<Option<FieldRecord>>,
) -> impl IntoView {
    let root = Arc::new(command.schema.clone().unwrap_or_default());
    let worded = Arc::clone(&root);
    let form = Form::described("input", move |error| message(&worded, error));
    let now = RwSignal::new(Fields::new());
    let once = OnceKey::<Fields>::new();
    let toasts = use_toasts();
    let title = speaking(command.label.clone());
    let said = StoredValue::new(command.done.clone());
    let finish = move |answer: Done<Fields>| {
        stale();
        toasts.say(said.try_with_value(spoken).unwrap_or_default());
        asking.try_set(None);
        let shown = answer.reveal.map(Answered::Secret);
        match shown.or(answer.preview.map(Answered::Letter)) {
            // What comes after it would take it off the screen before it has been read.
            Some(what) => drop(revealed.try_set(Some(Revealed {
                what,
                record: answer.record,
            }))),
            None => done.run(answer.record),
        }
    };
    let fields = StoredValue::new(command.fields.clone());
    let schema = StoredValue::new(Arc::clone(&root));
    let id = StoredValue::new(command.id.clone());
    let send = move || {
        let (fields, schema) = (fields.get_value(), schema.get_value());
        let found = check(FORM, &fields, &schema, &now.get_untracked());
        let body = without_nothing(&now.with_untracked(|now| {
            let sent = fields
                .iter()
                .map(|field| (field.name.0.clone(), sent_as(&schema, field, now)));
            sent.collect()
        }));
        let key = once.of(&body);
        let record = match subject {
            Subject::Record(record) => record.get_untracked().map(|record| record.id),
            Subject::List => None,
        };
        let (client, resource, command) = (kit.client(), kit.id(), id.get_value());
        let call = async move { client.command(&resource, record.as_ref(), &command, &body, key).await };
        form.submit(found, call, finish);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send();
    };
    let close = Callback::new(move |()| asking.set(None));
    let confirm = command
        .confirm
        .clone()
        .map(|text| view! { <p>{live(move || spoken(&text))}</p> });
    let sensitive = command
        .sensitive
        .then(|| view! { <p><span class="pill sensitive">{words::resource_sensitive}</span></p> });
    let inputs = command.fields.iter().map(|field| {
        let name = field.name.clone();
        let put = move |value: serde_json::Value| {
            now.update(|now| {
                if value.is_null() {
                    now.remove(name.as_str());
                } else {
                    now.insert(name.0.clone(), value);
                }
            });
        };
        input(&Slot {
            form,
            pointer: format!("/{}", field.name),
            required: root.needs(&field.name),
            schema: Arc::new(root.member(&field.name).cloned().unwrap_or_else(Schema::default)),
            root: Arc::clone(&root),
            initial: now.with_untracked(|now| at(now, field.name.as_str()).clone()),
            field: Arc::new(field.clone()),
            put: Callback::new(put),
        })
    });
    let inputs = inputs.collect_view();
    let kind = if command.sensitive {
        "button danger solid"
    } else {
        "button primary"
    };
    let busy = Signal::derive(move || form.busy().get().then_some("true"));
    view! {
        <Dialog title on_close=close>
            {sensitive}
            {confirm}
            <form class="form" id=FORM novalidate on:submit=handler(submit)>
                <ErrorSummary form />
                {inputs}
                <div class="buttons end">
                    <button class="button" type="button" on:click=handler(move |_| close.run(()))>{words::frame_cancel}</button>
                    // `aria-disabled` in place of `disabled`: a button that has the focus keeps it.
                    <button class=kind type="submit" aria-busy=busy aria-disabled=busy>{title}</button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
