//! Short messages on what has just been done, with a way back where there is one.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::keyed::keyed;
use crate::i18n::words;
use crate::reactive::handler;

/// How long a message stands. Long enough to read and to reach its button.
const STANDS: Duration = Duration::from_secs(10);

type Undo = Arc<dyn Fn() + Send + Sync>;

#[derive(Clone)]
struct Toast {
    id: u32,
    tone: &'static str,
    text: String,
    undo: Option<Undo>,
}

/// The messages, for whoever has something to say.
#[derive(Clone, Copy)]
pub(crate) struct Toasts {
    list: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
}

/// The messages of the app.
pub(crate) fn use_toasts() -> Toasts {
    expect_context()
}

impl Toasts {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self {
            list: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
        }
    }

    /// Says that something has been done.
    pub(crate) fn say(self, text: String) {
        self.add("success", text, None);
    }

    /// Says that something could not be done.
    pub(crate) fn warn(self, text: String) {
        self.add("warning", text, None);
    }

    /// Says that something has been done, and offers the way back.
    pub(crate) fn say_with_undo(self, text: String, undo: impl Fn() + Send + Sync + 'static) {
        self.add("success", text, Some(Arc::new(undo)));
    }

    fn add(self, tone: &'static str, text: String, undo: Option<Undo>) {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        self.list.update(|list| list.push(Toast { id, tone, text, undo }));
        set_timeout(move || self.remove(id), STANDS);
    }

    fn remove(self, id: u32) {
        self.list.try_update(|list| list.retain(|toast| toast.id != id));
    }
}

/// Where the messages stand.
#[component]
pub(crate) fn ToastList() -> impl IntoView {
    let toasts = use_toasts();
    let one = move |toast: Toast| {
        let id = toast.id;
        let undo = toast.undo.map(|undo| {
            let click = move |_| {
                undo();
                toasts.remove(id);
            };
            view! { <button class="button quiet small" type="button" on:click=handler(click)>{words::frame_undo}</button> }
        });
        view! { <div class="toast" data-tone=toast.tone><p>{toast.text}</p>{undo}</div> }
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {keyed(move || toasts.list.get(), |toast| toast.id.to_string(), one)}
        </div>
    }
}
