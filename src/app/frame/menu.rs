//! The store menu: what one may open, grouped as the catalogue groups it. A group with nothing in it is absent.

use latchkey_contract::screen::{Place, SCREENS, Screen};
use leptos::prelude::*;

use super::MenuOpen;
use crate::directory::{self, Entry, Title};
use crate::i18n::{self, words};
use crate::navigation::use_path;
use crate::reactive::{live, memo};
use crate::session::{use_sessions, use_signed_in};

/// The navigation.
#[component]
pub(super) fn StoreMenu() -> impl IntoView {
    let MenuOpen(open) = expect_context();
    let signed_in = use_signed_in();
    // In the catalogue's order, whatever a backend's catalogue looks like.
    let sections = live(move || {
        let known = signed_in.known.get();
        let groups = known.catalogue.sections().iter().filter_map(|section| {
            let label = StoredValue::new(section.label.clone());
            let heading = format!("nav-{}", section.id);
            let entries = directory::section(section.id.as_str(), &known.resources);
            (!entries.is_empty()).then(|| {
                view! { <Group id=heading label=Signal::derive(move || label.with_value(|label| label.in_language(&i18n::language::tag()).to_owned())) entries /> }
            })
        });
        groups.collect_view()
    });
    view! {
        <nav class="nav" id="store-menu" aria-label=words::menu_label data-open=move || open.get().to_string()>
            <Links entries=screens(Place::Top) />
            {sections}
            <Group id="nav-owner".to_owned() label=Signal::derive(words::menu_owner) entries=screens(Place::Owner) />
        </nav>
    }
}

/// The screens of the table that stand in this place.
fn screens(place: Place) -> Vec<Entry> {
    let screens = SCREENS.iter().filter(|screen| screen.place == place);
    let entry = |screen: &'static Screen| Entry {
        path: screen.path.to_owned(),
        rule: screen.rule.clone(),
        title: Title::Screen(screen),
    };
    screens.map(entry).collect()
}

#[component]
fn Group(id: String, label: Signal<String>, entries: Vec<Entry>) -> impl IntoView {
    let sessions = use_sessions();
    let entries = StoredValue::new(entries);
    let id = StoredValue::new(id);
    let shown = memo(move || entries.with_value(|all| all.iter().any(|entry| sessions.allows(&entry.rule))));
    live(move || {
        shown.get().then(|| {
            view! {
                <h2 class="nav-heading" id=id.get_value()>{label}</h2>
                <Links entries=entries.get_value() labelled_by=id.get_value() />
            }
        })
    })
}

#[component]
fn Links(
    entries: Vec<Entry>,
    /// The id of the group's heading.
    #[prop(optional)]
    labelled_by: Option<String>,
) -> impl IntoView {
    let sessions = use_sessions();
    let path = use_path();
    let links = entries.into_iter().map(
        |Entry {
             path: href,
             rule,
             title,
         }| {
            let shown = memo(move || sessions.allows(&rule));
            let href = StoredValue::new(href);
            let title = StoredValue::new(title);
            let current = memo(move || href.with_value(|href| path.with(|path| is_current(href, path))));
            live(move || {
                shown.get().then(|| {
                view! {
                    <li>
                        <a class="nav-link" href=href.get_value() aria-current=move || current.get().then_some("page")>
                            {move || title.with_value(Title::words)}
                        </a>
                    </li>
                }
            })
            })
        },
    );
    view! { <ul class="nav-list" aria-labelledby=labelled_by>{links.collect_view()}</ul> }
}

/// Whether the menu's entry `entry` leads to where `path` is, or to what it lies under.
fn is_current(entry: &str, path: &str) -> bool {
    path == entry || (entry != "/" && path.strip_prefix(entry).is_some_and(|rest| rest.starts_with('/')))
}

#[cfg(test)]
mod tests {
    use super::is_current;

    #[test]
    fn an_entry_is_current_on_its_page_and_on_the_pages_under_it() {
        assert!(is_current("/staff", "/staff"));
        assert!(is_current("/staff", "/staff/new"));
        assert!(!is_current("/staff", "/staffing"));
        assert!(is_current("/", "/"));
        assert!(!is_current("/", "/staff"));
    }
}
