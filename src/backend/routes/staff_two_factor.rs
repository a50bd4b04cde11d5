//! `/staff/{id}/two-factor`: takes away the second factor of somebody who has lost it. Both are told.

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::letter::LetterKind;

use super::staff_member::staff_account;
use super::{Answered, Segment, tagged};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::mail::{self, Outgoing, Recipient, SecondFactorMail};
use crate::onboarding;
use crate::state::AppState;
use crate::store::{accounts, members, second_factors, sessions};

pub(super) async fn delete(owner: Fresh<Owner>, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let person = owner.person();
    let mut tx = person.begin(&state).await?;
    let mut account = staff_account(&mut tx, &id).await?;
    second_factors::remove(&mut tx, &id).await?;
    if account.two_factor {
        account.two_factor = false;
        accounts::save(&mut tx, &mut account).await?;
        sessions::end_all(&mut tx, &id, state.at(person.now)).await?;
        tx.note(Happening::TwoFactorReset(Who::from(&account)));
        onboarding::settle(&mut tx, &state.catalogue, &mut account, person.now).await?;
        let head = state.stationery.letterhead(&mut tx).await?;
        for to in [&account, &person.account] {
            let recipient = Recipient {
                email: &to.email,
                name: &to.name,
            };
            let mail = SecondFactorMail {
                name: &account.name,
                owner_name: &person.account.name,
                own: to.id == account.id,
                language: to.language.as_deref().unwrap_or("en"),
            };
            let written = mail::second_factor(&head, recipient, mail);
            tx.post(Outgoing::new(LetterKind::SecondFactor, &to.email, written).for_staff(&to.id));
        }
    }
    let member = members::one(&mut tx, &state.catalogue, account).await?;
    tx.commit().await?;
    tracing::info!(account = id, "a second factor was reset");
    tagged(StatusCode::OK, &member.version, &member)
}
