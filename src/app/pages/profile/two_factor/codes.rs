//! The recovery codes. They are told this once, so there are two ways to take them along.

use leptos::prelude::*;

use super::Step;
use crate::components::copy::CopyBox;
use crate::i18n::words;
use crate::reactive::handler;

/// The codes.
#[component]
pub(super) fn Codes(
    /// They.
    codes: Vec<String>,
    /// Goes on.
    go: Callback<Step>,
) -> impl IntoView {
    // They consist of letters, digits and hyphens; the line ends are the only ones to be encoded.
    let file = format!("data:text/plain;charset=utf-8,{}%0A", codes.join("%0A"));
    let all = codes.join(" ");
    let list = codes
        .into_iter()
        .map(|code| view! { <li><code>{code}</code></li> })
        .collect_view();
    view! {
        <div class="stack">
            <div class="notice" data-tone="warning"><p>{words::profile_two_factor_codes_text}</p></div>
            <ul class="codes" aria-label=words::profile_two_factor_codes>{list}</ul>
            <CopyBox
                id="recovery-codes"
                label=words::profile_two_factor_codes_all
                text=all
                copy=words::profile_two_factor_copy
                copied=words::profile_two_factor_copied
            />
            <div class="buttons">
                <button class="button primary" type="button" on:click=handler(move |_| go.run(Step::Resting))>
                    {words::profile_two_factor_kept}
                </button>
                <a class="button" href=file download="latchkey-recovery-codes.txt">{words::profile_two_factor_download}</a>
            </div>
        </div>
    }
}
