//! The names of screens: the table of screens is data, the words are functions, and here one finds the other.

use latchkey_contract::screen::Screen;

use super::words;

/// What a screen is called: its heading, its entry in the menu, and the window's title. Reactive.
pub(crate) fn screen_title(screen: &Screen) -> String {
    match screen.name {
        "overview" => words::overview_title(),
        "orders" => words::orders_title(),
        "carts" => words::carts_title(),
        "customers" => words::customers_title(),
        "products" => words::products_title(),
        "categories" => words::categories_title(),
        "gift-cards" => words::gift_cards_title(),
        "campaigns" => words::campaigns_title(),
        "discounts" => words::discounts_title(),
        "newsletters" => words::newsletters_title(),
        "automations" => words::automations_title(),
        "reports" => words::reports_title(),
        "analytics" => words::analytics_title(),
        "site" => words::site_title(),
        "site-address" => words::site_address_title(),
        "embed" => words::embed_title(),
        "social" => words::social_title(),
        "marketplaces" => words::marketplaces_title(),
        "general" => words::general_title(),
        "tax" => words::tax_title(),
        "shipping" => words::shipping_title(),
        "payment" => words::payment_title(),
        "notifications" => words::notifications_title(),
        "staff" => words::staff_title(),
        "staff-new" => words::staff_new_title(),
        "staff-member" => words::staff_member_title(),
        "staff-onboarding" => words::staff_onboarding_title(),
        "roles" => words::roles_title(),
        "activity" => words::activity_title(),
        "role-new" => words::role_new_title(),
        "role" => words::role_title(),
        "letters" => words::letters_title(),
        "billing" => words::billing_title(),
        "profile" => words::profile_title(),
        "onboarding" => words::onboarding_title(),
        // A screen that this build has no words for still shows what the table calls it.
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use latchkey_contract::screen::SCREENS;

    use super::screen_title;

    #[test]
    fn every_screen_of_the_table_has_words() {
        // No language is loaded here, so words are empty; a name that comes back has fallen through.
        for screen in SCREENS {
            assert_eq!(screen_title(screen), "", "{} has no words", screen.name);
        }
    }
}
