//! What there is to open: the table of screens, and what the backend describes behind them, as one list. Menu, overview
//! and addresses read it, so that none of them offers what another does not know.

use latchkey_contract::resource::ResourceBrief;
use latchkey_contract::screen::{Place, REPORTS, SCREENS, Screen};
use latchkey_permissions::{Rule, Text};

use crate::i18n;

/// What something in the menu is called.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Title {
    /// A screen of the table; its words are in the language files.
    Screen(&'static Screen),
    /// A backend's own; its words come along.
    Text(Text),
}

impl Title {
    /// The words. Reactive in the language.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Screen(screen) => i18n::screen_title(screen),
            Self::Text(text) => text.in_language(&i18n::language::tag()).to_owned(),
        }
    }

    /// The screen of the table.
    pub(crate) fn screen(&self) -> Option<&'static Screen> {
        match self {
            Self::Screen(screen) => Some(screen),
            Self::Text(_) => None,
        }
    }
}

/// One entry of a section.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    /// Where it leads.
    pub(crate) path: String,
    /// Who may open it.
    pub(crate) rule: Rule,
    /// What it is called.
    pub(crate) title: Title,
}

/// Whether the app has a page of its own for a screen; all others are drawn from what the backend describes.
pub(crate) fn is_own(screen: &Screen) -> bool {
    !matches!(screen.place, Place::Section(_)) || screen.name == REPORTS.name
}

/// The screen of the table that has this path.
pub(crate) fn screen_at(path: &str) -> Option<&'static Screen> {
    SCREENS.iter().find(|screen| screen.path == path)
}

/// Whether a section's group in the menu has this screen.
fn lies_in(screen: &Screen, section: &str) -> bool {
    matches!(screen.place, Place::Section(id) if id == section)
}

/// What a section has, in the order of the menu: the screens of the table that the backend has something behind, then
/// the backend's own.
pub(crate) fn section(section: &str, briefs: &[ResourceBrief]) -> Vec<Entry> {
    let standard = SCREENS.iter().filter(|screen| lies_in(screen, section));
    let standard = standard.filter_map(|screen| {
        let rule = if is_own(screen) {
            screen.rule.clone()
        } else {
            briefs.iter().find(|brief| brief.path == screen.path)?.view.clone()
        };
        Some(Entry {
            path: screen.path.to_owned(),
            rule,
            title: Title::Screen(screen),
        })
    });
    let others = briefs
        .iter()
        .filter(|brief| brief.section.as_str() == section && screen_at(&brief.path).is_none())
        .map(|brief| Entry {
            path: brief.path.clone(),
            rule: brief.view.clone(),
            title: Title::Text(brief.title.clone()),
        });
    standard.chain(others).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use latchkey_contract::id::ResourceId;
    use latchkey_contract::resource::ResourceBrief;
    use latchkey_permissions::{Rule, Text};

    use super::section;

    /// What a backend says of a resource.
    pub(crate) fn brief(id: &str, section: &str, path: &str) -> ResourceBrief {
        ResourceBrief {
            id: ResourceId(id.to_owned()),
            section: section.to_owned().into(),
            path: path.to_owned(),
            title: Text([("en".to_owned(), id.to_owned())].into()),
            view: Rule::all([format!("{id}.view")]),
        }
    }

    fn paths(id: &str, briefs: &[ResourceBrief]) -> Vec<String> {
        section(id, briefs).into_iter().map(|entry| entry.path).collect()
    }

    #[test]
    fn a_screen_without_anything_behind_it_is_absent() {
        assert_eq!(paths("catalog", &[]), Vec::<String>::new());
        let products = brief("products", "catalog", "/catalog/products");
        assert_eq!(paths("catalog", &[products]), ["/catalog/products"]);
    }

    #[test]
    fn a_page_of_the_apps_own_needs_nothing_behind_it() {
        assert_eq!(paths("reports", &[]), ["/reports"]);
    }

    #[test]
    fn a_backends_own_comes_after_the_screens_of_the_table_and_each_of_them_once() {
        let briefs = [
            brief("returns", "sales", "/sales/returns"),
            brief("carts", "sales", "/sales/carts"),
            brief("orders", "sales", "/sales/orders"),
        ];
        assert_eq!(
            paths("sales", &briefs),
            ["/sales/orders", "/sales/carts", "/sales/returns"]
        );
    }

    #[test]
    fn what_claims_the_path_of_another_section_stands_where_the_table_has_it() {
        let briefs = [brief("orders", "catalog", "/sales/orders")];
        assert_eq!(paths("catalog", &briefs), Vec::<String>::new());
        assert_eq!(paths("sales", &briefs), ["/sales/orders"]);
    }
}
