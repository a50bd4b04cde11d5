//! The stream of what changes, as a chapter: it is fetched once the first page stands.
//!
//! Of all tabs of this browser one holds the connection, whichever has the lock, and passes on what it hears; where a
//! browser has no locks or no channels, each tab holds its own. When the one closes, another goes on after the last
//! event that it heard. A stream that falls silent, behind a proxy that holds answers back or after an hour's sleep, is
//! begun anew, and until it is heard again the session is asked for every few seconds.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Function, Promise, Reflect};
use latchkey_contract::endpoint::GET_EVENTS;
use latchkey_contract::event::{
    ACTIVITY_CHANGED, EndReason, LETTERS_CHANGED, RESOURCE_CHANGED, ResourceChanged, SESSION_CHANGED,
    SESSION_ELSEWHERE, SESSION_ENDED, STAFF_CHANGED, STREAM_ALIVE, STREAM_OPENED, STREAM_RESET, SessionEnded,
};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, EventSource, MessageEvent};

use super::live::{ACTIVITY_KEY, LETTERS_KEY, Live, MANY, SILENCE_MS, STAFF_KEY, heard, is_told, record, records};
use super::state::{Farewell, Sessions};
use crate::client::Watch;
use crate::json;
use crate::time::now;

/// The name of the lock and of the channel.
const NAME: &str = "latchkey.events";
/// What a tab that has just come asks on the channel.
const HELLO: &str = "?";
/// Every event that there is.
const EVENTS: [&str; 10] = [
    STREAM_OPENED,
    STREAM_RESET,
    STREAM_ALIVE,
    SESSION_CHANGED,
    SESSION_ENDED,
    SESSION_ELSEWHERE,
    STAFF_CHANGED,
    RESOURCE_CHANGED,
    LETTERS_CHANGED,
    ACTIVITY_CHANGED,
];

/// The stream as this tab has it. To be called every now and then: a connection that is closed or silent is begun anew.
/// Dropped, it is closed, and another tab may hold it. What it does is behind a pointer, so that it stays in its chapter.
pub(crate) type Stream = Box<dyn Fn()>;

type OnMessage = Closure<dyn Fn(MessageEvent)>;

struct Ear {
    sessions: Sessions,
    live: Live,
    channel: Option<BroadcastChannel>,
    source: RefCell<Option<EventSource>>,
    /// The id of the last event.
    last: RefCell<Option<String>>,
    /// When the connection was begun; none in a tab that holds none.
    begun: Cell<Option<i64>>,
    /// Lets another tab have the lock.
    release: RefCell<Option<Function>>,
    on_message: RefCell<Option<OnMessage>>,
}

/// Listens on behalf of whoever is signed in.
pub(crate) fn begin(sessions: Sessions, live: Live) -> Stream {
    let ear = Rc::new(Ear {
        sessions,
        live,
        channel: BroadcastChannel::new(NAME).ok(),
        source: RefCell::default(),
        last: RefCell::new(Watch::events_so_far()),
        begun: Cell::default(),
        release: RefCell::default(),
        on_message: RefCell::default(),
    });
    let weak = Rc::downgrade(&ear);
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(ear) = weak.upgrade() {
            ear.take(&event);
        }
    });
    let shared = ear.channel.as_ref().is_some_and(|channel| {
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        let _ = channel.post_message(&HELLO.into());
        wait_for_lock(&ear).is_some()
    });
    *ear.on_message.borrow_mut() = Some(on_message);
    if !shared {
        ear.connect();
    }
    Box::new(move || ear.tend())
}

impl Drop for Ear {
    fn drop(&mut self) {
        self.disconnect();
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
        heard(false);
    }
}

/// Waits for the lock, and connects once this tab has it. None where there are no locks.
fn wait_for_lock(ear: &Rc<Ear>) -> Option<()> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let weak: Weak<Ear> = Rc::downgrade(ear);
    // Held for as long as what is given back is not resolved.
    let granted = Closure::once_into_js(move |_lock: JsValue| -> JsValue {
        let Some(ear) = weak.upgrade() else {
            return JsValue::UNDEFINED;
        };
        ear.connect();
        Promise::new(&mut |resolve, _| *ear.release.borrow_mut() = Some(resolve)).into()
    });
    request.call2(&locks, &NAME.into(), &granted).ok().map(drop)
}

impl Ear {
    /// Looks after it.
    fn tend(&self) {
        let Some(begun) = self.begun.get() else { return };
        let closed = self
            .source
            .borrow()
            .as_ref()
            .is_none_or(|source| source.ready_state() == EventSource::CLOSED);
        let waited = now().millis() - begun;
        if closed || (waited >= SILENCE_MS && !is_told()) {
            self.connect();
        }
    }

    /// Connects, after the last event that was heard.
    fn connect(&self) {
        self.disconnect();
        self.begun.set(Some(now().millis()));
        let after = self.last.borrow().as_ref().map(|id| format!("?after={id}"));
        let url = self.sessions.client().address(&GET_EVENTS) + &after.unwrap_or_default();
        let Ok(source) = EventSource::new(&url) else { return };
        if let Some(on_message) = &*self.on_message.borrow() {
            for event in EVENTS {
                let _ = source.add_event_listener_with_callback(event, on_message.as_ref().unchecked_ref());
            }
        }
        *self.source.borrow_mut() = Some(source);
    }

    fn disconnect(&self) {
        if let Some(source) = self.source.take() {
            source.close();
        }
    }

    /// Something came: from the backend, or from the tab that holds the connection.
    fn take(&self, event: &MessageEvent) {
        let data = event.data().as_string().unwrap_or_default();
        let name = event.type_();
        if name != "message" {
            let id = event.last_event_id();
            self.pass_on(&format!("{id}\n{name}\n{data}"));
            self.hear(&id, &name, &data);
        } else if data == HELLO {
            if self.begun.get().is_some() && is_told() {
                let last = self.last.borrow().clone().unwrap_or_default();
                self.pass_on(&format!("{last}\n{HELLO}\n"));
            }
        } else if let Some((id, rest)) = data.split_once('\n')
            && let Some((name, data)) = rest.split_once('\n')
        {
            self.hear(id, name, data);
        }
    }

    fn pass_on(&self, message: &str) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&message.into());
        }
    }

    fn hear(&self, id: &str, name: &str, data: &str) {
        let live = self.live;
        heard(true);
        let before = self.last.borrow().clone();
        if !id.is_empty() {
            *self.last.borrow_mut() = Some(id.to_owned());
        }
        match name {
            // What was told between the last that this tab heard and here has passed it by.
            // One that begins anew says both, with one id: that counts once.
            STREAM_OPENED | STREAM_RESET | HELLO if before.as_deref() != Some(id) => live.bump_all(),
            SESSION_CHANGED => live.ask(),
            SESSION_ELSEWHERE => live.elsewhere(),
            SESSION_ENDED => match json::read(data) {
                Ok(SessionEnded {
                    reason: EndReason::Revoked,
                }) => self.sessions.ended(Farewell::Revoked),
                Ok(SessionEnded {
                    reason: EndReason::Suspended,
                }) => self.sessions.ended(Farewell::Suspended),
                Ok(SessionEnded {
                    reason: EndReason::Ended,
                }) => self.sessions.ended(Farewell::Over),
                // Another may have begun in its place.
                _ => live.ask(),
            },
            STAFF_CHANGED => live.bump(STAFF_KEY.to_owned()),
            LETTERS_CHANGED => live.bump(LETTERS_KEY.to_owned()),
            ACTIVITY_CHANGED => live.bump(ACTIVITY_KEY.to_owned()),
            RESOURCE_CHANGED => {
                if let Ok(ResourceChanged { resource, id }) = json::read(data) {
                    live.bump(records(resource.as_str()));
                    live.bump(record(resource.as_str(), id.as_ref().map_or(MANY, |id| id.as_str())));
                }
            }
            _ => {}
        }
    }
}
