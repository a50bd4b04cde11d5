//! Address, screen, title and focus, held together: the router changes the address, and the rest follows here.
//!
//! Which screens there are is data (`latchkey_contract::screen::SCREENS`), so there is a look-up in that table in
//! place of a tree of routes that would have to repeat it.

use latchkey_contract::screen::{SCREENS, Screen};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_url};
use leptos_router::location::{BrowserUrl, LocationProvider};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::reactive::{effect, memo};

/// A path that leads to a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The screen.
    pub(crate) screen: &'static Screen,
    /// What stands for the `{member}` of its path.
    pub(crate) member: Option<String>,
}

impl Place {
    /// The screen that a path leads to; none where there is no such page. Literal paths win over paths with a member.
    pub(crate) fn of(path: &str) -> Option<Self> {
        let path = normal(path);
        let literal = SCREENS.iter().find(|screen| screen.path == path);
        if let Some(screen) = literal {
            return Some(Self { screen, member: None });
        }
        SCREENS.iter().find_map(|screen| {
            let member = path.strip_prefix(screen.path.strip_suffix("{id}")?)?;
            let whole = !member.is_empty() && !member.contains('/');
            whole.then(|| Self {
                screen,
                member: Some(member.to_owned()),
            })
        })
    }
}

/// A path without its closing slash.
fn normal(path: &str) -> &str {
    match path.trim_end_matches('/') {
        "" => "/",
        path => path,
    }
}

/// The path in the address bar, without its closing slash. Reactive.
pub(crate) fn use_path() -> Memo<String> {
    let pathname = use_location().pathname;
    memo(move || pathname.with(|path| normal(path).to_owned()))
}

/// Lets the address bar follow a click on a link: the router waits with that until its routes have what the link leads
/// to, and here, where there are none, somebody must say so.
pub(crate) fn complete_navigations() {
    let (url, address) = (use_url(), expect_context::<BrowserUrl>());
    effect(move || {
        url.track();
        address.ready_to_complete();
    });
}

type Navigate = dyn Fn(&str, NavigateOptions) + Send + Sync;

/// How to go somewhere.
#[derive(Clone)]
pub(crate) struct Goer(std::sync::Arc<Navigate>);

impl Goer {
    /// Opens a page; Back leads here again.
    pub(crate) fn to(&self, path: &str) {
        (self.0)(path, NavigateOptions::default());
    }

    /// Opens a page in place of this one: Back does not lead into a redirect.
    pub(crate) fn replace(&self, path: &str) {
        (self.0)(
            path,
            NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            },
        );
    }
}

/// How to go somewhere, from inside the router.
pub(crate) fn use_goer() -> Goer {
    Goer(std::sync::Arc::new(use_navigate()))
}

/// Sets the title of the window. Reactive in what `title` reads.
pub(crate) fn title_follows(title: impl Fn() -> String + 'static) {
    effect(move || document().set_title(&title()));
}

/// Gives the focus to an element, once it stands; for headings after a navigation, dialogs, and errors.
pub(crate) fn focus(element: &HtmlElement) {
    // An element that has been taken away meanwhile cannot have it, and nobody misses it there.
    let _ = element.focus();
}

/// Whether the focus rests on something that a person chose to be in, such as a field.
pub(crate) fn is_typing() -> bool {
    document()
        .active_element()
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
        .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

#[cfg(test)]
mod tests {
    use super::Place;

    fn name(path: &str) -> Option<&'static str> {
        Place::of(path).map(|place| place.screen.name)
    }

    #[test]
    fn a_path_leads_to_its_screen_with_or_without_a_closing_slash() {
        assert_eq!(name("/"), Some("overview"));
        assert_eq!(name(""), Some("overview"));
        assert_eq!(name("/sales/orders"), Some("orders"));
        assert_eq!(name("/sales/orders/"), Some("orders"));
    }

    #[test]
    fn a_literal_path_wins_over_one_with_a_member() {
        assert_eq!(name("/staff/new"), Some("staff-new"));
        let place = Place::of("/staff/abc").expect("a person's page");
        assert_eq!(
            (place.screen.name, place.member.as_deref()),
            ("staff-member", Some("abc"))
        );
    }

    #[test]
    fn a_path_that_goes_on_leads_nowhere() {
        assert_eq!(name("/staff/abc/more"), None);
        assert_eq!(name("/sales"), None);
        assert_eq!(name("/Sales/Orders"), None);
    }
}
