//! The page of a record that is there; of the one record where there are no more.

use latchkey_contract::id::RecordId;
use latchkey_contract::problem::ProblemCode;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::blocks::Blocks;
use super::conflict::Conflict;
use super::head::Head;
use super::related::RelatedLists;
use super::save::{SaveBar, on_submit};
use super::state::{FORM, RecordState};
use crate::client::{FieldRecord, Load, Loaded};
use crate::components::form::ErrorSummary;
use crate::components::leave_guard::LeaveGuard;
use crate::components::picture::Pictured;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::i18n::words;
use crate::navigation::is_engaged;
use crate::pages::no_access::Refusal;
use crate::pages::resource::kit::Kit;
use crate::pages::section::AboutAccess;
use crate::reactive::{handler, live};
use crate::session::{MANY, on_change, record};

/// The page.
#[component]
pub(in crate::pages::resource) fn RecordPage(kit: Kit, id: String) -> impl IntoView {
    let load = Load::<FieldRecord>::new();
    let id = StoredValue::new(RecordId(id));
    let ask = move || {
        let (client, resource, id) = (kit.client(), kit.id(), id.get_value());
        load.ask(move |_| async move { client.record(&resource, &id).await });
    };
    ask();
    live(move || match load.get() {
        Loaded::Pending => view! { <div class="page"><PageSkeleton /></div> }.into_any(),
        Loaded::Failed(error) if error.code() == Some(ProblemCode::NotFound) => view! {
            <Refusal picture=Pictured::Signpost title=Signal::derive(words::resource_gone_title)>
                <p>{words::resource_gone_text}</p>
            </Refusal>
        }
        .into_any(),
        Loaded::Failed(error) => {
            view! { <div class="page"><Retry error retry=Callback::new(move |()| ask()) /></div> }.into_any()
        }
        Loaded::Ready(record) => view! { <Record state=RecordState::new(kit, Some(record)) /> }.into_any(),
    })
}

#[component]
fn Record(state: RecordState) -> impl IntoView {
    follow_others(state);
    let one = state.kit.resource().shape == latchkey_contract::resource::Shape::One;
    let about = one.then(|| {
        state
            .kit
            .named()
            .screen()
            .map(|screen| view! { <AboutAccess screen /> })
    });
    view! {
        <LeaveGuard
            unsaved=Signal::derive(move || state.is_dirty())
            text=words::resource_unsaved
            on_leave=Callback::new(move |()| state.abandon())
        />
        <div class="page record-page">
            <Head state />
            <Restored state />
            <Conflict state />
            <form class="stack" id=FORM novalidate on:submit=on_submit(state)>
                <ErrorSummary form=state.form />
                <Blocks state />
                <SaveBar state />
            </form>
            <RelatedLists state />
            {about}
        </div>
    }
    .into_any()
}

/// Typing from before a reload is in the form again.
#[component]
pub(super) fn Restored(state: RecordState) -> impl IntoView {
    live(move || {
        state.restored.get().then(|| {
            view! {
                <div class="notice" data-tone="info" role="status">
                    <p>{words::resource_restored_typing}</p>
                    <div class="buttons">
                        <button class="button small" type="button" on:click=handler(move |_| state.discard())>
                            {words::resource_discard_typing}
                        </button>
                    </div>
                </div>
            }
        })
    })
}

/// Shows what others have saved meanwhile, when that is told or the window gets the attention back, and nothing here is
/// being typed.
fn follow_others(state: RecordState) {
    let idle = move || untrack(|| !state.is_dirty()) && !is_engaged();
    let look = move || {
        let Some(saved) = state.saved.get_untracked().filter(|_| idle()) else {
            return;
        };
        let (client, resource) = (state.kit.client(), state.kit.id());
        spawn_local(async move {
            let Ok(now) = client.record(&resource, &saved.id).await else {
                return;
            };
            let same = state
                .saved
                .try_get_untracked()
                .flatten()
                .is_some_and(|before| before == saved);
            if now != saved && same && idle() {
                state.load(now);
            }
        });
    };
    let resource = state.kit.id();
    let id = untrack(|| state.saved.with(|saved| saved.as_ref().map(|saved| saved.id.0.clone())));
    for which in [id.as_deref(), Some(MANY)].into_iter().flatten() {
        on_change(record(resource.as_str(), which), look);
    }
    let focus = window_event_listener(ev::focus, move |_| look());
    on_cleanup(move || focus.remove());
}
