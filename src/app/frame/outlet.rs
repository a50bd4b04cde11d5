//! Which page stands in main: the one that the address names, if its rule lets this person in.

use std::sync::{Mutex, PoisonError};

use latchkey_permissions::{Denial, OnboardingSteps};
use leptos::prelude::*;

use crate::chapter::later;
use crate::components::skeleton::PageSkeleton;
use crate::navigation::{Place, use_path};
use crate::pages::chapters::{Onboarding, Page, Room};
use crate::pages::staff::StaffPage;
use crate::reactive::{effect, live, memo};
use crate::session::{Verdict, use_sessions, use_signed_in};

/// What the rule of the address answers: no page there, or which, whether it may be opened, and why, on the overview,
/// nothing may be.
type Answered = Option<(Place, Verdict, Option<Denial>)>;

fn is_overview(place: &Place) -> bool {
    matches!(place, Place::Own { screen, .. } if screen.name == "overview")
}

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
            // Only the overview is another page as long as nothing may be opened. The page of the steps follows what is left
            // by itself, and is not built anew for it.
            let why = if is_overview(&place) {
                known.access.why_nothing()
            } else {
                None
            };
            let nothing = why.map(|why| match why {
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
            return later(wait, Page::Room(Room::NotFound));
        };
        let page = match (verdict, nothing) {
            (Verdict::Pending, _) => return wait(),
            (Verdict::Allowed, Some(Denial::Onboarding(_))) => Some(Page::Onboarding(Onboarding::Own)),
            // To whom nothing at all is open, it is said why, wherever they are: nothing is missing for this page alone.
            (Verdict::Denied(denial @ (Denial::NotStarted(_) | Denial::Ended(_) | Denial::Suspended)), _)
            | (Verdict::Allowed, Some(denial)) => Some(Page::Room(Room::NoAccessYet(denial))),
            (Verdict::Denied(denial), _) => Some(Page::Room(Room::NoAccess(place.rule().clone(), denial))),
            (Verdict::Allowed, None) => Page::of(place),
        };
        match page {
            Some(page) => later(wait, page),
            None => view! { <StaffPage /> }.into_any(),
        }
    })
}

/// What stands where the page is not known yet, or is on its way.
fn wait() -> AnyView {
    view! { <PageSkeleton /> }.into_any()
}
