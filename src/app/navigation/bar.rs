//! The address bar and the history: what stands there, as signals, and how to go elsewhere. A click on a link of the
//! app ends here too. Where which screens there are is data, nothing more of a router is needed.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, UrlSearchParams};

use super::normal;
use crate::reactive::memo;

/// What the address bar says, as the browser writes it: encoded, the query with its `?`, the fragment with its `#`.
#[derive(Clone, Default, PartialEq)]
struct Spelling {
    path: String,
    query: String,
    fragment: String,
}

impl Spelling {
    /// What it says now.
    fn now() -> Self {
        let location = window().location();
        // These fail only for a page that may not know its own address, and a page may.
        Self {
            path: location.pathname().unwrap_or_default(),
            query: location.search().unwrap_or_default(),
            fragment: location.hash().unwrap_or_default(),
        }
    }

    fn whole(&self) -> String {
        format!("{}{}{}", self.path, self.query, self.fragment)
    }
}

/// The address bar. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct AddressBar(RwSignal<Spelling>);

/// What becomes of the entry in the history that one comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Back leads to it.
    Kept,
    /// It is no more.
    Replaced,
}

impl AddressBar {
    /// Begins to follow the bar, and the clicks on links, for as long as the owner that calls this stands.
    pub(crate) fn follow() -> Self {
        let bar = Self(RwSignal::new(Spelling::now()));
        let moved = window_event_listener_untyped("popstate", move |_| bar.0.set(Spelling::now()));
        let clicked = window_event_listener_untyped("click", move |event| {
            if let Some(link) = followed(&event) {
                event.prevent_default();
                let to = format!("{}{}{}", link.pathname(), link.search(), link.hash());
                bar.go(&to, Before::Kept, !link.has_attribute("data-noscroll"));
            }
        });
        on_cleanup(move || {
            moved.remove();
            clicked.remove();
        });
        bar
    }

    fn go(self, to: &str, before: Before, to_top: bool) {
        if let Ok(history) = window().history() {
            // Refused only where somebody goes back and forth faster than a person can.
            let _ = match before {
                Before::Replaced => history.replace_state_with_url(&JsValue::NULL, "", Some(to)),
                Before::Kept if self.0.with_untracked(Spelling::whole) == to => Ok(()),
                Before::Kept => history.push_state_with_url(&JsValue::NULL, "", Some(to)),
            };
        }
        self.0.set(Spelling::now());
        if to_top {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }
}

/// The link that an event happened to, or inside of.
pub(crate) fn link_at(event: &Event) -> Option<HtmlAnchorElement> {
    let at = event.target()?.dyn_into::<Element>().ok()?;
    at.closest("a[href]").ok()??.dyn_into().ok()
}

/// The link that a click is to open here: a page of the app's own, and not in another window or as a file. What leads
/// to a place on the same page is the browser's affair.
fn followed(event: &Event) -> Option<HtmlAnchorElement> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let held = click.meta_key() || click.alt_key() || click.ctrl_key() || click.shift_key();
    if click.default_prevented() || click.button() != 0 || held {
        return None;
    }
    let link = link_at(event)?;
    let here = window().location();
    let elsewhere = link.origin() != here.origin().ok()?
        || !link.target().is_empty()
        || link.has_attribute("download")
        || link.rel().split(' ').any(|word| word == "external");
    let on_this_page =
        !link.hash().is_empty() && link.pathname() == here.pathname().ok()? && link.search() == here.search().ok()?;
    (!elsewhere && !on_this_page).then_some(link)
}

/// The path in the address bar, without its closing slash. Reactive.
pub(crate) fn use_path() -> Memo<String> {
    let AddressBar(bar) = expect_context();
    memo(move || bar.with(|bar| normal(&bar.path).to_owned()))
}

/// The query in the address bar. Reactive.
pub(crate) fn use_query() -> Memo<String> {
    let AddressBar(bar) = expect_context();
    memo(move || bar.with(|bar| bar.query.clone()))
}

/// What stands behind the `#` of the address. Reactive.
pub(crate) fn use_fragment() -> Memo<String> {
    let AddressBar(bar) = expect_context();
    memo(move || bar.with(|bar| bar.fragment.trim_start_matches('#').to_owned()))
}

/// What a query says of something, decoded.
pub(crate) fn said_in(query: &str, name: &str) -> Option<String> {
    UrlSearchParams::new_with_str(query).ok()?.get(name)
}

/// How to go somewhere.
#[derive(Clone, Copy)]
pub(crate) struct Goer(AddressBar);

impl Goer {
    /// Opens a page; Back leads here again.
    pub(crate) fn to(self, path: &str) {
        self.0.go(path, Before::Kept, true);
    }

    /// Changes the query of this page's address, and nothing else: Back leads to where it led before.
    pub(crate) fn requery(self, path: &str) {
        self.0.go(path, Before::Replaced, false);
    }

    /// Opens a page in place of this one: Back does not lead into a redirect.
    pub(crate) fn replace(self, path: &str) {
        self.0.go(path, Before::Replaced, true);
    }
}

/// How to go somewhere, from inside the app.
pub(crate) fn use_goer() -> Goer {
    Goer(expect_context())
}
