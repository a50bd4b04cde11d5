//! The shipped catalogue and roles, held to the tables that were agreed on.

use latchkey_permissions::{Catalogue, PRESET_ROLES, RolePreset, Sensitivity};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::preset;

/// Section, label, and permissions: `!` marks a sensitive one, `<` says what it requires.
const SECTIONS: [(&str, &str, &str); 7] = [
    (
        "sales",
        "Sales",
        "orders.view, orders.manage<orders.view, orders.refund!<orders.view, carts.view, carts.manage<carts.view, \
         customers.view, customers.manage<customers.view, customers.export!<customers.view",
    ),
    (
        "catalog",
        "Catalog",
        "products.view, products.manage<products.view, stock.manage<products.view, categories.view, \
         categories.manage<categories.view, giftcards.view, giftcards.manage!<giftcards.view",
    ),
    (
        "marketing",
        "Marketing",
        "campaigns.view, campaigns.manage<campaigns.view, discounts.view, discounts.manage<discounts.view, \
         newsletters.view, newsletters.manage<newsletters.view, automations.view, automations.manage<automations.view",
    ),
    (
        "reports",
        "Reports and analytics",
        "reports.view, reports.export!<reports.view, analytics.manage",
    ),
    (
        "website",
        "Website",
        "website.view, website.content<website.view, website.design<website.view, website.address!<website.view, \
         website.embed<website.view",
    ),
    (
        "channels",
        "Sales channels",
        "channels.view, channels.social<channels.view, channels.marketplaces<channels.view",
    ),
    (
        "settings",
        "Store settings, shipping and payment methods",
        "settings.view, settings.general<settings.view, settings.tax<settings.view, settings.shipping<settings.view, \
         settings.payment!<settings.view, settings.notifications<settings.view",
    ),
];

/// Role, and what it comes to: whole sections, then single permissions with what they require.
const ROLES: [(&str, &str, &[&str], &str); 7] = [
    ("store-manager", "Store manager", &["sales", "catalog", "channels"], ""),
    (
        "fulfilment-operator",
        "Fulfilment operator",
        &[],
        "orders.view, orders.manage, products.view, stock.manage",
    ),
    ("marketing-manager", "Marketing manager", &["marketing", "reports"], ""),
    (
        "marketing-assistant",
        "Marketing assistant",
        &[],
        "campaigns.view, campaigns.manage, discounts.view, newsletters.view, newsletters.manage",
    ),
    (
        "accountant",
        "Accountant",
        &[],
        "orders.view, reports.view, reports.export, settings.view, settings.tax",
    ),
    ("developer", "Developer", &["website"], ""),
    (
        "designer",
        "Designer",
        &[],
        "products.view, website.view, website.content, website.design",
    ),
];

fn roles() -> Vec<RolePreset> {
    serde_json::from_str(PRESET_ROLES).expect("the shipped roles can be read")
}

/// The section's permissions in the notation of the table above.
fn notation(catalogue: &Catalogue, section: usize) -> String {
    let written = catalogue.sections()[section].permissions.iter().map(|entry| {
        let mark = if entry.sensitive.is_some() { "!" } else { "" };
        let requires = entry.requires.iter().flat_map(|id| ["<", id.as_str()]);
        [entry.id.as_str(), mark]
            .into_iter()
            .chain(requires)
            .collect::<String>()
    });
    written.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_catalogue_is_the_agreed_one() {
    let catalogue = preset();
    assert_eq!(catalogue.sections().len(), SECTIONS.len());
    for (n, (id, label, permissions)) in SECTIONS.into_iter().enumerate() {
        let section = &catalogue.sections()[n];
        assert_eq!(section.id.as_str(), id);
        assert_eq!(section.label.in_language("en"), label);
        assert_eq!(notation(&catalogue, n), permissions);
    }
    assert_eq!(catalogue.everything().len(), 40);
}

#[test]
fn why_a_permission_is_sensitive() {
    let catalogue = preset();
    let why = |id: &'static str| catalogue.permission(&id.into()).and_then(|entry| entry.sensitive);
    assert_eq!(why("orders.refund"), Some(Sensitivity::Money));
    assert_eq!(why("giftcards.manage"), Some(Sensitivity::Money));
    assert_eq!(why("settings.payment"), Some(Sensitivity::Money));
    assert_eq!(why("customers.export"), Some(Sensitivity::PersonalData));
    assert_eq!(why("reports.export"), Some(Sensitivity::PersonalData));
    assert_eq!(why("website.address"), Some(Sensitivity::HardToUndo));
    assert_eq!(catalogue.sensitive().len(), 6);
}

#[test]
fn each_manage_requires_its_view() {
    for entry in preset().permissions() {
        let (noun, verb) = entry.id.parts().expect("ids are well formed");
        let view = format!("{noun}.view").into();
        let stands_alone = matches!(entry.id.as_str(), "stock.manage" | "analytics.manage");
        if verb == "manage" && !stands_alone {
            assert!(entry.requires.contains(&view), "{}", entry.id);
        }
    }
}

#[test]
fn the_owner_keeps_these_powers() {
    let powers = [
        "staff",
        "roles",
        "reviews",
        "activity",
        "billing",
        "subscription",
        "ownership",
    ];
    assert_eq!(preset().document().owner_powers, powers);
}

#[test]
fn the_roles_are_the_agreed_ones() {
    let catalogue = preset();
    let roles = roles();
    assert_eq!(roles.len(), ROLES.len());
    for (role, (id, name, sections, single)) in roles.iter().zip(ROLES) {
        assert_eq!((role.id.as_str(), role.name.in_language("en")), (id, name));
        let whole = sections.iter().flat_map(|section| {
            let found = catalogue.sections().iter().find(|entry| entry.id.as_str() == *section);
            found
                .expect("the section exists")
                .permissions
                .iter()
                .map(|entry| entry.id.to_string())
        });
        let expected: Vec<String> = whole
            .chain(single.split(", ").filter(|id| !id.is_empty()).map(Into::into))
            .collect();
        let resolved: Vec<String> = role.resolve(&catalogue).iter().map(ToString::to_string).collect();
        assert_eq!(resolved, expected, "{id}");
    }
}

#[test]
fn roles_name_nothing_that_the_catalogue_does_not_have() {
    let catalogue = preset();
    for role in roles() {
        assert_eq!(catalogue.set(role.permissions.clone()).unknown, [], "{}", role.id);
        for section in &role.sections {
            assert!(!catalogue.section_set(section).is_empty(), "{} {section}", role.id);
        }
    }
}

#[test]
fn a_role_survives_the_journey() {
    for role in roles() {
        let json = serde_json::to_string(&role).expect("it can be written");
        assert_eq!(serde_json::from_str::<RolePreset>(&json).expect("it can be read"), role);
    }
}
