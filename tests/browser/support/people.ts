// Who is in the sample store and what each may open: written out by hand from the plan, not computed by the code under test.

/** Every path of the store, its heading, and what it needs: a permission, the owner, or only to be signed in. */
export const PATHS: [path: string, heading: string, needs: string][] = [
  ["/", "Overview", "signed-in"],
  ["/profile", "My profile", "signed-in"],
  ["/onboarding", "A few steps first", "signed-in"],
  ["/sales/orders", "Orders", "orders.view"],
  ["/sales/carts", "Abandoned carts", "carts.view"],
  ["/sales/customers", "Customers", "customers.view"],
  ["/catalog/products", "Products", "products.view"],
  ["/catalog/categories", "Categories", "categories.view"],
  ["/catalog/gift-cards", "Gift cards", "giftcards.view"],
  ["/marketing/campaigns", "Campaigns", "campaigns.view"],
  ["/marketing/discounts", "Discounts", "discounts.view"],
  ["/marketing/newsletters", "Newsletters", "newsletters.view"],
  ["/marketing/automations", "Automated emails", "automations.view"],
  ["/reports", "Reports", "reports.view"],
  ["/reports/analytics", "Analytics tools", "analytics.manage"],
  ["/website/site", "Website", "website.view"],
  ["/website/pages", "Pages", "website.view"],
  ["/website/address", "Site address", "website.address"],
  ["/website/embed", "Add to other sites", "website.embed"],
  ["/channels/social", "Social media", "channels.social"],
  ["/channels/marketplaces", "Marketplaces", "channels.marketplaces"],
  ["/settings/general", "General and legal", "settings.view"],
  ["/settings/tax", "Taxes", "settings.view"],
  ["/settings/shipping", "Shipping", "settings.view"],
  ["/settings/payment", "Payment methods", "settings.view"],
  ["/settings/notifications", "Notifications", "settings.view"],
  ["/staff", "Staff accounts", "owner"],
  ["/staff/new", "Add staff member", "owner"],
  ["/staff/onboarding", "Onboarding", "owner"],
  ["/staff/roles", "Roles", "owner"],
  ["/staff/roles/new", "Add role", "owner"],
  ["/staff/activity", "Activity", "owner"],
  ["/staff/letters", "Letters", "owner"],
  ["/billing", "Billing and subscription", "owner"],
];

/** Paths that no screen of the table has: whoever may not see what is there does not hear that there is anything. */
export const OWN_PATHS = ["/website/pages"];

const SALES = ["Orders", "Abandoned carts", "Customers"];
const CATALOG = ["Products", "Categories", "Gift cards"];
const MARKETING = ["Campaigns", "Discounts", "Newsletters", "Automated emails"];
const REPORTS = ["Reports", "Analytics tools"];
// The last is a backend's own: no screen of the table has its path.
const WEBSITE = ["Website", "Site address", "Add to other sites", "Pages"];
const CHANNELS = ["Social media", "Marketplaces"];
const SETTINGS = ["General and legal", "Taxes", "Shipping", "Payment methods", "Notifications"];

/** The exact store menu of everybody who can sign in, in order. */
export const MENUS: Record<string, string[]> = {
  owner: [
    "Overview", ...SALES, ...CATALOG, ...MARKETING, ...REPORTS, ...WEBSITE, ...CHANNELS, ...SETTINGS,
    "Staff accounts", "Roles", "Activity", "Letters", "Billing and subscription",
  ],
  manager: ["Overview", ...SALES, ...CATALOG, ...CHANNELS],
  fulfilment: ["Overview", "Orders", "Products"],
  marketing: ["Overview", ...MARKETING, ...REPORTS],
  assistant: ["Overview", "Campaigns", "Discounts", "Newsletters"],
  accountant: ["Overview", "Orders", "Reports", ...SETTINGS],
  developer: ["Overview", ...WEBSITE],
  designer: ["Overview", "Products", "Website", "Pages"],
  nobody: ["Overview"],
};
