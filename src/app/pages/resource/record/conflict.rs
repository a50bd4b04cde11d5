//! Somebody else saved first: what only the other has changed is taken over, and of what both have changed, each field's
//! two versions stand side by side to choose from.

use latchkey_contract::id::FieldName;
use leptos::html;
use leptos::prelude::*;

use super::save::save;
use super::state::RecordState;
use crate::client::FieldRecord;
use crate::i18n::{self, words};
use crate::navigation::focus;
use crate::pages::resource::draft::{meet, rebase};
use crate::pages::resource::kit::{speaking, spoken};
use crate::pages::resource::shown::shown;
use crate::pages::resource::value::at;
use crate::reactive::{effect, handler, live};

/// The question, while it is open.
#[component]
pub(super) fn Conflict(state: RecordState) -> impl IntoView {
    live(move || state.conflict.get().map(|theirs| view! { <Choice state theirs /> }))
}

#[component]
fn Choice(state: RecordState, theirs: FieldRecord) -> impl IntoView {
    let resource = state.kit.resource();
    let base = untrack(|| state.base());
    let mine = state.now.get_untracked();
    let meeting = meet(&resource, &base, &mine, &theirs.fields);
    let preferred = RwSignal::new(Vec::<FieldName>::new());
    let save = save(state);

    let contested = meeting.contested.iter().filter_map(|name| {
        let field = resource.field(name.as_str())?;
        let schema = resource.schema.member(name);
        let value = |fields| shown(field, at(fields, name.as_str()), schema, &resource.schema);
        let side = |yours: bool, label: fn() -> String, value: AnyView| {
            let id = format!("{}-{name}", if yours { "mine" } else { "theirs" });
            let chosen = name.clone();
            let choose = move |_| {
                preferred.update(|preferred| {
                    preferred.retain(|other| *other != chosen);
                    if !yours {
                        preferred.push(chosen.clone());
                    }
                });
            };
            view! {
                <div class="version" data-side=if yours { "yours" } else { "theirs" }>
                    <div class="check">
                        <input
                            class="box"
                            type="radio"
                            id=id.clone()
                            name=format!("version-{name}")
                            prop:checked=yours
                            on:change=handler(choose)
                        />
                        <label for=id>{label}</label>
                    </div>
                    <div>{value}</div>
                </div>
            }
        };
        Some(view! {
            <fieldset class="field group">
                <legend class="label">{speaking(field.label.clone())}</legend>
                <div class="versions">
                    {side(true, words::resource_conflict_yours, value(&mine))}
                    {side(false, words::resource_conflict_theirs, value(&theirs.fields))}
                </div>
            </fieldset>
        })
    });
    let contested = contested.collect_view();
    let several = !meeting.contested.is_empty();
    let taken: Vec<_> = meeting
        .taken
        .iter()
        .filter_map(|name| Some(resource.field(name.as_str())?.label.clone()))
        .collect();
    let taken = (!taken.is_empty()).then(|| {
        let names = live(move || {
            let labels: Vec<_> = taken.iter().map(spoken).collect();
            words::resource_conflict_taken(&i18n::format::list(&labels))
        });
        view! { <p>{names}</p> }
    });

    let theirs = StoredValue::new(theirs);
    let go_on = move |_| {
        let theirs = theirs.get_value();
        let base = untrack(|| state.base());
        let merged = state.now.with_untracked(|mine| {
            preferred.with_untracked(|preferred| rebase(&state.kit.resource(), &base, mine, &theirs.fields, preferred))
        });
        state.saved.set(Some(theirs));
        state.show(merged);
        state.conflict.set(None);
        if untrack(|| state.is_dirty()) {
            save();
        }
    };
    let notice = NodeRef::<html::Section>::new();
    effect(move || {
        if let Some(notice) = notice.get() {
            focus(&notice);
        }
    });
    view! {
        <section class="notice" data-tone="warning" role="alert" tabindex="-1" node_ref=notice>
            <h2 class="notice-title">{words::resource_conflict_title}</h2>
            <p>{move || if several { words::resource_conflict_text() } else { words::resource_conflict_apart() }}</p>
            {taken}
            <div class="stack">{contested}</div>
            <div class="buttons">
                <button class="button primary" type="button" on:click=handler(go_on)>{words::resource_conflict_save}</button>
            </div>
        </section>
    }
    .into_any()
}
