//! Which pages are chapters of their own: what a person seldom opens, or opens later than the first page. Each chapter has
//! one way in, since each way costs the first download something.
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
use super::forgotten::{ForgottenPage, ResetPage};
use super::join::JoinPage;
use super::letters::{LettersLine, LettersPage};
use super::no_access::{NoAccessPage, NoAccessYet};
use super::not_found::NotFoundPage;
use super::onboarding::{OnboardingPage, OnboardingSettingsPage};
use super::overview::OverviewPage;
use super::profile::ProfilePage;
use super::proof::ProofDialog;
use super::reports::ReportsPage;
use super::resource;
use super::roles::{NewRolePage, RolePage, RolesPage};
use super::section::SectionPage;
use super::setup::SetupPage;
use super::staff_actions::{self, Order, Shown, StaffActions};
use super::staff_form::{EditStaffPage, NewStaffPage};
use crate::frame::KeptStrip;
use crate::navigation::{Address, Place};
use crate::session::{Farewell, Live, Sessions, Stream, begin_stream};

/// What a chapter gives: its view, or the fact that it could not be had.
pub(crate) type Opened = Result<AnyView, SplitLoaderError>;

/// What a chapter can show.
#[derive(Clone)]
pub(crate) enum Page {
    /// The doors that one passes once.
    Door(Door),
    /// What belongs to the frame.
    Room(Room),
    /// One's own account.
    Profile,
    /// Confirming that it is oneself.
    Proof,
    /// What lies behind a menu.
    Records(Address),
    /// The store's figures.
    Reports,
    /// Adding somebody, or changing what somebody may do.
    Staff(StaffForm),
    /// A dialog about an account as a whole.
    StaffDialog(StaffActions, Box<Shown>),
    /// Roles.
    Roles(Roles),
    /// What happened.
    Activity,
    /// The steps between joining and access.
    Onboarding(Onboarding),
    /// Letters that have not arrived.
    Letters(Letters),
    /// The plan and the invoices.
    Billing,
}

/// A door that one passes once.
#[derive(Clone)]
pub(crate) enum Door {
    /// Before an invitation, by its token.
    Join(String),
    /// Asking for a link for a new password.
    Forgotten,
    /// Choosing one with it, by the link's token.
    Reset(String),
    /// The store's set-up.
    SetUp,
}

/// What belongs to the frame.
#[derive(Clone)]
pub(crate) enum Room {
    /// What one may do, in all.
    Overview,
    /// What one may do in a section.
    Section(&'static Screen),
    /// A page that one may not open.
    NoAccess(Rule, Denial),
    /// For whom nothing has been opened.
    NoAccessYet(Denial),
    /// An address without a page.
    NotFound,
    /// What is said above a page whose typing can no longer be saved.
    KeptStrip(Option<Farewell>, Callback<()>),
}

/// The form of a staff account.
#[derive(Clone)]
pub(crate) enum StaffForm {
    New,
    Edit(AccountId),
}

/// The pages of roles.
#[derive(Clone)]
pub(crate) enum Roles {
    List,
    New,
    One(RoleId),
}

/// The steps between joining and access.
#[derive(Clone)]
pub(crate) enum Onboarding {
    /// Before one's own access.
    Own,
    /// Before everybody's.
    Settings,
}

/// Letters that have not arrived.
#[derive(Clone)]
pub(crate) enum Letters {
    /// All of them.
    List,
    /// In a line that they are not sent, or that some failed.
    Line,
}

impl Page {
    /// The page at a place; none for the one that came with the first download.
    pub(crate) fn of(place: Place) -> Option<Self> {
        let (screen, member) = match place {
            Place::Own { screen, member } => (screen, member),
            Place::Resource(address) => return Some(Self::Records(address)),
            Place::Absent(_) => return Some(Self::Room(Room::NotFound)),
        };
        Some(match (screen.name, member) {
            ("staff", _) => return None,
            ("overview", _) => Self::Room(Room::Overview),
            ("profile", _) => Self::Profile,
            ("onboarding", _) => Self::Onboarding(Onboarding::Own),
            ("staff-onboarding", _) => Self::Onboarding(Onboarding::Settings),
            ("reports", _) => Self::Reports,
            ("staff-new", _) => Self::Staff(StaffForm::New),
            ("staff-member", Some(id)) => Self::Staff(StaffForm::Edit(AccountId(id))),
            ("roles", _) => Self::Roles(Roles::List),
            ("role-new", _) => Self::Roles(Roles::New),
            ("role", Some(id)) => Self::Roles(Roles::One(RoleId(id))),
            ("activity", _) => Self::Activity,
            ("letters", _) => Self::Letters(Letters::List),
            ("billing", _) => Self::Billing,
            _ => Self::Room(Room::Section(screen)),
        })
    }

    /// Opens it, once its chapter is there.
    pub(crate) async fn open(self) -> Opened {
        match self {
            Self::Door(door) => doors(door).await,
            Self::Room(room) => rooms(room).await,
            Self::Profile => profile().await,
            Self::Proof => proof().await,
            Self::Records(address) => records(address).await,
            Self::Reports => reports().await,
            Self::Staff(form) => staff_form(form).await,
            Self::StaffDialog(actions, shown) => staff_dialog(actions, *shown).await,
            Self::Roles(page) => roles(page).await,
            Self::Activity => activity().await,
            Self::Onboarding(page) => onboarding(page).await,
            Self::Letters(page) => letters(page).await,
            Self::Billing => billing().await,
        }
    }

    /// Fetches its chapter, if it is one that links lead to. Where that fails, whoever opens it is told.
    async fn fetch(self) {
        let _ = match self {
            Self::Room(_) => fetch_rooms().await,
            Self::Profile => fetch_profile().await,
            Self::Records(_) => fetch_records().await,
            Self::Reports => fetch_reports().await,
            Self::Staff(_) => fetch_staff_form().await,
            Self::Roles(_) => fetch_roles().await,
            Self::Activity => fetch_activity().await,
            Self::Onboarding(_) => fetch_onboarding().await,
            Self::Letters(_) => fetch_letters().await,
            Self::Billing => fetch_billing().await,
            Self::Door(_) | Self::Proof | Self::StaffDialog(..) => Ok(()),
        };
    }
}

/// Fetches what a path leads to before it is opened.
pub(crate) fn fetch_ahead(path: &str, briefs: &[ResourceBrief]) {
    let Some(place) = Place::of(path, briefs) else { return };
    // What is absent may only not be known yet.
    let is_awaited = matches!(place, Place::Absent(_));
    let page = Page::of(place);
    spawn_local(async move {
        match page {
            _ if is_awaited => drop(fetch_records().await),
            Some(page) => page.fetch().await,
            None => {}
        }
    });
}

#[wasm_split(doors, wasm_split_path = leptos::wasm_split, fallible)]
fn doors(door: Door) -> Opened {
    Ok(match door {
        Door::Join(token) => view! { <JoinPage token /> }.into_any(),
        Door::Forgotten => view! { <ForgottenPage /> }.into_any(),
        Door::Reset(token) => view! { <ResetPage token /> }.into_any(),
        Door::SetUp => view! { <SetupPage /> }.into_any(),
    })
}

#[wasm_split(rooms, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_rooms))]
fn rooms(room: Room) -> Opened {
    Ok(match room {
        Room::Overview => view! { <OverviewPage /> }.into_any(),
        Room::Section(screen) => view! { <SectionPage screen /> }.into_any(),
        Room::NoAccess(rule, denial) => view! { <NoAccessPage rule denial /> }.into_any(),
        Room::NoAccessYet(denial) => view! { <NoAccessYet denial /> }.into_any(),
        Room::NotFound => view! { <NotFoundPage /> }.into_any(),
        Room::KeptStrip(why, let_go) => view! { <KeptStrip why let_go /> }.into_any(),
    })
}

#[wasm_split(profile, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_profile))]
fn profile() -> Opened {
    Ok(view! { <ProfilePage /> }.into_any())
}

/// Confirming that it is oneself.
#[wasm_split(proof, wasm_split_path = leptos::wasm_split, fallible)]
fn proof() -> Opened {
    Ok(view! { <ProofDialog /> }.into_any())
}

#[wasm_split(records, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_records))]
fn records(address: Address) -> Opened {
    Ok(resource::page(address))
}

#[wasm_split(reports, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_reports))]
fn reports() -> Opened {
    Ok(view! { <ReportsPage /> }.into_any())
}

#[wasm_split(staff_form, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_staff_form))]
fn staff_form(form: StaffForm) -> Opened {
    Ok(match form {
        StaffForm::New => view! { <NewStaffPage /> }.into_any(),
        StaffForm::Edit(id) => view! { <EditStaffPage id /> }.into_any(),
    })
}

#[wasm_split(roles, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_roles))]
fn roles(page: Roles) -> Opened {
    Ok(match page {
        Roles::List => view! { <RolesPage /> }.into_any(),
        Roles::New => view! { <NewRolePage /> }.into_any(),
        Roles::One(id) => view! { <RolePage id /> }.into_any(),
    })
}

#[wasm_split(activity, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_activity))]
fn activity() -> Opened {
    Ok(view! { <ActivityPage /> }.into_any())
}

#[wasm_split(onboarding, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_onboarding))]
fn onboarding(page: Onboarding) -> Opened {
    Ok(match page {
        Onboarding::Own => view! { <OnboardingPage /> }.into_any(),
        Onboarding::Settings => view! { <OnboardingSettingsPage /> }.into_any(),
    })
}

#[wasm_split(letters, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_letters))]
fn letters(page: Letters) -> Opened {
    Ok(match page {
        Letters::List => view! { <LettersPage /> }.into_any(),
        Letters::Line => view! { <LettersLine /> }.into_any(),
    })
}

#[wasm_split(billing, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_billing))]
fn billing() -> Opened {
    Ok(view! { <BillingPage /> }.into_any())
}

#[wasm_split(staff_actions, wasm_split_path = leptos::wasm_split, fallible)]
fn staff_dialog(actions: StaffActions, shown: Shown) -> Opened {
    Ok(staff_actions::dialog(actions, shown))
}

/// What is done about an account as a whole.
#[wasm_split(staff_actions, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn take_order(actions: StaffActions, order: Order) -> Result<(), SplitLoaderError> {
    actions.take(order);
    Ok(())
}

/// The stream of events.
#[wasm_split(stream, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn stream(sessions: Sessions, live: Live) -> Result<Stream, SplitLoaderError> {
    Ok(begin_stream(sessions, live))
}
