//! How the admin looks in this browser. It takes effect at once and is nobody else's affair, so nothing is sent.

use leptos::prelude::*;

use crate::components::segmented::{Segment, Segmented};
use crate::i18n::words;
use crate::preferences::{Appearance, Density};

fn segment<T>(value: T, label: fn() -> String) -> Segment<T> {
    Segment {
        value,
        label: Signal::derive(label),
        lang: None,
    }
}

fn appearance(value: Appearance) -> Segment<Appearance> {
    let label = match value {
        Appearance::System => words::profile_theme_system as fn() -> String,
        Appearance::Light => words::profile_theme_light,
        Appearance::Dark => words::profile_theme_dark,
    };
    segment(value, label)
}

fn density(value: Density) -> Segment<Density> {
    let label = match value {
        Density::Comfortable => words::profile_density_comfortable as fn() -> String,
        Density::Compact => words::profile_density_compact,
    };
    segment(value, label)
}

/// Appearance and density.
#[component]
pub(super) fn Looks() -> impl IntoView {
    let shown = RwSignal::new(Appearance::saved());
    let spaced = RwSignal::new(Density::saved());
    view! {
        <Segmented
            legend=words::profile_theme
            name="appearance"
            segments=Appearance::ALL.into_iter().map(appearance).collect()
            chosen=shown
            choose=move |choice: Appearance| {
                choice.choose();
                shown.set(choice);
            }
        />
        <Segmented
            legend=words::profile_density
            name="density"
            segments=Density::ALL.into_iter().map(density).collect()
            chosen=spaced
            choose=move |choice: Density| {
                choice.choose();
                spaced.set(choice);
            }
        />
        <p class="hint">{words::profile_here_only}</p>
    }
}
