//! `/onboarding`: one's own steps before access, and taking them.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use latchkey_contract::onboarding::{BasicsAcceptance, OwnOnboarding, OwnStep};
use latchkey_permissions::{Access, OnboardingStep, Status};

use super::{Answered, json};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::extract::{SignedIn, person as standing};
use crate::body::Body;
use crate::onboarding::{self, Settled};
use crate::problem::Refusal;
use crate::resources::output::Viewer;
use crate::state::AppState;
use crate::store::Db;
use crate::store::accounts::{self, Account};
use crate::store::onboarding as kept;

pub(super) async fn get(person: SignedIn, State(state): State<AppState>) -> Answered {
    let mut tx = state.store.read().await?;
    shown(&mut tx, &state, &person.account, &person).await
}

/// Accepts the security basics, as they are now and as they were read.
pub(super) async fn accept(
    person: SignedIn,
    State(state): State<AppState>,
    Body { value: accepted, .. }: Body<BasicsAcceptance>,
) -> Answered {
    take(person, state, OnboardingStep::SecurityBasics, accepted.basics_version).await
}

/// Ends the guided tour.
pub(super) async fn finish_tour(person: SignedIn, State(state): State<AppState>) -> Answered {
    take(person, state, OnboardingStep::GuidedTour, 0).await
}

/// Takes a step, once those before it are done. A step that is done stays done, and one that nobody asks for is left.
async fn take(person: SignedIn, state: AppState, step: OnboardingStep, version: u64) -> Answered {
    let mut tx = person.begin(&state).await?;
    // As it is now: the owner may have changed something since the request came in.
    let account = accounts::by_id(&mut tx, person.account.id.as_str()).await?;
    let mut account = account.ok_or_else(Refusal::not_found)?;
    let chosen = onboarding::chosen(&mut tx).await?;
    if step == OnboardingStep::SecurityBasics && version != chosen.basics_version {
        return Err(Refusal::state(
            "The text has changed since it was read. Read it as it is now.",
        ));
    }
    let left = onboarding::left(&mut tx, &state.catalogue, &account).await?;
    if left.contains(step) {
        if left.iter().next() != Some(step) {
            return Err(Refusal::state("Another step comes first."));
        }
        let id = account.id.clone();
        kept::take(&mut tx, id.as_str(), step, version, person.now).await?;
        kept::wait(&mut tx, id.as_str(), person.now).await?;
        let who = Who::from(&account);
        tx.note(Happening::OnboardingStepDone { who: who.clone(), step });
        if onboarding::settle(&mut tx, &state.catalogue, &mut account, person.now).await? == Settled::Finished {
            tx.note(Happening::OnboardingFinished(who));
        }
    }
    let answer = shown(&mut tx, &state, &account, &person).await?;
    tx.commit().await?;
    Ok(answer)
}

/// The steps, and what there will be once they are taken.
async fn shown(db: &mut Db, state: &AppState, account: &Account, person: &SignedIn) -> Result<Response, Refusal> {
    let chosen = onboarding::chosen(db).await?;
    let left = onboarding::left(db, &state.catalogue, account).await?;
    let asked = chosen.asked(db, &state.catalogue, account).await?;
    let asks_basics = asked.contains(&OnboardingStep::SecurityBasics);
    let steps = if account.owner {
        Vec::new()
    } else {
        let step = |step| OwnStep {
            step,
            done: !left.contains(step),
        };
        asked.into_iter().map(step).collect()
    };
    // What the person holds today, whatever keeps it closed.
    let mut standing = standing(db, state, account).await?;
    if let latchkey_permissions::Person::Staff(staff) = &mut standing {
        staff.status = Status::Active;
        staff.window = latchkey_permissions::Window::ALWAYS;
    }
    let access = standing.access(&state.catalogue, person.now);
    let viewer = Viewer {
        access: &access,
        catalogue: &state.catalogue,
        registry: &state.registry,
    };
    let permissions = match access {
        Access::Granted(held) => state.catalogue.ids(held),
        Access::Owner | Access::SignedOut | Access::Barred(_) => Vec::new(),
    };
    let visible = state.registry.all().filter(|model| viewer.may_view(model));
    json(
        StatusCode::OK,
        &OwnOnboarding {
            steps,
            basics: asks_basics.then(|| chosen.basics()),
            permissions,
            resources: visible.map(|model| model.resource.brief()).collect(),
        },
    )
}
