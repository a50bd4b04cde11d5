//! `/staff/onboarding`: which steps come before access, and the security basics. A new text is a new version; the owner
//! says whether it is for newcomers or for everybody.

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::limits::BASICS_MAX;
use latchkey_contract::onboarding::{OPTIONAL_STEPS, OnboardingDraft};
use latchkey_contract::problem::FieldCode;
use latchkey_permissions::{OnboardingStep, Status, Text, Time};

use super::{Answered, tagged};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::proof::Owner;
use crate::body::Body;
use crate::onboarding::{self, Settled};
use crate::precondition::IfMatch;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::Db;
use crate::store::onboarding::{self as kept, Chosen};
use crate::validate::Faults;

pub(super) async fn get(_: Owner, State(state): State<AppState>) -> Answered {
    let mut tx = state.store.read().await?;
    let settings = onboarding::chosen(&mut tx).await?.settings();
    tagged(StatusCode::OK, &settings.version, &settings)
}

/// Changes it. A save that changes nothing is no change: the version stays.
pub(super) async fn put(
    owner: Owner,
    State(state): State<AppState>,
    seen: IfMatch,
    Body { value: draft, .. }: Body<OnboardingDraft>,
) -> Answered {
    let me = owner.person();
    let mut tx = me.begin(&state).await?;
    let before = onboarding::chosen(&mut tx).await?;
    let current = before.settings();
    seen.check(&current.version, &current)?;
    let after = checked(&before, &draft)?;
    let mut settings = after.settings();
    settings.asked_again = Some(0);
    if after == before {
        return tagged(StatusCode::OK, &settings.version, &settings);
    }
    kept::choose(&mut tx, &after).await?;
    let moved = follow(&mut tx, &state, &before, &after, me.now).await?;
    settings.asked_again = Some(moved.asked_again.len() as u64);
    tx.note(Happening::OnboardingChanged {
        before: Box::new(before),
        after: Box::new(after),
        asked_again: moved.asked_again,
        underway: moved.underway,
    });
    tx.note_all(moved.finished.into_iter().map(Happening::OnboardingFinished));
    tx.commit().await?;
    tagged(StatusCode::OK, &settings.version, &settings)
}

/// What is chosen from now on.
fn checked(before: &Chosen, draft: &OnboardingDraft) -> Result<Chosen, Refusal> {
    let mut faults = Faults::default();
    for (n, step) in draft.steps.iter().enumerate() {
        if !OPTIONAL_STEPS.contains(step) {
            let detail = "This step cannot be chosen here.";
            faults.note(format!("/steps/{n}"), FieldCode::UnknownValue, detail);
        }
    }
    let steps: Vec<_> = OPTIONAL_STEPS
        .into_iter()
        .filter(|step| draft.steps.contains(step))
        .collect();
    let mut basics = Text::default();
    for (language, text) in &draft.basics.0 {
        let pointer = format!("/basics/{language}");
        faults.language(&pointer, language);
        let text = faults.text(&pointer, text, BASICS_MAX);
        if !text.is_empty() {
            basics.0.insert(language.clone(), text);
        }
    }
    let is_asked = steps.contains(&OnboardingStep::SecurityBasics);
    if is_asked && !basics.has_english() {
        let detail = "Write the text at least in English.";
        faults.note("/basics/en", FieldCode::Required, detail);
    }
    if draft.ask_everybody && !is_asked {
        let detail = "Nobody can be asked for what is no step.";
        faults.note("/askEverybody", FieldCode::UnknownValue, detail);
    }
    faults.none()?;
    let basics_version = before.basics_version + u64::from(basics != before.basics);
    let mut after = Chosen {
        steps,
        basics,
        basics_version,
        basics_needed: if draft.ask_everybody {
            basics_version
        } else {
            before.basics_needed
        },
        two_factor: draft.two_factor_policy,
        version: before.version,
    };
    if after != *before {
        after.version += 1;
    }
    Ok(after)
}

/// Whose standing is another now.
#[derive(Default)]
struct Moved {
    /// They had access and have a step to take first.
    asked_again: Vec<Who>,
    /// Nothing is left for them.
    finished: Vec<Who>,
    /// They are still on their way.
    underway: Vec<Who>,
}

/// Brings everybody to where they stand by what is chosen now.
async fn follow(db: &mut Db, state: &AppState, before: &Chosen, after: &Chosen, now: Time) -> Result<Moved, Refusal> {
    let catalogue = &state.catalogue;
    let mut moved = Moved::default();
    for mut account in onboarding::concerned(db).await? {
        let was_underway = account.status == Status::Onboarding;
        match onboarding::settle(db, catalogue, &mut account, now).await? {
            Settled::AskedAgain => moved.asked_again.push(Who::from(&account)),
            Settled::Finished => moved.finished.push(Who::from(&account)),
            Settled::Same if was_underway => {
                let stood = onboarding::left_by(db, catalogue, before, &account)
                    .await?
                    .iter()
                    .next();
                if stood != onboarding::left_by(db, catalogue, after, &account).await?.iter().next() {
                    kept::wait(db, account.id.as_str(), now).await?;
                }
                moved.underway.push(Who::from(&account));
            }
            Settled::Same => {}
        }
    }
    Ok(moved)
}
