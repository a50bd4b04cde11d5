//! The few line drawings. They follow the theme through two classes, `line` and `fill`.

use leptos::prelude::*;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pictured {
    /// No access.
    Lock,
    /// No access yet; nobody here yet.
    Key,
    /// Not found.
    Signpost,
}

/// A drawing. It says nothing that the words beside it do not.
#[component]
pub(crate) fn Picture(
    /// What is drawn.
    of: Pictured,
) -> impl IntoView {
    let drawing = match of {
        Pictured::Lock => view! {
            <path class="line" d="M34 44V34a14 14 0 0 1 28 0v10"></path>
            <rect class="line paper" x="27" y="44" width="42" height="30" rx="6"></rect>
            <circle class="dot" cx="48" cy="57" r="4"></circle>
            <path class="line" d="M48 60v6"></path>
        }
        .into_any(),
        Pictured::Key => view! {
            <circle class="line paper" cx="36" cy="48" r="13"></circle>
            <circle class="dot" cx="36" cy="48" r="4"></circle>
            <path class="line" d="M49 48h27v9M66 48v7"></path>
        }
        .into_any(),
        Pictured::Signpost => view! {
            <path class="line" d="M48 24v50M40 74h16"></path>
            <path class="line paper" d="M32 30h28l8 7-8 7H32zM64 48H40l-7 6 7 6h24z"></path>
        }
        .into_any(),
    };
    view! {
        <svg class="picture" viewBox="0 0 96 96" aria-hidden="true">
            <circle class="fill" cx="48" cy="48" r="46"></circle>
            {drawing}
        </svg>
    }
}
