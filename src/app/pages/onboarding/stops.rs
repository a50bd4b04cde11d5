//! What the guided tour shows: the sections in which somebody will have a menu, and what can be done there. Pure.

use latchkey_contract::resource::ResourceBrief;
use latchkey_permissions::{Access, Catalogue, PermissionId, SectionId, Text};

use crate::directory::{self, Entry, Title};

/// One section of the menu.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stop {
    pub(super) id: SectionId,
    pub(super) label: Text,
    pub(super) description: Text,
    pub(super) menus: Vec<Menu>,
}

/// One entry of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Menu {
    pub(super) title: Title,
    /// What the person may do there.
    pub(super) may: Vec<Text>,
}

/// The stops, in the order of the menu: exactly the entries that the menu will have.
pub(super) fn stops(catalogue: &Catalogue, permissions: &[PermissionId], resources: &[ResourceBrief]) -> Vec<Stop> {
    let held = catalogue.set(permissions.iter().cloned()).known;
    let access = Access::Granted(held);
    let opens = |entry: &Entry| entry.rule.compile(catalogue).decide(&access).is_allowed();
    let menu = |entry: Entry| {
        let here = entry
            .title
            .screen()
            .map(|screen| screen.permissions)
            .unwrap_or_default();
        let may = here.iter().filter(|id| permissions.contains(id));
        let may = may
            .filter_map(|id| catalogue.permission(id))
            .map(|known| known.label.clone());
        Menu {
            may: may.collect(),
            title: entry.title,
        }
    };
    let sections = catalogue.sections().iter().filter_map(|section| {
        let entries = directory::section(section.id.as_str(), resources).into_iter();
        let menus: Vec<_> = entries.filter(|entry| opens(entry)).map(menu).collect();
        (!menus.is_empty()).then(|| Stop {
            id: section.id.clone(),
            label: section.label.clone(),
            description: section.description.clone(),
            menus,
        })
    });
    sections.collect()
}

#[cfg(test)]
mod tests {
    use latchkey_contract::resource::ResourceBrief;
    use latchkey_permissions::{Catalogue, PRESET_CATALOGUE, PermissionId, Rule};

    use super::{Stop, stops};
    use crate::directory::tests::brief;

    fn catalogue() -> Catalogue {
        serde_json::from_str(PRESET_CATALOGUE).expect("the catalogue is read")
    }

    fn tour(permissions: &[&'static str]) -> Vec<Stop> {
        let ids: Vec<_> = permissions.iter().map(|id| PermissionId::from_static(id)).collect();
        let briefs: Vec<ResourceBrief> = [
            brief("orders", "sales", "/sales/orders"),
            brief("customers", "sales", "/sales/customers"),
            brief("products", "catalog", "/catalog/products"),
            ResourceBrief {
                view: Rule::all(["orders.view"]),
                ..brief("returns", "sales", "/sales/returns")
            },
        ]
        .into();
        stops(&catalogue(), &ids, &briefs)
    }

    fn menus(stop: &Stop) -> usize {
        stop.menus.len()
    }

    #[test]
    fn the_tour_shows_exactly_the_menus_that_open() {
        let tour = tour(&["orders.view", "orders.manage"]);
        assert_eq!(tour.iter().map(|stop| stop.id.as_str()).collect::<Vec<_>>(), ["sales"]);
        assert_eq!(
            menus(&tour[0]),
            2,
            "orders, and the backend's own returns, but no customers"
        );
        assert_eq!(
            tour[0].menus[0].may.len(),
            2,
            "seeing orders and managing them, not refunding"
        );
    }

    #[test]
    fn whoever_holds_nothing_sees_nothing() {
        assert_eq!(tour(&[]), []);
    }
}
