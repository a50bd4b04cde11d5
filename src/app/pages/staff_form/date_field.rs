//! The day on which access starts, or the last day before it ends; either may stay empty.

use latchkey_permissions::Time;
use leptos::prelude::*;

use super::dates::{day_of, end_of, last_day_before, start_of, two_weeks_from};
use super::draft::Draft;
use super::state::FormState;
use crate::components::field::{Labelled, described_by, invalid};
use crate::components::form::input_id;
use crate::i18n::words;
use crate::reactive::{handler, live};
use crate::time::now;

/// Which side of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// The first day with access.
    Start,
    /// The last day with access: the owner writes that day, and access ends when it is over.
    End,
}

impl Bound {
    fn pointer(self) -> &'static str {
        match self {
            Self::Start => "/starts",
            Self::End => "/ends",
        }
    }

    fn label(self) -> fn() -> String {
        match self {
            Self::Start => words::staff_form_starts,
            Self::End => words::staff_form_ends,
        }
    }

    fn hint(self) -> fn() -> String {
        match self {
            Self::Start => words::staff_form_starts_hint,
            Self::End => words::staff_form_ends_hint,
        }
    }

    /// The moment in the draft.
    fn of(self, draft: &mut Draft) -> &mut Option<Time> {
        match self {
            Self::Start => &mut draft.starts,
            Self::End => &mut draft.ends,
        }
    }

    /// The day that stands in the field for a draft.
    fn day(self, draft: &Draft) -> String {
        let day = match self {
            Self::Start => draft.starts.map(day_of),
            Self::End => draft.ends.map(last_day_before),
        };
        day.unwrap_or_default()
    }

    /// The moment that a day in the field means.
    fn moment(self, day: &str) -> Option<Time> {
        match self {
            Self::Start => start_of(day),
            Self::End => end_of(day),
        }
    }
}

/// The field.
#[component]
pub(super) fn DateField(state: FormState, bound: Bound) -> impl IntoView {
    let pointer = bound.pointer();
    let change = move |event| {
        let day = event_target_value(&event);
        state.draft.update(|draft| *bound.of(draft) = bound.moment(&day));
    };
    let hint = Signal::derive(bound.hint());
    view! {
        <Labelled form=state.form pointer label=bound.label() hint=Some(hint) optional=Some(words::frame_optional)>
            <input
                class="input"
                type="date"
                id=input_id(pointer)
                aria-describedby=described_by(state.form, pointer, true)
                aria-invalid=invalid(state.form, pointer)
                prop:value=live(move || state.draft.with(|draft| bound.day(draft)))
                on:change=handler(change)
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
