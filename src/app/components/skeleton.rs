//! What stands where something is not known yet: shapes without words, so that nothing is promised or denied.

use leptos::prelude::*;

use crate::i18n::words;

/// The frame before anything is known; the same shapes as `index.html` paints before the program arrives.
#[component]
pub(crate) fn Skeleton() -> impl IntoView {
    let bones = (0..8).map(|_| view! { <span class="bone"></span> }).collect_view();
    view! {
        <div class="boot">
            <p class="visually-hidden" role="status">{words::frame_loading}</p>
            <div class="frame" aria-hidden="true">
                <div class="topbar"><span class="mark"></span><span class="bone"></span><span class="bone round"></span></div>
                <div class="nav">{bones}</div>
                <div class="main">
                    <div class="page skeleton">
                        <span class="bone title"></span><span class="bone short"></span><span class="bone block"></span>
                    </div>
                </div>
            </div>
        </div>
    }
}

/// A page whose contents are on their way.
#[component]
pub(crate) fn PageSkeleton() -> impl IntoView {
    view! {
        <p class="visually-hidden" role="status">{words::frame_loading}</p>
        <div class="skeleton" aria-hidden="true">
            <span class="bone title"></span><span class="bone short"></span><span class="bone block"></span>
        </div>
    }
}
