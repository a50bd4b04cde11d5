//! `/staff/{id}/two-factor`: takes away the second factor of somebody who has lost it. Both are told.

use axum::extract::State;
use axum::http::StatusCode;

use super::staff_member::staff_account;
use super::{Answered, Segment, tagged};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::inviting::deliver;
use crate::mail::{self, SecondFactorMail};
use crate::state::AppState;
use crate::store::{accounts, members, second_factors, sessions, shop};

pub(super) async fn delete(owner: Fresh<Owner>, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let person = owner.person();
    let mut tx = person.begin(&state).await?;
    let mut account = staff_account(&mut tx, &id).await?;
    second_factors::remove(&mut tx, &id).await?;
    let mut letters = Vec::new();
    if account.two_factor {
        account.two_factor = false;
        accounts::save(&mut tx, &mut account).await?;
        sessions::end_all(&mut tx, &id, state.at(person.now)).await?;
        tx.note(Happening::TwoFactorReset(Who::from(&account)));
        let store = shop::get(&mut tx).await?.name;
        for to in [&account, &person.account] {
            let letter = mail::second_factor(SecondFactorMail {
                store: &store,
                link: &state.public_url,
                to_email: &to.email,
                to_name: &to.name,
                name: &account.name,
                owner_name: &person.account.name,
                own: to.id == account.id,
                language: to.language.as_deref().unwrap_or("en"),
            });
            letters.push(letter.inspect_err(|error| {
                tracing::error!(account = %to.id, %error, "a letter could not be written");
            }));
        }
    }
    let member = members::one(&mut tx, &state.catalogue, account).await?;
    tx.commit().await?;
    for letter in letters {
        deliver(&state, letter.ok()).await;
    }
    tracing::info!(account = id, "a second factor was reset");
    tagged(StatusCode::OK, &member.version, &member)
}
