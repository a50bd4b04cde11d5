//! A list whose records lie in one another: indented lines, each moved with four buttons, so that no mouse is needed.

use std::sync::Arc;

use latchkey_contract::id::{RecordId, Version};
use latchkey_contract::list::Page;
use latchkey_contract::resource::{Field, Resource};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::head::ListHead;
use super::stale_count;
use super::tree_order::{Move, Tree};
use crate::client::{ClientError, FieldRecord, Load, Loaded, SignedInClient};
use crate::components::picture::{Picture, Pictured};
use crate::components::problem::error_message;
use crate::components::retry::Retry;
use crate::components::toasts::{Toasts, use_toasts};
use crate::i18n::words;
use crate::pages::resource::focus_on;
use crate::pages::resource::kit::{Kit, speaking};
use crate::pages::resource::shown::{cell, name_of};
use crate::pages::resource::value::at;
use crate::pages::section::AboutAccess;
use crate::reactive::{effect, handler, live, memo};
use crate::session::{on_change, records};

/// As many records as a tree may have; more would not be one that somebody moves about in.
const MOST: usize = 2_000;

/// The tree of a page. Cheap to copy.
#[derive(Clone, Copy)]
struct Branches {
    kit: Kit,
    records: Load<Vec<FieldRecord>>,
    busy: RwSignal<bool>,
    toasts: Toasts,
}

/// The page.
#[component]
pub(in crate::pages::resource) fn TreePage(kit: Kit) -> impl IntoView {
    let branches = Branches {
        kit,
        records: Load::new(),
        busy: RwSignal::new(false),
        toasts: use_toasts(),
    };
    effect(move || {
        stale_count();
        branches.ask();
    });
    on_change(records(kit.id().as_str()), move || branches.ask());
    let about = kit.named().screen().map(|screen| view! { <AboutAccess screen /> });
    let contents = live(move || {
        match branches.records.get() {
        Loaded::Pending => view! {
            <p class="visually-hidden" role="status">{words::frame_loading}</p>
            <div class="skeleton rows" aria-hidden="true">{(0..6).map(|_| view! { <span class="bone row"></span> }).collect_view()}</div>
        }
        .into_any(),
        Loaded::Failed(error) => view! { <Retry error retry=Callback::new(move |()| branches.ask()) /> }.into_any(),
        Loaded::Ready(records) if records.is_empty() => {
            let said = kit.resource().words.empty.clone();
            let said = said.map_or_else(|| Signal::derive(words::resource_empty), speaking);
            view! { <div class="empty"><Picture of=Pictured::Key /><h2>{said}</h2></div> }.into_any()
        }
        Loaded::Ready(records) => branches.draw(&records),
    }
    });
    view! {
        <div class="page">
            <ListHead kit query=Signal::stored(String::new()) />
            {contents}
            {about}
        </div>
    }
    .into_any()
}

/// All records, page after page.
async fn all(client: SignedInClient, resource: Arc<Resource>) -> Result<Vec<FieldRecord>, ClientError> {
    let mut records = Vec::new();
    let mut cursor = None::<String>;
    loop {
        let next = cursor.map(|cursor| format!("&cursor={}", super::state::encode(&cursor)));
        let query = format!("limit=200{}", next.unwrap_or_default());
        let page: Page<FieldRecord> = client.records(&resource.id, &query, None).await?;
        records.extend(page.items);
        cursor = page.next;
        if cursor.is_none() || records.len() >= MOST {
            return Ok(records);
        }
    }
}

impl Branches {
    fn ask(self) {
        let (client, resource) = (self.kit.client(), self.kit.resource());
        self.records.ask(move |_| all(client, resource));
    }

    /// Whether this person may move records. Reactive.
    fn may_move(self) -> bool {
        let resource = self.kit.resource();
        let allowed = |name: &str| {
            let field = resource.field(name);
            field.is_some_and(|field: &Field| self.kit.allows(resource.edit_rule(field)))
        };
        allowed("position") && allowed("parent")
    }

    fn draw(self, records: &[FieldRecord]) -> AnyView {
        let tree = Arc::new(Tree::of(records));
        let may = memo(move || self.may_move());
        let lines = tree.lines().into_iter().filter_map(|(id, depth)| {
            let record = records.iter().find(|record| record.id.0 == id)?;
            Some(self.line(&tree, record, depth, may))
        });
        view! { <ul class="tree" aria-label=live(move || self.kit.title())>{lines.collect_view()}</ul> }.into_any()
    }

    fn line(self, tree: &Arc<Tree>, record: &FieldRecord, depth: usize, may: Memo<bool>) -> AnyView {
        let resource = self.kit.resource();
        let id = record.id.0.clone();
        let name = name_of(&resource, record);
        let shown = |field: &&Field| {
            Some(&field.name) != resource.name.as_ref() && !["parent", "position"].contains(&field.name.as_str())
        };
        let columns = resource
            .columns
            .iter()
            .filter_map(|name| resource.field(name.as_str()))
            .filter(shown);
        let facts = columns.map(|field| {
            let value = at(&record.fields, field.name.as_str());
            let label = speaking(field.label.clone());
            view! { <span class="fact">{label} ": " {cell(field, value, resource.schema.member(&field.name))}</span> }
        });
        let facts = facts.collect_view();
        let tree = Arc::clone(tree);
        let what = name.clone();
        let moves = live(move || {
            let button = |(step, label): (Move, fn() -> String)| {
                let can = tree.can(&id, step);
                let (id, tree, name) = (id.clone(), Arc::clone(&tree), what.clone());
                let element = format!("move-{id}-{}", step.as_str());
                let click = {
                    let element = element.clone();
                    move |_| {
                        if can {
                            self.go(&tree, &id, step, &element);
                        }
                    }
                };
                view! {
                    <button class="button small" type="button" id=element aria-disabled=(!can).then_some("true") on:click=handler(click)>
                        {label}
                        <span class="visually-hidden">" " {name}</span>
                    </button>
                }
            };
            let steps: [(Move, fn() -> String); 4] = [
                (Move::Up, words::resource_move_up),
                (Move::Down, words::resource_move_down),
                (Move::In, words::resource_move_in),
                (Move::Out, words::resource_move_out),
            ];
            may.get()
                .then(|| view! { <div class="buttons">{steps.map(button).into_iter().collect_view()}</div> })
        });
        let href = self.kit.path_of(record.id.as_str());
        // The depth is a step of the stylesheet; deeper ones look like the deepest.
        let level = depth.min(6).to_string();
        let spoken = live(move || words::resource_level(depth as u64 + 1));
        view! {
            <li class="row branch" data-level=level>
                <div class="row-text"><a href=href>{name}</a><span class="visually-hidden">{spoken}</span>{facts}</div>
                {moves}
            </li>
        }
        .into_any()
    }

    /// Moves a record, and shows the tree as it is afterwards.
    fn go(self, tree: &Tree, id: &str, step: Move, element: &str) {
        let Some(Loaded::Ready(records)) = self.records.peek() else {
            return;
        };
        if self.busy.get_untracked() {
            return;
        }
        let version = |id: &RecordId| {
            records
                .iter()
                .find(|record| record.id == *id)
                .map(|record| record.version.clone())
        };
        let changes: Vec<(RecordId, Version, _)> = tree
            .after(id, step)
            .into_iter()
            .filter_map(|(id, fields)| Some((version(&id)?, id, fields)))
            .map(|(version, id, fields)| (id, version, fields))
            .collect();
        let (client, resource) = (self.kit.client(), self.kit.resource());
        let selector = format!("[id='{element}']");
        self.busy.set(true);
        spawn_local(async move {
            let mut answer = Ok(());
            for (id, version, fields) in &changes {
                answer = client.patch_record(&resource.id, id, version, fields).await.map(drop);
                if answer.is_err() {
                    break;
                }
            }
            if let Err(error) = &answer {
                self.toasts.warn(error_message(error));
            }
            let now = all(client, resource).await;
            self.busy.try_set(false);
            if let Ok(now) = now {
                self.records.set(now);
                focus_on(&selector);
            }
        });
    }
}
