//! Address, screen, title and focus, held together: the router changes the address, and the rest follows here.
//!
//! Which screens there are is data (`latchkey_contract::screen::SCREENS`, and what the backend describes), so there is a
//! look-up in that data in place of a tree of routes that would have to repeat it.

use latchkey_contract::id::ResourceId;
use latchkey_contract::resource::ResourceBrief;
use latchkey_contract::screen::{SCREENS, Screen};
use latchkey_permissions::Rule;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_url};
use leptos_router::location::{BrowserUrl, LocationProvider};
use web_sys::HtmlElement;

use crate::directory::{Title, is_own, screen_at};
use crate::reactive::{effect, memo};

/// What a path leads to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Place {
    /// A page of the app's own.
    Own {
        /// The screen.
        screen: &'static Screen,
        /// What stands for the `{member}` of its path.
        member: Option<String>,
    },
    /// A page that is drawn from what the backend describes.
    Resource(Address),
    /// A screen that the backend has nothing behind, as far as this person may know: whoever passes its rule is told
    /// that there is nothing here, and everybody else what is missing.
    Absent(&'static Screen),
}

/// An address among the records behind the menus.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Address {
    /// Which kind of record.
    pub(crate) resource: ResourceId,
    /// The path of its list.
    pub(crate) path: String,
    /// What it is called.
    pub(crate) title: Title,
    /// Who may see it.
    pub(crate) rule: Rule,
    /// Which of its pages.
    pub(crate) spot: Spot,
}

/// A page of a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// The list, or the one record.
    List,
    /// A record that is being made.
    New,
    /// A record, by its id as the path has it.
    Record(String),
}

impl Place {
    /// What a path leads to; none where there is no such page. Literal paths win over paths with a member, and pages of
    /// the app's own over a backend's.
    pub(crate) fn of(path: &str, briefs: &[ResourceBrief]) -> Option<Self> {
        let path = normal(path);
        Self::own(path)
            .or_else(|| Self::resource(path, Spot::List, briefs))
            .or_else(|| {
                let (list, member) = path.rsplit_once('/')?;
                let spot = match member {
                    "new" => Spot::New,
                    id => Spot::Record(id.to_owned()),
                };
                Self::resource(list, spot, briefs)
            })
    }

    fn own(path: &str) -> Option<Self> {
        let mut own = SCREENS.iter().filter(|screen| is_own(screen));
        let literal = own.clone().find(|screen| screen.path == path);
        if let Some(screen) = literal {
            return Some(Self::Own { screen, member: None });
        }
        own.find_map(|screen| {
            let member = path.strip_prefix(screen.path.strip_suffix("{id}")?)?;
            let whole = !member.is_empty() && !member.contains('/');
            whole.then(|| Self::Own {
                screen,
                member: Some(member.to_owned()),
            })
        })
    }

    fn resource(list: &str, spot: Spot, briefs: &[ResourceBrief]) -> Option<Self> {
        let screen = screen_at(list).filter(|screen| !is_own(screen));
        let Some(brief) = briefs.iter().find(|brief| brief.path == list) else {
            return screen.map(Self::Absent);
        };
        Some(Self::Resource(Address {
            resource: brief.id.clone(),
            path: brief.path.clone(),
            title: screen.map_or_else(|| Title::Text(brief.title.clone()), Title::Screen),
            rule: brief.view.clone(),
            spot,
        }))
    }

    /// Who may open it.
    pub(crate) fn rule(&self) -> &Rule {
        match self {
            Self::Own { screen, .. } | Self::Absent(screen) => &screen.rule,
            Self::Resource(address) => &address.rule,
        }
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

    /// Changes the query of this page's address, and nothing else: Back leads to where it led before.
    pub(crate) fn requery(&self, path: &str) {
        (self.0)(
            path,
            NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            },
        );
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

/// What has the focus where a person is in the midst of something: a field, or a menu or a part of a page that is open.
const ENGAGED: &str =
    "input:focus, textarea:focus, select:focus, [aria-expanded=true]:focus, [aria-expanded=true] ~ :focus-within";

/// Whether the focus rests on something that a person chose to be in, such as a field or an open menu: what arrives late does
/// not take it from there.
pub(crate) fn is_engaged() -> bool {
    document()
        .query_selector(ENGAGED)
        .is_ok_and(|element| element.is_some())
}

#[cfg(test)]
mod tests {
    use super::{Place, Spot};
    use crate::directory::tests::brief;

    fn name(path: &str) -> Option<&'static str> {
        match Place::of(path, &[])? {
            Place::Own { screen, .. } => Some(screen.name),
            Place::Resource(_) | Place::Absent(_) => None,
        }
    }

    /// The resource and the page of it that a path leads to.
    fn spot(path: &str) -> Option<(String, Spot)> {
        let briefs = [
            brief("products", "catalog", "/catalog/products"),
            brief("returns", "sales", "/returns"),
            brief("old-returns", "sales", "/returns/old"),
            brief("staff", "sales", "/staff"),
        ];
        match Place::of(path, &briefs)? {
            Place::Resource(address) => Some((address.resource.0, address.spot)),
            Place::Own { .. } | Place::Absent(_) => None,
        }
    }

    fn at(id: &str, spot: Spot) -> Option<(String, Spot)> {
        Some((id.to_owned(), spot))
    }

    #[test]
    fn a_path_leads_to_its_screen_with_or_without_a_closing_slash() {
        assert_eq!(name("/"), Some("overview"));
        assert_eq!(name(""), Some("overview"));
        assert_eq!(name("/reports"), Some("reports"));
        assert_eq!(name("/reports/"), Some("reports"));
    }

    #[test]
    fn a_literal_path_wins_over_one_with_a_member() {
        assert_eq!(name("/staff/new"), Some("staff-new"));
        let place = Place::of("/staff/abc", &[]).expect("a person's page");
        let Place::Own { screen, member } = place else {
            panic!("a page of the app's own")
        };
        assert_eq!((screen.name, member.as_deref()), ("staff-member", Some("abc")));
    }

    #[test]
    fn a_path_that_goes_on_leads_nowhere() {
        assert_eq!(Place::of("/staff/abc/more", &[]), None);
        assert_eq!(Place::of("/sales", &[]), None);
        assert_eq!(Place::of("/Sales/Orders", &[]), None);
    }

    #[test]
    fn what_the_backend_describes_has_a_list_a_new_one_and_its_records() {
        assert_eq!(spot("/catalog/products"), at("products", Spot::List));
        assert_eq!(spot("/catalog/products/"), at("products", Spot::List));
        assert_eq!(spot("/catalog/products/new"), at("products", Spot::New));
        let record = Spot::Record("abc".to_owned());
        assert_eq!(spot("/catalog/products/abc"), at("products", record));
        assert_eq!(spot("/catalog/products/abc/more"), None);
        assert_eq!(spot("/catalog"), None);
    }

    #[test]
    fn a_list_that_lies_under_another_is_no_record_of_it() {
        assert_eq!(spot("/returns/old"), at("old-returns", Spot::List));
        assert_eq!(spot("/returns/old/new"), at("old-returns", Spot::New));
    }

    #[test]
    fn a_backend_cannot_take_the_place_of_a_page_of_the_apps_own() {
        assert_eq!(spot("/staff"), None);
        assert_eq!(spot("/staff/new"), None);
    }

    #[test]
    fn a_screen_with_nothing_behind_it_still_has_its_rule() {
        for path in ["/sales/orders", "/sales/orders/new", "/sales/orders/abc"] {
            let place = Place::of(path, &[]).expect("a screen of the table");
            assert!(
                matches!(place, Place::Absent(screen) if screen.name == "orders"),
                "{path}"
            );
        }
        assert_eq!(Place::of("/returns", &[]), None);
    }
}
