//! The fields, cut into blocks: inputs for what this person may change, and text for the rest, with the reason.

use std::sync::Arc;

use latchkey_contract::resource::{Block, Field, Kind, Resource, Shape};
use latchkey_permissions::Text;
use leptos::prelude::*;

use super::copied::copied;
use super::state::RecordState;
use crate::i18n::{self, words};
use crate::pages::resource::fields::{Slot, input};
use crate::pages::resource::kit::{speaking, spoken};
use crate::pages::resource::rights::Edit;
use crate::pages::resource::shown::shown;
use crate::pages::resource::value::at;
use crate::reactive::{live, memo};

/// A field, and whether it is an input.
type Entry = (Field, Edit);

/// A block as it is drawn for this person.
#[derive(Clone, PartialEq)]
struct Drawn {
    label: Option<Text>,
    help: Option<Text>,
    entries: Vec<Entry>,
}

/// The blocks of a resource; the fields in none of them come first.
fn blocks(resource: &Resource) -> Vec<Block> {
    let loose = resource.fields.iter().map(|field| &field.name);
    let loose: Vec<_> = loose
        .filter(|name| !resource.blocks.iter().any(|block| block.fields.contains(name)))
        .cloned()
        .collect();
    let first = (!loose.is_empty()).then(|| Block {
        label: Text::default(),
        help: None,
        edit: None,
        fields: loose,
    });
    first.into_iter().chain(resource.blocks.iter().cloned()).collect()
}

/// What of a block this person gets to see. Reactive.
fn drawn(state: RecordState, block: Block) -> Drawn {
    let resource = state.kit.resource();
    let new = state.is_new();
    let sees = |field: &&Field| field.view.is_none() || state.kit.allows(field.view.as_ref()) || state.is_typed(field);
    let placed = |name: &latchkey_contract::id::FieldName| {
        // Where a record lies in a tree is changed in the list.
        resource.shape != Shape::Tree || name.as_str() != "position"
    };
    let fields = block
        .fields
        .iter()
        .filter(|name| placed(name))
        .filter_map(|name| resource.field(name.as_str()));
    let entries = fields.filter(sees).map(|field| (field.clone(), state.edit(field)));
    Drawn {
        label: (block.label != Text::default()).then_some(block.label),
        help: block.help,
        entries: entries
            .filter(|(field, edit)| match edit {
                Edit::Yes => true,
                // What nobody fills in says nothing while it is empty.
                Edit::Nobody => !new && state.has(&field.name),
                Edit::Others(_) | Edit::Owner => !new,
            })
            .collect(),
    }
}

/// Why these fields cannot be changed, in one sentence; nothing where nobody can, or everything can be.
fn reason<'a>(edits: impl Iterator<Item = &'a Edit>) -> Option<String> {
    let mut missing = Vec::<String>::new();
    let mut owner = false;
    for edit in edits {
        match edit {
            Edit::Others(labels) => missing.extend(
                labels
                    .iter()
                    .filter(|label| !missing.contains(label))
                    .cloned()
                    .collect::<Vec<_>>(),
            ),
            Edit::Owner => owner = true,
            Edit::Yes | Edit::Nobody => {}
        }
    }
    if missing.is_empty() {
        owner.then(words::resource_read_only_owner)
    } else {
        Some(words::resource_read_only(&i18n::format::list(&missing)))
    }
}

/// The form's fields.
#[component]
pub(super) fn Blocks(state: RecordState) -> impl IntoView {
    let all = StoredValue::new(blocks(&state.kit.resource()));
    let drawn = memo(move || {
        all.get_value()
            .into_iter()
            .map(|block| drawn(state, block))
            .collect::<Vec<_>>()
    });
    live(move || {
        state.drawn.track();
        let blocks = drawn.get();
        let edits = || {
            blocks
                .iter()
                .flat_map(|block| block.entries.iter().map(|(_, edit)| edit))
        };
        // Where nothing at all can be changed, once is enough.
        let nothing = edits().all(|edit| *edit != Edit::Yes);
        let above = nothing.then(|| reason(edits())).flatten();
        let above = above.map(|reason| view! { <p class="read-only">{reason}</p> });
        let shown = blocks.into_iter().filter(|block| !block.entries.is_empty()).enumerate();
        view! {
            {above}
            {shown.map(|(index, block)| view! { <BlockCard state index block silent=nothing /> }).collect_view()}
        }
    })
}

#[component]
fn BlockCard(
    state: RecordState,
    index: usize,
    block: Drawn,
    /// Whether the reason has been told already.
    silent: bool,
) -> impl IntoView {
    let Drawn { label, help, entries } = block;
    let heading = format!("block-{index}");
    let because = (!silent)
        .then(|| reason(entries.iter().map(|(_, edit)| edit)))
        .flatten();
    let because = because.map(|reason| view! { <p class="read-only">{reason}</p> });
    let help = help.map(|help| view! { <p class="muted">{live(move || spoken(&help))}</p> });
    let fixed = entries.iter().all(|(_, edit)| *edit != Edit::Yes);
    let contents = if fixed {
        let facts = entries.into_iter().map(|(field, _)| fact(state, &field));
        view! { <dl class="facts">{facts.collect_view()}</dl> }.into_any()
    } else {
        let fields = entries.into_iter().map(|(field, edit)| match edit {
            Edit::Yes => input(&slot(state, field)),
            _ => fixed_field(state, &field),
        });
        view! { <div class="form">{fields.collect_view()}</div> }.into_any()
    };
    let labelled = label.is_some().then(|| heading.clone());
    let title = label.map(|label| view! { <h2 class="card-title" id=heading>{speaking(label)}</h2> });
    view! { <section class="card" aria-labelledby=labelled>{title} {help} {because} {contents}</section> }.into_any()
}

fn slot(state: RecordState, field: Field) -> Slot {
    let resource = state.kit.resource();
    let name = field.name.clone();
    Slot {
        form: state.form,
        pointer: format!("/{name}"),
        required: resource.schema.needs(&name),
        schema: Arc::new(state.kit.schema_of(&field).unwrap_or_default()),
        root: Arc::new(resource.schema.clone()),
        initial: state.now.with_untracked(|now| at(now, name.as_str()).clone()),
        field: Arc::new(field),
        put: Callback::new(move |value| state.put(&name, value)),
    }
}

/// A value as it is read, from what is saved.
fn value(state: RecordState, field: &Field) -> AnyView {
    let resource = state.kit.resource();
    let fields = untrack(|| state.base());
    if let Some(text) = at(&fields, field.name.as_str()).as_str().filter(|_| field.copy) {
        return copied(field, text);
    }
    let schema = resource.schema.member(&field.name);
    shown(field, at(&fields, field.name.as_str()), schema, &resource.schema)
}

fn fact(state: RecordState, field: &Field) -> AnyView {
    let label = speaking(field.label.clone());
    let wide = (field.kind == Kind::Lines || field.copy).then_some("wide");
    view! { <div class=wide><dt>{label}</dt><dd>{value(state, field)}</dd></div> }.into_any()
}

fn fixed_field(state: RecordState, field: &Field) -> AnyView {
    let label = speaking(field.label.clone());
    view! { <div class="field"><span class="label">{label}</span>{value(state, field)}</div> }.into_any()
}
