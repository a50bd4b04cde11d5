//! Asking once more before something sensitive is given.

use latchkey_permissions::PermissionSet;
use leptos::prelude::*;

use super::single::sensitivity;
use super::state::{FormState, label};
use crate::components::dialog::Dialog;
use crate::components::field::TextArea;
use crate::i18n::words;
use crate::reactive::{handler, live};

/// The dialog.
#[component]
pub(super) fn ConfirmSensitive(
    state: FormState,
    /// What would be given.
    sensitive: PermissionSet,
    /// Give it.
    yes: Callback<()>,
    /// Back to the form.
    no: Callback<()>,
) -> impl IntoView {
    let name = untrack(|| state.name());
    let count = sensitive.len() as u64;
    let list = live(move || {
        let book = state.book();
        let line = |entry: &latchkey_permissions::PermissionEntry| {
            let pill = entry
                .sensitive
                .map(|why| view! { <span class="pill sensitive">{sensitivity(why)}</span> });
            view! { <li>{label(entry)} " " {pill}</li> }
        };
        book.catalogue.entries(sensitive).map(line).collect_view()
    });
    let name = StoredValue::new(name);
    let title = Signal::derive(move || name.with_value(|name| words::staff_form_confirm_title(name)));
    view! {
        <Dialog title on_close=no>
            <p>{move || words::staff_form_confirm_text(count)}</p>
            <ul class="sensitive-list">{list}</ul>
            <TextArea
                form=state.form
                pointer="/reason"
                label=words::staff_revoke_reason
                hint=Signal::derive(words::staff_revoke_reason_hint)
                value=state.reason
                optional=words::frame_optional
            />
            <div class="buttons end">
                <button class="button" type="button" on:click=handler(move |_| no.run(()))>{words::staff_form_confirm_no}</button>
                <button class="button primary" type="button" on:click=handler(move |_| yes.run(()))>{words::staff_form_confirm_yes}</button>
            </div>
        </Dialog>
    }
}
