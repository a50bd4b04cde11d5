//! When access as a whole starts and ends; either may stay empty.

use latchkey_permissions::Time;
use leptos::prelude::*;

use super::dates::{Side, two_weeks_from};
use super::draft::Draft;
use super::moment_field::MomentInput;
use super::state::FormState;
use crate::components::field::{Labelled, described_by, invalid};
use crate::components::form::input_id;
use crate::i18n::words;
use crate::reactive::handler;
use crate::time::now;

fn pointer(side: Side) -> &'static str {
    match side {
        Side::Start => "/starts",
        Side::End => "/ends",
    }
}

fn label(side: Side) -> fn() -> String {
    match side {
        Side::Start => words::staff_form_starts,
        Side::End => words::staff_form_ends,
    }
}

fn hint(side: Side) -> fn() -> String {
    match side {
        Side::Start => words::staff_form_starts_hint,
        Side::End => words::staff_form_ends_hint,
    }
}

/// The moment in the draft.
fn of(side: Side, draft: &mut Draft) -> &mut Option<Time> {
    match side {
        Side::Start => &mut draft.starts,
        Side::End => &mut draft.ends,
    }
}

/// The field.
#[component]
pub(super) fn DateField(state: FormState, side: Side) -> impl IntoView {
    let pointer = pointer(side);
    let moment = Signal::derive(move || {
        state.draft.with(|draft| match side {
            Side::Start => draft.starts,
            Side::End => draft.ends,
        })
    });
    let choose = move |moment| state.draft.update(|draft| *of(side, draft) = moment);
    let hint = Signal::derive(hint(side));
    view! {
        <Labelled form=state.form pointer label=label(side) hint=Some(hint) optional=Some(words::frame_optional)>
            <MomentInput
                side
                id=input_id(pointer)
                moment
                choose=Callback::new(choose)
                described=described_by(state.form, pointer, true)
                invalid=invalid(state.form, pointer)
            />
        </Labelled>
    }
}

/// The end that help from outside has most often, in one press: two weeks from the start, or from today.
#[component]
pub(super) fn TwoWeeks(state: FormState) -> impl IntoView {
    let choose = move |_| {
        state.draft.update(|draft| {
            draft.ends = two_weeks_from(draft.starts.unwrap_or_else(now));
        });
    };
    view! {
        <p class="buttons">
            <button class="button small" type="button" on:click=handler(choose)>{words::staff_form_two_weeks}</button>
        </p>
    }
}
