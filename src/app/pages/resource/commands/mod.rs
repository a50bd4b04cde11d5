//! Commands: what can be done to a record or to a list as one act, offered where rule and state allow it.

mod ask;
mod preview;
mod reveal;

use latchkey_contract::resource::{Command, Condition, Resource, Target};
use leptos::prelude::*;
use serde_json::Value;

use self::ask::Ask;
use self::preview::Reading;
use self::reveal::{Reveal, Revealed};
use super::kit::{Kit, speaking};
use super::value::at;
use crate::client::{FieldRecord, Fields};
use crate::reactive::{handler, live, memo};

/// What a command is done to.
#[derive(Clone, Copy)]
pub(super) enum Subject {
    /// This record, as it is saved.
    Record(RwSignal<Option<FieldRecord>>),
    /// The list as a whole.
    List,
}

/// Whether a record lets a command be done.
fn holds(fields: &Fields, condition: &Condition) -> bool {
    let value = match at(fields, condition.field.as_str()) {
        Value::String(text) => text.clone(),
        Value::Bool(on) => on.to_string(),
        Value::Object(reference) => at(reference, "id").as_str().unwrap_or_default().to_owned(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    condition.is.contains(&value)
}

/// What can be done now. Reactive.
fn offered(kit: Kit, resource: &Resource, subject: Subject) -> Vec<Command> {
    let commands = resource.commands.iter();
    let offered = commands.filter(|command| match subject {
        Subject::List => command.target == Target::List,
        Subject::Record(record) => {
            command.target == Target::Record
                && record.with(|record| {
                    let fields = record.as_ref().map(|record| &record.fields);
                    fields.is_some_and(|fields| command.when.iter().all(|condition| holds(fields, condition)))
                })
        }
    });
    offered
        .filter(|command| kit.allows(Some(&command.rule)))
        .cloned()
        .collect()
}

/// The buttons, and what they ask.
#[component]
pub(super) fn Commands(
    kit: Kit,
    subject: Subject,
    /// Takes the record as it is afterwards, where there is one.
    done: Callback<Option<FieldRecord>>,
) -> impl IntoView {
    let offered = memo(move || offered(kit, &kit.resource(), subject));
    let asking = RwSignal::new(None::<Command>);
    let reading = RwSignal::new(None::<Command>);
    let revealed = RwSignal::new(None::<Revealed>);
    let buttons = live(move || {
        let button = |command: Command| {
            let label = speaking(command.label.clone());
            // What only shows something is not asked about, as long as it takes nothing.
            let open = if command.reads && command.fields.is_empty() {
                reading
            } else {
                asking
            };
            view! { <button class="button" type="button" on:click=handler(move |_| open.set(Some(command.clone())))>{label}</button> }
        };
        offered.get().into_iter().map(button).collect_view()
    });
    let dialogs = live(move || {
        let ask = asking
            .get()
            .map(|command| view! { <Ask kit subject command asking revealed done /> });
        let reveal = revealed.get().map(|it| view! { <Reveal it revealed done /> });
        let read = reading
            .get()
            .map(|command| view! { <Reading kit subject command reading /> });
        view! { {ask} {reveal} {read} }
    });
    view! { {buttons} {dialogs} }
}

#[cfg(test)]
mod tests {
    use latchkey_contract::id::FieldName;
    use latchkey_contract::resource::Condition;
    use serde_json::{Value, json};

    use super::holds;

    #[test]
    fn a_condition_asks_a_choice_a_switch_or_a_text() {
        let Value::Object(fields) = json!({ "status": "paid", "shipped": false }) else {
            panic!("an object")
        };
        let ask = |field: &str, is: &[&str]| {
            let is = is.iter().map(|value| (*value).to_owned()).collect();
            holds(
                &fields,
                &Condition {
                    field: FieldName(field.to_owned()),
                    is,
                },
            )
        };
        assert!(ask("status", &["new", "paid"]));
        assert!(!ask("status", &["new"]));
        assert!(ask("shipped", &["false"]));
        assert!(!ask("shipped", &["true"]));
        assert!(!ask("refunded", &["true"]));
    }
}
