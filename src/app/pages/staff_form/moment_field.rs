//! A day, and a time of day beside it that may stay empty.

use latchkey_permissions::Time;
use leptos::html;
use leptos::prelude::*;

use super::dates::Side;
use crate::i18n::words;
use crate::reactive::{Live, handler, memo};

/// The two inputs. The day has the id of the label that stands above it; the time of day is called by what it is the time of.
#[component]
pub(super) fn MomentInput(
    /// Which side of the time.
    side: Side,
    /// The id of the day.
    id: String,
    /// The moment that stands there.
    moment: Signal<Option<Time>>,
    /// Takes the moment that was chosen.
    choose: Callback<Option<Time>>,
    /// The ids of what describes it.
    described: Live<Option<String>>,
    /// Whether it is wrong.
    invalid: Live<Option<&'static str>>,
) -> impl IntoView {
    let written = memo(move || side.written(moment.get()));
    let (day, clock) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let read = move |_| {
        let value = |input: NodeRef<html::Input>| input.get_untracked().map(|input| input.value()).unwrap_or_default();
        choose.run(side.moment(&value(day), &value(clock)));
    };
    let called: fn() -> String = match side {
        Side::Start => words::staff_form_start_time,
        Side::End => words::staff_form_end_time,
    };
    view! {
        <div class="input-group">
            <input
                class="input"
                type="date"
                id=id
                node_ref=day
                aria-describedby=described
                aria-invalid=invalid
                prop:value=memo(move || written.read().0.clone())
                on:change=handler(read)
            />
            <input
                class="input"
                type="time"
                node_ref=clock
                aria-label=called
                prop:value=memo(move || written.read().1.clone())
                on:change=handler(read)
            />
        </div>
    }
}
