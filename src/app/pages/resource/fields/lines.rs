//! Rows: each has the same fields; one is added at the end or taken away.

use std::sync::Arc;

use latchkey_contract::id::FieldName;
use latchkey_contract::resource::{Field, Kind, Schema};
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::shell::group;
use super::{Slot, input};
use crate::client::Fields;
use crate::i18n::words;
use crate::navigation::focus;
use crate::pages::resource::kit::spoken;
use crate::pages::resource::shown::shown;
use crate::pages::resource::value::at;
use crate::reactive::{handler, live};

/// The rows of one slot. Cheap to copy.
#[derive(Clone, Copy)]
struct Rows {
    slot: StoredValue<Slot>,
    row: StoredValue<Arc<Schema>>,
    values: StoredValue<Vec<Fields>>,
    /// How many there are; another number draws them anew, because their places are part of their inputs.
    count: RwSignal<usize>,
}

/// The inputs.
pub(super) fn lines(slot: &Slot) -> AnyView {
    let first = match &slot.initial {
        Value::Array(rows) => rows
            .iter()
            .map(|row| row.as_object().cloned().unwrap_or_default())
            .collect(),
        _ => Vec::new(),
    };
    let row = slot.schema.items.as_deref().and_then(|items| slot.root.resolve(items));
    let rows = Rows {
        slot: StoredValue::new(slot.clone()),
        row: StoredValue::new(Arc::new(row.cloned().unwrap_or_default())),
        count: RwSignal::new(first.len()),
        values: StoredValue::new(first),
    };
    let most = slot.schema.max_items.map_or(usize::MAX, |most| most as usize);
    let drawn = live(move || (0..rows.count.get()).map(|index| rows.draw(index)).collect_view());
    let add_id = format!("{}-add", slot.id());
    let add = live(move || {
        let id = add_id.clone();
        (rows.count.get() < most).then(|| {
            view! { <button class="button" type="button" id=id on:click=handler(move |_| rows.add())>{words::resource_row_add}</button> }
        })
    });
    group(slot, view! { <ol class="line-rows">{drawn}</ol> {add} }.into_any())
}

impl Rows {
    fn tell(self) {
        let rows = self
            .values
            .with_value(|rows| rows.iter().cloned().map(Value::Object).collect());
        self.slot.with_value(|slot| slot.put.run(Value::Array(rows)));
    }

    fn add(self) {
        self.values.update_value(|rows| rows.push(Map::new()));
        self.count.update(|count| *count += 1);
        self.tell();
        let last = self
            .slot
            .with_value(|slot| format!("[id^='{}-{}-']", slot.id(), self.count.get_untracked() - 1));
        request_animation_frame(move || give_focus(&last));
    }

    fn remove(self, index: usize) {
        self.values.update_value(|rows| drop(rows.remove(index)));
        self.count.update(|count| *count -= 1);
        self.tell();
        let add = self.slot.with_value(|slot| format!("#{}-add", slot.id()));
        request_animation_frame(move || give_focus(&add));
    }

    fn draw(self, index: usize) -> AnyView {
        let values = self
            .values
            .with_value(|rows| rows.get(index).cloned().unwrap_or_default());
        let slot = self.slot.get_value();
        let fields = slot
            .field
            .of
            .iter()
            .map(|of| self.field(&slot, of, index, &values))
            .collect_view();
        let number = index as u64 + 1;
        view! {
            <li class="line-row" aria-label=live(move || words::resource_row(number))>
                <div class="fields">{fields}</div>
                <button class="button small danger" type="button" on:click=handler(move |_| self.remove(index))>
                    {words::resource_row_remove}
                    <span class="visually-hidden">" " {live(move || words::resource_row(number))}</span>
                </button>
            </li>
        }
        .into_any()
    }

    /// A field of a row: an input, or what the backend sets as it is read.
    fn field(self, slot: &Slot, of: &Field, index: usize, values: &Fields) -> AnyView {
        let row = self.row.get_value();
        let schema = row
            .properties
            .get(&of.name)
            .and_then(|member| slot.root.resolve(member));
        let name = of.name.0.clone();
        let value = at(values, &name).clone();
        let set = slot.root.is_read_only(&row, &of.name);
        let Some(schema) = schema.filter(|_| !set && of.kind != Kind::Unknown) else {
            if value.is_null() {
                return ().into_any();
            }
            let label = of.label.clone();
            return view! {
                <div class="field">
                    <span class="label">{live(move || spoken(&label))}</span>
                    {shown(of, &value, schema, &slot.root)}
                </div>
            }
            .into_any();
        };
        let put = move |value: Value| {
            self.values.update_value(|rows| {
                if let Some(row) = rows.get_mut(index) {
                    if value.is_null() {
                        row.remove(&name);
                    } else {
                        row.insert(name.clone(), value);
                    }
                }
            });
            self.tell();
        };
        input(&Slot {
            pointer: format!("{}/{index}/{}", slot.pointer, of.name),
            required: row.required.contains(&FieldName(of.name.0.clone())),
            field: Arc::new(of.clone()),
            schema: Arc::new(schema.clone()),
            initial: value,
            put: Callback::new(put),
            ..slot.clone()
        })
    }
}

fn give_focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus(&element);
    }
}
