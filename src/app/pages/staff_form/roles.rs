//! The roles: a choice for each that is held, and one more where it is asked for. A role is held whole or not at all, and the
//! form says so where a part of one has been unticked.

use latchkey_contract::id::RoleId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::state::FormState;
use crate::components::field::{Labelled, described_by, invalid};
use crate::components::form::input_id;
use crate::components::keyed::keyed;
use crate::i18n::words;
use crate::navigation::focus;
use crate::reactive::{handler, live, memo};

/// The choices.
#[component]
pub(super) fn RolesField(state: FormState) -> impl IntoView {
    // One choice more than there are roles.
    let adding = RwSignal::new(false);
    let held = memo(move || state.draft.with(|draft| draft.roles.len()));
    let places = move || (0..(held.get() + usize::from(adding.get())).max(1)).collect();
    let more = live(move || {
        let can = held.get() > 0 && held.get() < state.book().roles.len() && !adding.get();
        can.then(|| {
            let add = move |_| {
                adding.set(true);
                focus_later(choice_id(held.get_untracked()));
            };
            view! {
                <p class="buttons">
                    <button class="button small" type="button" on:click=handler(add)>{words::staff_form_role_add}</button>
                </p>
            }
        })
    });
    view! {
        {keyed(places, usize::to_string, move |place| view! { <Choice state place adding /> })}
        {more}
    }
}

fn choice_id(place: usize) -> String {
    match place {
        0 => input_id("/roles"),
        _ => format!("{}-{place}", input_id("/roles")),
    }
}

/// Gives the focus to what is about to stand there.
fn focus_later(id: String) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|element| element.dyn_into().ok()) {
            focus(&element);
        }
    });
}

/// One of the choices, which follows the role that stands in its place.
#[component]
fn Choice(state: FormState, place: usize, adding: RwSignal<bool>) -> impl IntoView {
    let chosen = memo(move || state.draft.with(|draft| draft.roles.get(place).cloned()));
    let set = move |role: Option<RoleId>| {
        let (book, settles) = (state.book(), role.is_none() || chosen.with_untracked(Option::is_none));
        let goes = role.is_none() && place > 0;
        state.draft.update(|draft| draft.set_role(place, role, &book));
        if settles {
            adding.set(false);
        }
        if goes {
            focus_later(choice_id(0));
        }
    };
    let change = move |event| {
        let value = event_target_value(&event);
        set((!value.is_empty()).then_some(RoleId(value)));
    };
    let options = options(state, chosen);
    let select = view! {
        <select
            class="input"
            id=choice_id(place)
            aria-describedby=(place == 0).then(|| described_by(state.form, "/roles", true))
            aria-invalid=(place == 0).then(|| invalid(state.form, "/roles"))
            on:change=handler(change)
        >
            <option value="" prop:selected=move || chosen.with(Option::is_none)>{words::staff_form_role_none}</option>
            {options}
        </select>
    };
    let left = view! { <Left state chosen /> };
    if place == 0 {
        let hint = Signal::derive(words::staff_form_role_hint);
        return view! {
            <Labelled form=state.form pointer="/roles" label=words::staff_form_role hint=Some(hint) optional=None>{select}</Labelled>
            {left}
        }
        .into_any();
    }
    let name = live(move || chosen.with(|chosen| state.role_names(chosen.as_slice())));
    view! {
        <div class="field">
            <label class="label" for=choice_id(place)>{move || words::staff_form_role_nth(place as u64 + 1)}</label>
            <div class="input-group">
                {select}
                <button class="button small" type="button" on:click=handler(move |_| set(None))>
                    {words::staff_form_role_remove} <span class="visually-hidden">" " {name}</span>
                </button>
            </div>
        </div>
        {left}
    }
    .into_any()
}

/// The roles to choose from; those that stand in another place are not among them.
fn options(state: FormState, chosen: Memo<Option<RoleId>>) -> impl IntoView {
    let book = state.book();
    let option = |id: &RoleId| {
        let id = StoredValue::new(id.clone());
        let is = move |other: &RoleId| id.with_value(|id| id == other);
        let selected = memo(move || chosen.with(|chosen| chosen.as_ref().is_some_and(is)));
        let elsewhere = memo(move || !selected.get() && state.draft.with(|draft| draft.roles.iter().any(is)));
        let text = live(move || {
            let name = id.with_value(|id| state.role_names(std::slice::from_ref(id)));
            let left = id.with_value(|id| {
                let has_left = state.draft.with(|draft| draft.has_left(id, &state.book()));
                has_left && selected.get()
            });
            if left {
                words::staff_form_role_changed(&name)
            } else {
                name
            }
        });
        view! { <option value=id.get_value().0 prop:selected=selected prop:hidden=elsewhere prop:disabled=elsewhere>{text}</option> }
    };
    book.roles.iter().map(|role| option(&role.id)).collect_view()
}

/// Says of a role that it is not held any more, since a part of it is unticked, and offers to hold it again.
#[component]
fn Left(state: FormState, chosen: Memo<Option<RoleId>>) -> impl IntoView {
    let left = memo(move || {
        let has_left = |role: &RoleId| state.draft.with(|draft| draft.has_left(role, &state.book()));
        chosen.get().filter(has_left)
    });
    live(move || {
        left.get().map(|role| {
            let name = StoredValue::new(state.role_names(std::slice::from_ref(&role)));
            let again = move |_| {
                let book = state.book();
                let whole = book.given_by(std::slice::from_ref(&role));
                state.draft.update(|draft| draft.tick(whole, &book));
            };
            view! {
                <div class="notice" data-tone="info" role="status">
                    <p>{move || name.with_value(|name| words::staff_form_role_left(name))}</p>
                    <p class="buttons">
                        <button class="button small" type="button" on:click=handler(again)>
                            {move || name.with_value(|name| words::staff_form_role_whole(name))}
                        </button>
                    </p>
                </div>
            }
        })
    })
}
