//! Every screen of the admin and the rule that opens it: the one table that menus, routes, blocks and buttons read.
//!
//! It stands in the contract so that a backend's tests can hold its endpoints against the same values. What a screen
//! looks like and what it is called is the app's affair; here are only path, place in the menu, and rules.

use std::borrow::Cow;

use latchkey_permissions::{PermissionId, Rule};

/// A list of permission ids that is known when compiling.
macro_rules! ids {
    ($($id:literal),+) => {{
        const IDS: &[PermissionId] = &[$(PermissionId::from_static($id)),+];
        IDS
    }};
}

/// A rule that needs each of these permissions.
macro_rules! all {
    ($($id:literal),+) => {
        Rule::All(Cow::Borrowed(ids![$($id),+]))
    };
}

/// What it takes to have a report as a file.
pub const REPORTS_EXPORT: Rule = all!["reports.export"];

/// Where a screen stands in the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// At the top, without a group.
    Top,
    /// In the group of a section of the catalogue, by its id.
    Section(&'static str),
    /// In the owner's group.
    Owner,
    /// Not in the menu; reached from somewhere else.
    Elsewhere,
}

/// One screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// A name for it; `{name}-title` is its heading in the language files.
    pub name: &'static str,
    /// Its path, with `{members}`.
    pub path: &'static str,
    /// Where it stands in the menu.
    pub place: Place,
    /// Who may open it.
    pub rule: Rule,
    /// The permissions that let a person do something there, in the order of the catalogue.
    pub permissions: &'static [PermissionId],
}

macro_rules! screens {
    ($($const:ident: $name:literal, $path:literal, $place:expr, $rule:expr, [$($id:literal),*];)+) => {
        $(
            #[doc = concat!("The screen at `", $path, "`.")]
            pub const $const: Screen = Screen {
                name: $name,
                path: $path,
                place: $place,
                rule: $rule,
                permissions: {
                    const IDS: &[PermissionId] = &[$(PermissionId::from_static($id)),*];
                    IDS
                },
            };
        )+

        /// Every screen, in the order of the menu.
        pub static SCREENS: &[Screen] = &[$($const),+];
    };
}

const SALES: Place = Place::Section("sales");
const CATALOG: Place = Place::Section("catalog");
const MARKETING: Place = Place::Section("marketing");
const WEBSITE: Place = Place::Section("website");
const CHANNELS: Place = Place::Section("channels");
const SETTINGS: Place = Place::Section("settings");

screens! {
    OVERVIEW: "overview", "/", Place::Top, Rule::SignedIn, [];
    ORDERS: "orders", "/sales/orders", SALES, all!["orders.view"], ["orders.view", "orders.manage", "orders.refund"];
    CARTS: "carts", "/sales/carts", SALES, all!["carts.view"], ["carts.view", "carts.manage"];
    CUSTOMERS: "customers", "/sales/customers", SALES, all!["customers.view"],
        ["customers.view", "customers.manage", "customers.export"];
    PRODUCTS: "products", "/catalog/products", CATALOG, all!["products.view"],
        ["products.view", "products.manage", "stock.manage"];
    CATEGORIES: "categories", "/catalog/categories", CATALOG, all!["categories.view"],
        ["categories.view", "categories.manage"];
    GIFT_CARDS: "gift-cards", "/catalog/gift-cards", CATALOG, all!["giftcards.view"],
        ["giftcards.view", "giftcards.manage"];
    CAMPAIGNS: "campaigns", "/marketing/campaigns", MARKETING, all!["campaigns.view"],
        ["campaigns.view", "campaigns.manage"];
    DISCOUNTS: "discounts", "/marketing/discounts", MARKETING, all!["discounts.view"],
        ["discounts.view", "discounts.manage"];
    NEWSLETTERS: "newsletters", "/marketing/newsletters", MARKETING, all!["newsletters.view"],
        ["newsletters.view", "newsletters.manage"];
    AUTOMATIONS: "automations", "/marketing/automations", MARKETING, all!["automations.view"],
        ["automations.view", "automations.manage"];
    REPORTS: "reports", "/reports", Place::Section("reports"), all!["reports.view"],
        ["reports.view", "reports.export"];
    ANALYTICS: "analytics", "/reports/analytics", Place::Section("reports"), all!["analytics.manage"],
        ["analytics.manage"];
    SITE: "site", "/website/site", WEBSITE, all!["website.view"],
        ["website.view", "website.content", "website.design"];
    SITE_ADDRESS: "site-address", "/website/address", WEBSITE, all!["website.address"], ["website.address"];
    EMBED: "embed", "/website/embed", WEBSITE, all!["website.embed"], ["website.embed"];
    SOCIAL: "social", "/channels/social", CHANNELS, all!["channels.social"], ["channels.view", "channels.social"];
    MARKETPLACES: "marketplaces", "/channels/marketplaces", CHANNELS, all!["channels.marketplaces"],
        ["channels.view", "channels.marketplaces"];
    GENERAL: "general", "/settings/general", SETTINGS, all!["settings.view"], ["settings.view", "settings.general"];
    TAX: "tax", "/settings/tax", SETTINGS, all!["settings.view"], ["settings.view", "settings.tax"];
    SHIPPING: "shipping", "/settings/shipping", SETTINGS, all!["settings.view"],
        ["settings.view", "settings.shipping"];
    PAYMENT: "payment", "/settings/payment", SETTINGS, all!["settings.view"], ["settings.view", "settings.payment"];
    NOTIFICATIONS: "notifications", "/settings/notifications", SETTINGS, all!["settings.view"],
        ["settings.view", "settings.notifications"];
    STAFF: "staff", "/staff", Place::Owner, Rule::Owner, [];
    STAFF_NEW: "staff-new", "/staff/new", Place::Elsewhere, Rule::Owner, [];
    STAFF_MEMBER: "staff-member", "/staff/{id}", Place::Elsewhere, Rule::Owner, [];
    STAFF_ONBOARDING: "staff-onboarding", "/staff/onboarding", Place::Elsewhere, Rule::Owner, [];
    ROLES: "roles", "/staff/roles", Place::Owner, Rule::Owner, [];
    ROLE_NEW: "role-new", "/staff/roles/new", Place::Elsewhere, Rule::Owner, [];
    ROLE: "role", "/staff/roles/{id}", Place::Elsewhere, Rule::Owner, [];
    ACTIVITY: "activity", "/staff/activity", Place::Owner, Rule::Owner, [];
    LETTERS: "letters", "/staff/letters", Place::Owner, Rule::Owner, [];
    BILLING: "billing", "/billing", Place::Owner, Rule::Owner, [];
    PROFILE: "profile", "/profile", Place::Elsewhere, Rule::SignedIn, [];
    ONBOARDING: "onboarding", "/onboarding", Place::Elsewhere, Rule::SignedIn, [];
}
