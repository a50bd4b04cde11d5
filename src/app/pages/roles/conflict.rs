//! Somebody else has saved the role meanwhile: both versions in words, and the choice between them. Where that becomes known
//! while one is typing, it is said where one saves, and nothing moves.

use latchkey_contract::role::Role;
use leptos::html;
use leptos::prelude::*;

use super::role_form::RoleState;
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::navigation::focus;
use crate::pages::staff_form::ChangeList;
use crate::reactive::{effect, handler, live};

/// The two versions. `theirs` is the role as it is now.
#[component]
pub(super) fn Conflict(
    state: RoleState,
    /// The role as it is now.
    theirs: Role,
    /// The choice has been made.
    settled: Callback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let mine = untrack(|| state.changes());
    let others = untrack(|| state.changes_to(&theirs));
    let none = others
        .is_empty()
        .then(|| view! { <p class="muted">{words::staff_form_conflict_none}</p> });
    let theirs = StoredValue::new(theirs);
    let keep_mine = move |_| {
        state.rebase(theirs.get_value());
        toasts.say(words::staff_form_conflict_kept());
        settled.run(());
    };
    let take_theirs = move |_| {
        state.load(theirs.get_value());
        toasts.say(words::staff_form_conflict_taken());
        settled.run(());
    };
    let notice = NodeRef::<html::Section>::new();
    effect(move || {
        if let Some(notice) = notice.get() {
            focus(&notice);
        }
    });
    view! {
        <section class="notice" data-tone="warning" role="alert" tabindex="-1" node_ref=notice>
            <h2 class="notice-title">{words::roles_conflict_title}</h2>
            <p>{words::roles_conflict_text}</p>
            <div class="versions">
                <section class="version" data-side="yours">
                    <h3>{words::staff_form_conflict_yours}</h3>
                    <ChangeList state=state.boxes changes=Signal::stored(mine) />
                    <div class="buttons">
                        <button class="button primary" type="button" on:click=handler(keep_mine)>{words::staff_form_keep_mine}</button>
                    </div>
                </section>
                <section class="version" data-side="theirs">
                    <h3>{words::staff_form_conflict_theirs}</h3>
                    <ChangeList state=state.boxes changes=Signal::stored(others) />
                    {none}
                    <div class="buttons">
                        <button class="button" type="button" on:click=handler(take_theirs)>{words::staff_form_take_theirs}</button>
                    </div>
                </section>
            </div>
        </section>
    }
}

/// Says that there is a newer version, and leads to both.
#[component]
pub(super) fn Newer(
    state: RoleState,
    /// Shows this version beside what is typed.
    show: Callback<Role>,
) -> impl IntoView {
    let look = move |_| {
        if let Some(newer) = state.newer.get_untracked() {
            show.run(newer);
        }
    };
    let notice = live(move || {
        state.newer.with(Option::is_some).then(|| {
            view! {
                <p>{words::roles_newer}</p>
                <div class="buttons">
                    <button class="button small" type="button" on:click=handler(look)>{words::roles_newer_look}</button>
                </div>
            }
        })
    });
    view! { <div role="status">{notice}</div> }
}
