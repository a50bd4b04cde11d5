//! Which pages are chapters of their own: what a person seldom opens, or opens later than the first page.
#![expect(
    clippy::unnecessary_wraps,
    reason = "what is written here cannot fail, but its chapter can fail to come, and both give one answer"
)]

use latchkey_contract::id::{AccountId, RoleId};
use latchkey_contract::resource::ResourceBrief;
use latchkey_contract::screen::Screen;
use latchkey_permissions::{Denial, Rule};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::activity::ActivityPage;
use super::billing::BillingPage;
use super::join::JoinPage;
use super::no_access::{NoAccessPage, NoAccessYet};
use super::not_found::NotFoundPage;
use super::onboarding::{OnboardingPage, OnboardingSettingsPage};
use super::overview::OverviewPage;
use super::profile::ProfilePage;
use super::reports::ReportsPage;
use super::resource;
use super::roles::{NewRolePage, RolePage, RolesPage};
use super::section::SectionPage;
use super::setup::SetupPage;
use super::staff_actions::{self, CarryingOut, Order, Shown, StaffActions};
use super::staff_form::{EditStaffPage, NewStaffPage};
use crate::chapter::Opened;
use crate::client::SignedInClient;
use crate::frame::KeptStrip;
use crate::navigation::{Address, Place};
use crate::session::{Farewell, Live, Sessions, Stream, begin_stream};

/// The doors that one passes once.
#[wasm_split(doors, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn join(token: String) -> Opened {
    Ok(view! { <JoinPage token /> }.into_any())
}

/// The store's set-up.
#[wasm_split(doors, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn setup() -> Opened {
    Ok(view! { <SetupPage /> }.into_any())
}

/// What one may do, in all.
#[wasm_split(rooms, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_rooms))]
pub(crate) fn overview() -> Opened {
    Ok(view! { <OverviewPage /> }.into_any())
}

/// What one may do in a section.
#[wasm_split(rooms, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn section(screen: &'static Screen) -> Opened {
    Ok(view! { <SectionPage screen /> }.into_any())
}

/// A page that one may not open.
#[wasm_split(rooms, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn no_access(rule: Rule, denial: Denial) -> Opened {
    Ok(view! { <NoAccessPage rule denial /> }.into_any())
}

/// For whom nothing has been opened.
#[wasm_split(rooms, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn no_access_yet(denial: Denial) -> Opened {
    Ok(view! { <NoAccessYet denial /> }.into_any())
}

/// An address without a page.
#[wasm_split(rooms, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn not_found() -> Opened {
    Ok(view! { <NotFoundPage /> }.into_any())
}

/// One's own account.
#[wasm_split(profile, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_profile))]
pub(crate) fn profile() -> Opened {
    Ok(view! { <ProfilePage /> }.into_any())
}

/// What lies behind a menu.
#[wasm_split(records, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_records))]
pub(crate) fn resource(address: Address) -> Opened {
    Ok(resource::page(address))
}

/// The store's figures.
#[wasm_split(reports, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_reports))]
pub(crate) fn reports() -> Opened {
    Ok(view! { <ReportsPage /> }.into_any())
}

/// Adding somebody.
#[wasm_split(staff_form, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_staff_form))]
pub(crate) fn new_staff() -> Opened {
    Ok(view! { <NewStaffPage /> }.into_any())
}

/// Changing what somebody may do.
#[wasm_split(staff_form, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn edit_staff(id: AccountId) -> Opened {
    Ok(view! { <EditStaffPage id /> }.into_any())
}

/// The roles of the store.
#[wasm_split(roles, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_roles))]
pub(crate) fn roles() -> Opened {
    Ok(view! { <RolesPage /> }.into_any())
}

/// Making a role.
#[wasm_split(roles, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn new_role() -> Opened {
    Ok(view! { <NewRolePage /> }.into_any())
}

/// Changing a role.
#[wasm_split(roles, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn role(id: RoleId) -> Opened {
    Ok(view! { <RolePage id /> }.into_any())
}

/// What happened.
#[wasm_split(activity, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_activity))]
pub(crate) fn activity() -> Opened {
    Ok(view! { <ActivityPage /> }.into_any())
}

/// The steps before one's own access.
#[wasm_split(onboarding, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_onboarding))]
pub(crate) fn onboarding() -> Opened {
    Ok(view! { <OnboardingPage /> }.into_any())
}

/// The steps before everybody's access.
#[wasm_split(onboarding, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn onboarding_settings() -> Opened {
    Ok(view! { <OnboardingSettingsPage /> }.into_any())
}

/// The plan and the invoices.
#[wasm_split(billing, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_billing))]
pub(crate) fn billing() -> Opened {
    Ok(view! { <BillingPage /> }.into_any())
}

/// The dialogs about an account as a whole.
#[wasm_split(staff_actions, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_staff_actions))]
pub(crate) fn staff_dialog(actions: StaffActions, shown: Shown) -> Opened {
    Ok(staff_actions::dialog(actions, shown))
}

/// What is done about an account as a whole.
#[wasm_split(staff_actions, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn carry_out(client: SignedInClient, order: Order) -> Result<CarryingOut, SplitLoaderError> {
    Ok(Box::pin(staff_actions::carry_out(client, order)))
}

/// The stream of events.
#[wasm_split(stream, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn stream(sessions: Sessions, live: Live) -> Result<Stream, SplitLoaderError> {
    Ok(begin_stream(sessions, live))
}

/// What is said above a page whose typing can no longer be saved.
#[wasm_split(rooms, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn kept_strip(why: Option<Farewell>, let_go: Callback<()>) -> Opened {
    Ok(view! { <KeptStrip why let_go /> }.into_any())
}

/// Fetches what a path leads to before it is opened. Where that fails, whoever opens it is told.
pub(crate) fn fetch_ahead(path: &str, briefs: &[ResourceBrief]) {
    let Some(place) = Place::of(path, briefs) else {
        return;
    };
    spawn_local(async move {
        let _ = match place {
            // What is absent may only not be known yet.
            Place::Resource(_) | Place::Absent(_) => fetch_records().await,
            Place::Own { screen, .. } => match screen.name {
                "staff" => Ok(()),
                "staff-new" | "staff-member" => fetch_staff_form().await,
                "profile" => fetch_profile().await,
                "onboarding" | "staff-onboarding" => fetch_onboarding().await,
                "reports" => fetch_reports().await,
                "activity" => fetch_activity().await,
                "roles" | "role-new" | "role" => fetch_roles().await,
                "billing" => fetch_billing().await,
                _ => fetch_rooms().await,
            },
        };
    });
}
