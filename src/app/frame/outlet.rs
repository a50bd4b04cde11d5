//! Which page stands in main: the one that the address names, if its rule lets this person in.

use latchkey_contract::id::{AccountId, RoleId};
use latchkey_contract::screen::Screen;
use leptos::prelude::*;

use crate::chapter::later;
use crate::components::skeleton::PageSkeleton;
use crate::navigation::{Place, use_path};
use crate::pages::chapters;
use crate::pages::staff::StaffPage;
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
            return later(wait, chapters::not_found);
        };
        match verdict {
            Verdict::Pending => wait(),
            Verdict::Denied(denial) => {
                let rule = place.rule().clone();
                later(wait, move || chapters::no_access(rule.clone(), denial))
            }
            Verdict::Allowed => match (place, nothing) {
                (Place::Own { screen, .. }, Some(denial)) if screen.name == "overview" => {
                    later(wait, move || chapters::no_access_yet(denial))
                }
                (Place::Own { screen, member }, _) => page(screen, member),
                (Place::Resource(address), _) => later(wait, move || chapters::resource(address.clone())),
                (Place::Absent(_), _) => later(wait, chapters::not_found),
            },
        }
    })
}

/// The app's own page of a screen. What has no contents of its own is a section's front page.
fn page(screen: &'static Screen, member: Option<String>) -> AnyView {
    match (screen.name, member) {
        ("overview", _) => later(wait, chapters::overview),
        ("profile", _) => later(wait, chapters::profile),
        ("reports", _) => later(wait, chapters::reports),
        ("staff", _) => view! { <StaffPage /> }.into_any(),
        ("staff-new", _) => later(wait, chapters::new_staff),
        ("staff-member", Some(id)) => later(wait, move || chapters::edit_staff(AccountId(id.clone()))),
        ("roles", _) => later(wait, chapters::roles),
        ("role-new", _) => later(wait, chapters::new_role),
        ("role", Some(id)) => later(wait, move || chapters::role(RoleId(id.clone()))),
        ("billing", _) => later(wait, chapters::billing),
        _ => later(wait, move || chapters::section(screen)),
    }
}

/// What stands where the page is not known yet, or is on its way.
fn wait() -> AnyView {
    view! { <PageSkeleton /> }.into_any()
}
