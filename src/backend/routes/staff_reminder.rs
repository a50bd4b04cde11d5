//! `/staff/{id}/reminder`: reminds somebody of the steps that are left, by mail, at most once a day.

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::letter::LetterKind;
use latchkey_contract::onboarding::REMINDER_PAUSE_MS;
use latchkey_permissions::Status;

use super::staff_member::staff_account;
use super::{Answered, Segment, tagged};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::proof::Owner;
use crate::mail::{self, Notice, Outgoing, Recipient};
use crate::onboarding;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::{members, onboarding as kept};

pub(super) async fn post(owner: Owner, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let me = owner.person();
    let mut tx = me.begin(&state).await?;
    let account = staff_account(&mut tx, &id).await?;
    if account.status != Status::Onboarding {
        return Err(Refusal::state("There are no steps left for this person."));
    }
    let waits = kept::waits(&mut tx, std::slice::from_ref(&account)).await?;
    let reminded = waits.get(&id).and_then(|(_, reminded)| *reminded);
    if let Some(reminded) = reminded.filter(|at| me.now.millis() - at.millis() < REMINDER_PAUSE_MS) {
        return Err(Refusal::state(format!(
            "A reminder was sent at {reminded}. Wait for a day before the next."
        )));
    }
    kept::remind(&mut tx, &id, me.now).await?;
    let left = onboarding::left(&mut tx, &state.catalogue, &account).await?;
    // Nobody has said yet which language the person reads; the owner's is the best guess.
    let language = account
        .language
        .as_deref()
        .or(me.account.language.as_deref())
        .unwrap_or("en");
    let head = state.stationery.letterhead(&mut tx).await?;
    let to = Recipient {
        email: &account.email,
        name: &account.name,
    };
    let steps = mail::steps(left.iter(), language);
    let mail = Notice {
        kind: "reminder",
        link: &state.link("/onboarding"),
        values: &[("owner", me.account.name.as_str()), ("steps", steps.as_str())],
        language,
    };
    let written = mail::notice(&head, to, mail);
    tx.post(Outgoing::new(LetterKind::Reminder, &account.email, written).for_staff(&account.id));
    tx.note(Happening::Reminded(Who::from(&account)));
    let member = members::one(&mut tx, &state.catalogue, account).await?;
    tx.commit().await?;
    tagged(StatusCode::OK, &member.version, &member)
}
