//! Taking a record away: at once, with a way back for as long as the message stands.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::save::current;
use super::state::RecordState;
use crate::components::problem::error_message;
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::navigation::use_goer;
use crate::pages::resource::list::stale;
use crate::pages::resource::shown::name_of;
use crate::reactive::{handler, live};

/// The button; absent where this person may not.
#[component]
pub(super) fn DeleteButton(state: RecordState) -> impl IntoView {
    let may = crate::reactive::memo(move || state.kit.allows(state.kit.resource().rules.delete.as_ref()));
    let busy = RwSignal::new(false);
    let toasts = use_toasts();
    let goer = StoredValue::new(use_goer());
    let delete = move |_| {
        let Some(record) = state.saved.get_untracked().filter(|_| !busy.get_untracked()) else {
            return;
        };
        busy.set(true);
        let resource = state.kit.resource();
        let client = state.kit.client();
        let list = state.kit.path();
        spawn_local(async move {
            let answer = client.delete_record(&resource.id, &record.id, &record.version).await;
            busy.try_set(false);
            match answer {
                Ok(()) => {
                    state.settle();
                    stale();
                    let name = untrack(|| name_of(&resource, &record));
                    let undo = move || {
                        let (client, resource, id) = (client.clone(), resource.id.clone(), record.id.clone());
                        spawn_local(async move {
                            match client.restore_record(&resource, &id).await {
                                Ok(()) => {
                                    stale();
                                    toasts.say(words::resource_restored());
                                }
                                Err(error) => toasts.warn(error_message(&error)),
                            }
                        });
                    };
                    toasts.say_with_undo(words::resource_deleted(&name), undo);
                    goer.try_with_value(|goer| goer.to(&list));
                }
                Err(error) => {
                    toasts.warn(error_message(&error));
                    if let Ok(now) = current(error) {
                        state.renew(now);
                    }
                }
            }
        });
    };
    live(move || {
        may.get().then(|| {
            view! {
                <button class="button danger" type="button" aria-busy=move || busy.get().then_some("true") on:click=handler(delete)>
                    {words::resource_delete}
                </button>
            }
        })
    })
}
