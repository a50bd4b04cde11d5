//! Lists whose lines stay while what they are known by does: with the focus, and whatever else is in them. Leptos makes
//! its own such list once more for every type of line, and each is eight kilobytes; all lists share this one.

use leptos::prelude::*;

type Draw = Box<dyn FnOnce() -> AnyView + Send>;
type Lines = Vec<(String, Draw)>;

/// Draws each of these, and draws again only what is known by something else than before.
pub(crate) fn keyed<T, V: IntoView + 'static>(
    each: impl Fn() -> Vec<T> + Send + Sync + 'static,
    known_by: fn(&T) -> String,
    draw: impl Fn(T) -> V + Clone + Send + Sync + 'static,
) -> AnyView
where
    T: Send + 'static,
{
    let line = move |one: T| {
        let draw = draw.clone();
        let key = known_by(&one);
        (key, Box::new(move || draw(one).into_any()) as Draw)
    };
    shared(Box::new(move || each().into_iter().map(&line).collect()))
}

fn shared(lines: Box<dyn Fn() -> Lines + Send + Sync>) -> AnyView {
    view! { <For each=lines key=|(key, _)| key.clone() children=|(_, draw)| draw() /> }.into_any()
}
