//! `/session/proof`: proving once more that it is oneself, and whether that is needed. The session gets another token by it
//! (ASVS 7.2.4), so that a token that was taken before is worth nothing afterwards.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::proof::{ProofAgain, Proven};

use super::session::{second_step, set_cookie};
use super::{Answered, json};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::confirm;
use crate::auth::extract::SignedIn;
use crate::auth::fresh::{Fresh, until};
use crate::auth::presented::Carrier;
use crate::auth::second_factor::Given;
use crate::auth::throttle::succeeded;
use crate::auth::token::Token;
use crate::body::Body;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::sessions;

/// Answers whoever would get through; everybody else is refused as anywhere.
pub(super) async fn get(_: Fresh<SignedIn>) -> Answered {
    Ok(StatusCode::NO_CONTENT.into_response())
}

pub(super) async fn post(
    person: SignedIn,
    State(state): State<AppState>,
    Body { value: proof, .. }: Body<ProofAgain>,
) -> Answered {
    let (mut tx, account, subjects) = confirm::begin_undecided(&person, &state, proof.current).await?;
    let used = match second_step(&mut tx, &account, proof.otp.as_deref(), &subjects, person.now).await {
        Ok(used) => used,
        Err(refusal) => {
            if proof.otp.is_some() {
                tx.note(Happening::PasswordRefused(Who::from(&account)));
            }
            tx.commit().await?;
            return Err(refusal);
        }
    };
    succeeded(&mut tx, &subjects).await?;
    let token = Token::new();
    sessions::prove(&mut tx, &person.session.id, person.now).await?;
    sessions::renew_softly(&mut tx, &person.session.id, &token.hash(), person.now).await?;
    tx.note(Happening::ProvenAgain(Who::from(&account)));
    if used == Some(Given::Recovery) {
        tx.note(Happening::RecoveryCodeUsed(Who::from(&account)));
    }
    tx.commit().await?;
    answer(&person, &state, &token)
}

/// The token goes back the way the old one came.
fn answer(person: &SignedIn, state: &AppState, token: &Token) -> Result<axum::response::Response, Refusal> {
    let by_cookie = person.carrier == Carrier::Cookie;
    let proven = Proven {
        until: until(person.now, state),
        token: (!by_cookie).then(|| token.reveal().to_owned()),
    };
    let mut response = json(StatusCode::OK, &proven)?;
    if by_cookie {
        set_cookie(&mut response, &state.cookie.set(token))?;
    }
    Ok(response)
}
