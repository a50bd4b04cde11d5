//! Asking once more, and why, before something sensitive is given.

use latchkey_permissions::{PermissionEntry, PermissionSet};
use leptos::prelude::*;

use super::single::sensitivity;
use super::state::{FormState, label};
use crate::components::dialog::Dialog;
use crate::components::field::TextArea;
use crate::i18n::words;
use crate::reactive::{handler, live};

/// What would be given that is sensitive, and the field for the reason.
#[component]
pub(crate) fn WhySensitive(
    state: FormState,
    /// What would be given.
    #[prop(into)]
    sensitive: Signal<PermissionSet>,
) -> impl IntoView {
    let list = live(move || {
        let book = state.book();
        let line = |entry: &PermissionEntry| {
            let pill = entry
                .sensitive
                .map(|why| view! { <span class="pill sensitive">{sensitivity(why)}</span> });
            view! { <li>{label(entry)} " " {pill}</li> }
        };
        book.catalogue.entries(sensitive.get()).map(line).collect_view()
    });
    view! {
        <p>{move || words::staff_form_confirm_text(sensitive.get().len() as u64)}</p>
        <ul class="sensitive-list">{list}</ul>
        <Why state />
    }
}

/// The field for the reason.
#[component]
pub(crate) fn Why(state: FormState) -> impl IntoView {
    view! {
        <TextArea
            form=state.form
            pointer="/reason"
            label=words::staff_revoke_reason
            hint=Signal::derive(words::staff_revoke_reason_hint)
            value=state.reason
            optional=words::frame_optional
        />
    }
}

/// The dialog.
#[component]
pub(crate) fn ConfirmSensitive(
    state: FormState,
    /// Its heading: to whom it would be given.
    title: Signal<String>,
    /// What would be given.
    sensitive: PermissionSet,
    /// Give it.
    yes: Callback<()>,
    /// Back to the form.
    no: Callback<()>,
) -> impl IntoView {
    view! {
        <Dialog title on_close=no>
            <WhySensitive state sensitive=Signal::stored(sensitive) />
            <div class="buttons end">
                <button class="button" type="button" on:click=handler(move |_| no.run(()))>{words::staff_form_confirm_no}</button>
                <button class="button primary" type="button" on:click=handler(move |_| yes.run(()))>{words::staff_form_confirm_yes}</button>
            </div>
        </Dialog>
    }
}
