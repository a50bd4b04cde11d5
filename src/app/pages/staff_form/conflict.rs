//! Somebody else saved first: both versions in words, and the choice between them.

use latchkey_contract::staff::StaffMember;
use leptos::html;
use leptos::prelude::*;

use super::draft::Draft;
use super::state::FormState;
use super::summary::ChangeList;
use crate::i18n::words;
use crate::navigation::focus;
use crate::reactive::{effect, handler};

/// The two versions. `theirs` is the record as it is now.
#[component]
pub(super) fn Conflict(
    state: FormState,
    /// The record as it is now.
    theirs: StaffMember,
    /// The choice has been made.
    settled: impl Fn(String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let book = state.book();
    let Some(before) = state.saved.get_untracked() else {
        return ().into_any();
    };
    let mine = state.draft.with_untracked(|draft| draft.changes(&before, &book));
    let others = Draft::of(&theirs, &book).changes(&before, &book);
    let theirs = StoredValue::new(theirs);
    let before = StoredValue::new(before);

    let keep_mine = move |_| {
        let now = theirs.get_value();
        let book = state.book();
        let merged = state
            .draft
            .with_untracked(|draft| before.with_value(|before| draft.rebase(before, &now, &book)));
        state.load(now);
        state.draft.set(merged);
        settled(words::staff_form_conflict_kept());
    };
    let take_theirs = move |_| {
        state.load(theirs.get_value());
        settled(words::staff_form_conflict_taken());
    };

    let notice = NodeRef::<html::Section>::new();
    effect(move || {
        if let Some(notice) = notice.get() {
            focus(&notice);
        }
    });
    let none = others
        .is_empty()
        .then(|| view! { <p class="muted">{words::staff_form_conflict_none}</p> });
    view! {
        <section class="notice" data-tone="warning" role="alert" tabindex="-1" node_ref=notice>
            <h2 class="notice-title">{words::staff_form_conflict_title}</h2>
            <p>{words::staff_form_conflict_text}</p>
            <div class="versions">
                <section class="version" data-side="yours">
                    <h3>{words::staff_form_conflict_yours}</h3>
                    <ChangeList state changes=Signal::stored(mine) />
                    <div class="buttons">
                        <button class="button primary" type="button" on:click=handler(keep_mine)>{words::staff_form_keep_mine}</button>
                    </div>
                </section>
                <section class="version" data-side="theirs">
                    <h3>{words::staff_form_conflict_theirs}</h3>
                    <ChangeList state changes=Signal::stored(others) />
                    {none}
                    <div class="buttons">
                        <button class="button" type="button" on:click=handler(take_theirs)>{words::staff_form_take_theirs}</button>
                    </div>
                </section>
            </div>
        </section>
    }
    .into_any()
}
