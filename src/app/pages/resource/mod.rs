//! What lies behind the menus: lists, records and forms, drawn wholly from what the backend describes. There is nothing
//! here about orders or products; a backend that describes another kind of record has pages for it.
//!
//! All of it is reached through [`page`], and nothing outside uses any other part of it: the menu needs no more than what
//! a resource is called and who may open it.
//!
//! `value` and `draft` are what is in a form and what saving it sends, without a page or a network; `fields` are the
//! inputs, one for each kind; `shown` is the same to be read; `rights` decides what is an input; `list`, `record` and
//! `commands` are the pages.

mod checks;
mod commands;
mod descriptors;
mod draft;
mod fields;
mod kept;
mod kit;
mod list;
mod record;
mod rights;
mod shown;
#[cfg(test)]
mod unknown_kinds;
mod value;
mod written;

use std::sync::Arc;

use latchkey_contract::resource::{Resource, Shape};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use self::descriptors::{descriptor, kept};
use self::kit::Kit;
use self::list::{ListPage, TreePage};
use self::record::{NewPage, RecordPage};
use super::not_found::NotFoundPage;
use crate::client::{Load, Loaded};
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::navigation::{Address, Spot, focus};
use crate::pages::no_access::NoAccessPage;
use crate::reactive::{effect, live, memo};
use crate::session::{Verdict, use_sessions, use_signed_in};

/// The page at an address. It is built anew when the descriptor changes, with this person's access for example.
pub(crate) fn page(address: Address) -> AnyView {
    let signed_in = use_signed_in();
    let load = Load::<Option<Arc<Resource>>>::new();
    let version = memo(move || signed_in.known.with(|known| known.session.version.clone()));
    let id = StoredValue::new(address.resource.clone());
    let ask = move || {
        let id = id.get_value();
        match kept(&version.get(), &id) {
            Some(resource) => load.set(Some(resource)),
            None => load.ask(move |_| descriptor(signed_in, id)),
        }
    };
    effect(ask);
    let again = Callback::new(move |()| untrack(ask));
    let sessions = use_sessions();
    effect(move || {
        if load.with(|found| matches!(found, Loaded::Ready(None))) {
            sessions.client().watch().doubt();
        }
    });
    // What may no longer be seen stands while something typed on it is not saved; the frame says so, and lets it go.
    let known = Memo::new(
        move |before: Option<&Loaded<Option<Arc<Resource>>>>| match (load.get(), before) {
            (Loaded::Ready(None), Some(stood @ Loaded::Ready(Some(_)))) if sessions.has_unsaved() => stood.clone(),
            (now, _) => now,
        },
    );
    live(move || match known.get() {
        Loaded::Pending => view! { <div class="page"><PageSkeleton /></div> }.into_any(),
        Loaded::Failed(error) => view! { <div class="page"><Retry error retry=again /></div> }.into_any(),
        Loaded::Ready(None) => view! { <NotFoundPage /> }.into_any(),
        Loaded::Ready(Some(resource)) => described(resource, &address),
    })
    .into_any()
}

/// The page of a resource that is known.
fn described(resource: Arc<Resource>, address: &Address) -> AnyView {
    let shape = resource.shape;
    let create = resource.rules.create.clone();
    let kit = Kit::new(resource, address.clone());
    match (&address.spot, shape) {
        (Spot::List, Shape::Many) => view! { <ListPage kit /> }.into_any(),
        (Spot::List, Shape::Tree) => view! { <TreePage kit /> }.into_any(),
        (Spot::List, Shape::One) => view! { <RecordPage kit id=kit.id().0 /> }.into_any(),
        (Spot::New | Spot::Record(_), Shape::One) => view! { <NotFoundPage /> }.into_any(),
        (Spot::Record(id), _) => {
            let id = js_sys::decode_uri_component(id).map_or_else(|_| id.clone(), String::from);
            view! { <RecordPage kit id /> }.into_any()
        }
        (Spot::New, _) => {
            let Some(rule) = create else {
                return view! { <NotFoundPage /> }.into_any();
            };
            let sessions = use_sessions();
            let asked = rule.clone();
            let verdict = memo(move || sessions.verdict(&asked));
            live(move || match verdict.get() {
                Verdict::Pending => view! { <div class="page"><PageSkeleton /></div> }.into_any(),
                Verdict::Allowed => view! { <NewPage kit /> }.into_any(),
                Verdict::Denied(denial) => {
                    let rule = rule.clone();
                    view! { <NoAccessPage rule denial /> }.into_any()
                }
            })
            .into_any()
        }
    }
}

/// Gives the focus to the first element that a selector finds, once what is being drawn stands.
fn focus_on(selector: &str) {
    let selector = selector.to_owned();
    request_animation_frame(move || {
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            focus(&element);
        }
    });
}
