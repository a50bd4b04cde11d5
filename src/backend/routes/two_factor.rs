//! `/profile/two-factor`: one's own second factor.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::problem::FieldCode;
use latchkey_contract::two_factor::{PasswordProof, RecoveryCodes, TwoFactor, TwoFactorCode, TwoFactorSetUp};
use latchkey_permissions::Status;

use super::session::set_cookie;
use super::{Answered, json};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::confirm;
use crate::auth::extract::SignedIn;
use crate::auth::fresh::Fresh;
use crate::auth::password_rules::shortest;
use crate::auth::presented::Carrier;
use crate::auth::throttle::succeeded;
use crate::auth::token::Token;
use crate::auth::{confirm::admitted, second_factor};
use crate::body::Body;
use crate::onboarding::{self, Settled};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::onboarding as kept;
use crate::store::{Db, accounts, second_factors, sessions, shop};

pub(super) async fn get(person: SignedIn, State(state): State<AppState>) -> Answered {
    let mut tx = state.store.read().await?;
    let chosen = onboarding::chosen(&mut tx).await?;
    let two_factor = TwoFactor {
        active: person.account.two_factor,
        required: chosen.needs_factor(&mut tx, &state.catalogue, &person.account).await?,
        recovery_codes_left: second_factors::codes_left(&mut tx, person.account.id.as_str()).await?,
    };
    json(StatusCode::OK, &two_factor)
}

pub(super) async fn start(
    person: SignedIn,
    State(state): State<AppState>,
    Body { value: proof, .. }: Body<PasswordProof>,
) -> Answered {
    let (mut tx, account) = confirm::begin(&person, &state, proof.current).await?;
    if account.two_factor {
        return Err(Refusal::state("A second factor is set up already. Turn it off first."));
    }
    let secret = second_factor::new_secret();
    second_factors::start(&mut tx, account.id.as_str(), &secret).await?;
    let uri = second_factor::uri(&secret, &shop::get(&mut tx).await?.name, &account);
    let qr = second_factor::qr(&uri)?;
    tx.commit().await?;
    json(StatusCode::OK, &TwoFactorSetUp { secret, uri, qr })
}

pub(super) async fn confirm(
    person: Fresh<SignedIn>,
    State(state): State<AppState>,
    Body { value: proof, .. }: Body<TwoFactorCode>,
) -> Answered {
    let id = person.account.id.as_str();
    let subjects = admitted(&person, &state).await?;
    let mut tx = person.begin(&state).await?;
    let mut account = accounts::by_id(&mut tx, id).await?.ok_or_else(Refusal::not_found)?;
    let factor = second_factors::find(&mut tx, id).await?;
    let Some(factor) = factor.filter(|factor| !factor.confirmed) else {
        succeeded(&mut tx, &subjects).await?;
        tx.commit().await?;
        return Err(Refusal::state("No second factor is being set up."));
    };
    if !second_factor::take(&mut tx, &account, &factor, &proof.code, person.now).await? {
        return Err(Refusal::member(
            "/code",
            FieldCode::Mismatch,
            "This is not the code of now.",
        ));
    }
    succeeded(&mut tx, &subjects).await?;
    let recovery_codes = second_factor::renew_codes(&mut tx, &account).await?;
    account.two_factor = true;
    accounts::save(&mut tx, &mut account).await?;
    let (sessions, token) = alone(&mut tx, &state, &person).await?;
    let who = Who::from(&account);
    tx.note(Happening::TwoFactorOn {
        who: who.clone(),
        sessions,
    });
    match onboarding::settle(&mut tx, &state.catalogue, &mut account, person.now).await? {
        Settled::Finished => tx.note(Happening::OnboardingFinished(who)),
        // Whatever step comes next, it is waited for from now on.
        Settled::Same if account.status == Status::Onboarding => kept::wait(&mut tx, id, person.now).await?,
        Settled::Same | Settled::AskedAgain => {}
    }
    let mut response = json(StatusCode::OK, &RecoveryCodes { recovery_codes })?;
    if let Some(token) = token {
        set_cookie(&mut response, &state.cookie.set(&token))?;
    }
    tx.commit().await?;
    tracing::info!(account = id, "a second factor was turned on");
    Ok(response)
}

pub(super) async fn remove(
    person: Fresh<SignedIn>,
    State(state): State<AppState>,
    Body { value: proof, .. }: Body<PasswordProof>,
) -> Answered {
    let long_enough = proof.current.chars().count() >= shortest(false);
    let (mut tx, mut account) = confirm::begin(&person, &state, proof.current).await?;
    let chosen = onboarding::chosen(&mut tx).await?;
    if account.two_factor && chosen.needs_factor(&mut tx, &state.catalogue, &account).await? {
        tx.commit().await?;
        return Err(Refusal::state(
            "The owner of the store requires a second factor of you.",
        ));
    }
    if account.two_factor && !long_enough {
        tx.commit().await?;
        return Err(Refusal::member(
            "/current",
            FieldCode::TooShort,
            "This password is too short to be all that is asked for. Change it for a longer one first.",
        ));
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    second_factors::remove(&mut tx, account.id.as_str()).await?;
    if account.two_factor {
        account.two_factor = false;
        accounts::save(&mut tx, &mut account).await?;
        let (sessions, token) = alone(&mut tx, &state, &person).await?;
        tx.note(Happening::TwoFactorOff {
            who: Who::from(&account),
            sessions,
        });
        if let Some(token) = token {
            set_cookie(&mut response, &state.cookie.set(&token))?;
        }
    }
    tx.commit().await?;
    tracing::info!(account = %account.id, "a second factor was turned off");
    Ok(response)
}

pub(super) async fn renew(
    person: Fresh<SignedIn>,
    State(state): State<AppState>,
    Body { value: proof, .. }: Body<PasswordProof>,
) -> Answered {
    let (mut tx, account) = confirm::begin(&person, &state, proof.current).await?;
    if !account.two_factor {
        return Err(Refusal::state(
            "Recovery codes go with a second factor; set one up first.",
        ));
    }
    let recovery_codes = second_factor::renew_codes(&mut tx, &account).await?;
    tx.note(Happening::RecoveryCodesMade(Who::from(&account)));
    tx.commit().await?;
    json(StatusCode::OK, &RecoveryCodes { recovery_codes })
}

/// Ends the person's other sessions, and gives this one a new token where a cookie carries it.
async fn alone(db: &mut Db, state: &AppState, person: &SignedIn) -> Result<(u64, Option<Token>), Refusal> {
    let session = &person.session.id;
    let ended = sessions::end_others(db, person.account.id.as_str(), session, state.at(person.now)).await?;
    if person.carrier != Carrier::Cookie {
        return Ok((ended, None));
    }
    let token = Token::new();
    sessions::renew(db, session, &token.hash()).await?;
    Ok((ended, Some(token)))
}
