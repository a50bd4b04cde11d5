//! The table of screens against the plan of the admin: every path with its rule, and nothing the catalogue lacks.

use std::collections::BTreeSet;

use latchkey_contract::permissions::{Access, Catalogue, Rule, SectionId};
use latchkey_contract::screen::{Place, SCREENS};

use crate::catalogue;

/// The plan's paths that are behind a permission, and which.
const PERMITTED: &[(&str, &str)] = &[
    ("/sales/orders", "orders.view"),
    ("/sales/carts", "carts.view"),
    ("/sales/customers", "customers.view"),
    ("/catalog/products", "products.view"),
    ("/catalog/categories", "categories.view"),
    ("/catalog/gift-cards", "giftcards.view"),
    ("/marketing/campaigns", "campaigns.view"),
    ("/marketing/discounts", "discounts.view"),
    ("/marketing/newsletters", "newsletters.view"),
    ("/marketing/automations", "automations.view"),
    ("/reports", "reports.view"),
    ("/reports/analytics", "analytics.manage"),
    ("/website/site", "website.view"),
    ("/website/address", "website.address"),
    ("/website/embed", "website.embed"),
    ("/channels/social", "channels.social"),
    ("/channels/marketplaces", "channels.marketplaces"),
    ("/settings/general", "settings.view"),
    ("/settings/tax", "settings.view"),
    ("/settings/shipping", "settings.view"),
    ("/settings/payment", "settings.view"),
    ("/settings/notifications", "settings.view"),
];

/// The plan's paths that are the owner's alone, as far as they are built.
const OWNERS: &[&str] = &[
    "/staff",
    "/staff/activity",
    "/staff/letters",
    "/staff/new",
    "/staff/onboarding",
    "/staff/roles",
    "/staff/roles/new",
    "/staff/roles/{id}",
    "/staff/{id}",
    "/billing",
];

/// The plan's paths for everybody who is signed in.
const EVERYBODYS: &[&str] = &["/", "/profile", "/onboarding"];

#[test]
fn every_path_has_the_rule_of_the_plan_and_there_is_no_other_path() {
    let permitted = PERMITTED.iter().map(|(path, id)| (*path, Rule::all([*id])));
    let owners = OWNERS.iter().map(|path| (*path, Rule::Owner));
    let everybodys = EVERYBODYS.iter().map(|path| (*path, Rule::SignedIn));
    let mut planned: Vec<_> = permitted.chain(owners).chain(everybodys).collect();
    let mut there: Vec<_> = SCREENS
        .iter()
        .map(|screen| (screen.path, screen.rule.clone()))
        .collect();
    planned.sort_by_key(|(path, _)| *path);
    there.sort_by_key(|(path, _)| *path);
    assert_eq!(there, planned);
}

#[test]
fn paths_and_names_are_there_once() {
    let paths: BTreeSet<_> = SCREENS.iter().map(|screen| screen.path).collect();
    let names: BTreeSet<_> = SCREENS.iter().map(|screen| screen.name).collect();
    assert_eq!((paths.len(), names.len()), (SCREENS.len(), SCREENS.len()));
}

#[test]
fn rules_and_permissions_name_only_what_the_catalogue_has() {
    let catalogue = catalogue();
    for screen in SCREENS {
        assert_eq!(
            screen.rule.compile(&catalogue).unknown(),
            &[],
            "the rule of {}",
            screen.path
        );
        let recognised = catalogue.set(screen.permissions.iter().cloned());
        assert_eq!(recognised.unknown, [], "the permissions of {}", screen.path);
        assert_eq!(
            catalogue.ids(recognised.known),
            screen.permissions,
            "{} in the order of the catalogue",
            screen.path
        );
    }
}

#[test]
fn a_screen_stands_in_the_section_that_its_rule_belongs_to() {
    let catalogue = catalogue();
    for screen in SCREENS {
        let sections: BTreeSet<_> = sections_of(&screen.rule, &catalogue).collect();
        let expected = match screen.place {
            Place::Section(id) => BTreeSet::from([SectionId::from_static(id)]),
            _ => BTreeSet::new(),
        };
        assert_eq!(sections, expected, "{}", screen.path);
    }
}

/// Permissions that are given along with others and open no screen by themselves: channels are seen one kind at a time.
const OPENS_NOTHING: [&str; 1] = ["channels.view"];

#[test]
fn whoever_holds_anything_may_open_a_screen_where_it_can_be_used() {
    let catalogue = catalogue();
    let opens_nothing: Vec<&str> = catalogue
        .permissions()
        .filter(|entry| {
            let held = catalogue.with_required(catalogue.set([entry.id.clone()]).known);
            !SCREENS.iter().any(|screen| {
                let rule = screen.rule.compile(&catalogue);
                screen.permissions.contains(&entry.id) && rule.decide(&Access::Granted(held)).is_allowed()
            })
        })
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(opens_nothing, OPENS_NOTHING);
}

#[test]
fn every_permission_is_told_on_a_screen() {
    let told: BTreeSet<_> = SCREENS.iter().flat_map(|screen| screen.permissions).collect();
    let catalogue = catalogue();
    let all: BTreeSet<_> = catalogue.permissions().map(|entry| &entry.id).collect();
    assert_eq!(told, all);
}

fn sections_of<'a>(rule: &'a Rule, catalogue: &'a Catalogue) -> impl Iterator<Item = SectionId> + 'a {
    rule.permissions()
        .iter()
        .filter_map(|id| catalogue.section_of(id))
        .map(|section| section.id.clone())
}
