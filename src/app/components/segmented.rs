//! One of a few choices that take effect at once: radio buttons drawn as one bar.

use leptos::prelude::*;

use crate::reactive::handler;

/// One choice.
pub(crate) struct Segment<T> {
    /// What it stands for.
    pub(crate) value: T,
    /// What it is called.
    pub(crate) label: Signal<String>,
    /// The language of its name, where that is another one than the page's.
    pub(crate) lang: Option<String>,
}

/// The bar.
#[component]
pub(crate) fn Segmented<T>(
    /// What is chosen.
    legend: fn() -> String,
    /// Groups the radio buttons; one such name a page.
    name: &'static str,
    /// The choices, in order.
    segments: Vec<Segment<T>>,
    /// Which one is chosen.
    #[prop(into)]
    chosen: Signal<T>,
    /// Takes a choice.
    choose: impl Fn(T) + Copy + 'static,
    /// Whether the legend is read aloud only.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let one = move |segment: Segment<T>| {
        let value = segment.value.clone();
        let checked = move || chosen.with(|chosen| *chosen == segment.value);
        view! {
            <label class="segment">
                <input type="radio" name=name prop:checked=checked on:change=handler(move |_| choose(value.clone())) />
                <span lang=segment.lang>{segment.label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segmented">
            <legend class=if quiet { "visually-hidden" } else { "label" }>{legend}</legend>
            <div class="segments">{segments.into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
}
