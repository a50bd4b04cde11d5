//! An address without a page.

use leptos::prelude::*;

use super::no_access::Refusal;
use crate::components::picture::Pictured;
use crate::i18n::words;

/// There is nothing here.
#[component]
pub(crate) fn NotFoundPage() -> impl IntoView {
    view! {
        <Refusal picture=Pictured::Signpost title=Signal::derive(words::not_found_title)>
            <p>{words::not_found_text}</p>
        </Refusal>
    }
}
