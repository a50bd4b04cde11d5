//! Which page stands in main: the one that the address names, if its rule lets this person in.

use std::sync::{Mutex, PoisonError};

use latchkey_contract::id::{AccountId, RoleId};
use latchkey_contract::screen::Screen;
use latchkey_permissions::{Denial, OnboardingSteps};
use leptos::prelude::*;

use crate::chapter::later;
use crate::components::skeleton::PageSkeleton;
use crate::navigation::{Place, use_path};
use crate::pages::chapters;
use crate::pages::staff::StaffPage;
use crate::reactive::{effect, live, memo};
use crate::session::{Verdict, use_sessions, use_signed_in};

/// What the rule of the address answers: no page there, or which, whether it may be opened, and why nothing may be.
type Answered = Option<(Place, Verdict, Option<Denial>)>;

fn is_open(answered: &Answered) -> bool {
    matches!(answered, Some((_, Verdict::Allowed, _)))
}

/// Which page stands. One that may no longer be opened goes, unless something unsaved is on it: then it stands until that
/// has been copied out.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    page: Memo<Answered>,
    /// Whether it stands only for what is typed on it.
    pub(super) withdrawn: Memo<bool>,
    let_go: RwSignal<bool>,
}

impl Standing {
    /// By the address, and by who is signed in.
    pub(super) fn new() -> Self {
        let sessions = use_sessions();
        let signed_in = use_signed_in();
        let path = use_path();
        let let_go = RwSignal::new(false);
        let answered = memo(move || {
            let known = signed_in.known.read();
            let place = path.with(|path| Place::of(path, &known.resources))?;
            let verdict = sessions.verdict(place.rule());
            // The page of the steps follows what is left by itself, and is not built anew for it.
            let nothing = known.access.why_nothing().map(|why| match why {
                Denial::Onboarding(_) => Denial::Onboarding(OnboardingSteps::default()),
                other => other,
            });
            Some((place, verdict, nothing))
        });
        let stood = Mutex::new((String::new(), None));
        let page = memo(move || {
            let (here, now, let_go) = (path.get(), answered.get(), let_go.get());
            let mut stood = stood.lock().unwrap_or_else(PoisonError::into_inner);
            let goes_on = stood.0 == here && is_open(&stood.1) && !is_open(&now);
            if !goes_on || let_go || !sessions.has_unsaved() {
                *stood = (here, now);
            }
            stood.1.clone()
        });
        let withdrawn = memo(move || page.with(is_open) && !answered.with(is_open));
        effect(move || {
            if !withdrawn.get() {
                let_go.set(false);
            }
        });
        Self {
            page,
            withdrawn,
            let_go,
        }
    }

    /// Nothing on it is needed any more.
    pub(super) fn let_go(self) {
        self.let_go.set(true);
    }
}

/// The page. It is built anew when the address or the answer of its rule changes, and only then.
#[component]
pub(super) fn Outlet(standing: Standing) -> impl IntoView {
    live(move || {
        let Some((place, verdict, nothing)) = standing.page.get() else {
            return later(wait, chapters::not_found);
        };
        match verdict {
            Verdict::Pending => wait(),
            Verdict::Denied(denial) => {
                let rule = place.rule().clone();
                later(wait, move || chapters::no_access(rule.clone(), denial))
            }
            Verdict::Allowed => match (place, nothing) {
                (Place::Own { screen, .. }, Some(Denial::Onboarding(_))) if screen.name == "overview" => {
                    later(wait, chapters::onboarding)
                }
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
        ("onboarding", _) => later(wait, chapters::onboarding),
        ("staff-onboarding", _) => later(wait, chapters::onboarding_settings),
        ("reports", _) => later(wait, chapters::reports),
        ("staff", _) => view! { <StaffPage /> }.into_any(),
        ("staff-new", _) => later(wait, chapters::new_staff),
        ("staff-member", Some(id)) => later(wait, move || chapters::edit_staff(AccountId(id.clone()))),
        ("roles", _) => later(wait, chapters::roles),
        ("role-new", _) => later(wait, chapters::new_role),
        ("role", Some(id)) => later(wait, move || chapters::role(RoleId(id.clone()))),
        ("activity", _) => later(wait, chapters::activity),
        ("billing", _) => later(wait, chapters::billing),
        _ => later(wait, move || chapters::section(screen)),
    }
}

/// What stands where the page is not known yet, or is on its way.
fn wait() -> AnyView {
    view! { <PageSkeleton /> }.into_any()
}
