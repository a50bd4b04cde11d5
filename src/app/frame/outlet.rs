//! Which page stands in main: the one that the address names, if its rule lets this person in.

use latchkey_contract::id::AccountId;
use latchkey_contract::screen::Screen;
use leptos::prelude::*;

use crate::components::skeleton::PageSkeleton;
use crate::navigation::{Place, use_path};
use crate::pages::no_access::{NoAccessPage, NoAccessYet};
use crate::pages::not_found::NotFoundPage;
use crate::pages::overview::OverviewPage;
use crate::pages::profile::ProfilePage;
use crate::pages::resource;
use crate::pages::section::SectionPage;
use crate::pages::staff::StaffPage;
use crate::pages::staff_form::{EditStaffPage, NewStaffPage};
use crate::reactive::{live, memo};
use crate::session::{Verdict, use_sessions, use_signed_in};

/// The page. It is built anew when the address or the answer of its rule changes, and only then.
#[component]
pub(super) fn Outlet() -> impl IntoView {
    let sessions = use_sessions();
    let signed_in = use_signed_in();
    let path = use_path();
    let answered = memo(move || {
        let known = signed_in.known.read();
        let place = path.with(|path| Place::of(path, &known.resources))?;
        let verdict = sessions.verdict(place.rule());
        Some((place, verdict, known.access.why_nothing()))
    });

    live(move || {
        let Some((place, verdict, nothing)) = answered.get() else {
            return view! { <NotFoundPage /> }.into_any();
        };
        match verdict {
            Verdict::Pending => view! { <PageSkeleton /> }.into_any(),
            Verdict::Denied(denial) => {
                let rule = place.rule().clone();
                view! { <NoAccessPage rule denial /> }.into_any()
            }
            Verdict::Allowed => match (place, nothing) {
                (Place::Own { screen, .. }, Some(denial)) if screen.name == "overview" => {
                    view! { <NoAccessYet denial /> }.into_any()
                }
                (Place::Own { screen, member }, _) => page(screen, member),
                (Place::Resource(address), _) => resource::page(address),
                (Place::Absent(_), _) => view! { <NotFoundPage /> }.into_any(),
            },
        }
    })
}

/// The app's own page of a screen. What has no contents of its own is a section's front page.
fn page(screen: &'static Screen, member: Option<String>) -> AnyView {
    match (screen.name, member) {
        ("overview", _) => view! { <OverviewPage /> }.into_any(),
        ("profile", _) => view! { <ProfilePage /> }.into_any(),
        ("staff", _) => view! { <StaffPage /> }.into_any(),
        ("staff-new", _) => view! { <NewStaffPage /> }.into_any(),
        ("staff-member", Some(id)) => view! { <EditStaffPage id=AccountId(id) /> }.into_any(),
        _ => view! { <SectionPage screen /> }.into_any(),
    }
}
