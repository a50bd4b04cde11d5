//! `/billing`: the plan, its limits and its invoices; changing the plan; the invoices as a file.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use latchkey_contract::billing::{Billing, BillingPatch};
use latchkey_contract::problem::FieldCode;

use super::{Answered, tagged};
use crate::activity::happening::Happening;
use crate::auth::extract::SignedIn;
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::billing;
use crate::body::Body;
use crate::precondition::IfMatch;
use crate::problem::Refusal;
use crate::reports::calendar::Day;
use crate::state::AppState;
use crate::store::subscription;

pub(super) async fn get(owner: Owner, State(state): State<AppState>) -> Answered {
    let found = settled(owner.person(), &state).await?;
    tagged(StatusCode::OK, &found.version, &found)
}

/// How things stand now: what is due is made out first. Most of the time nothing is, and nothing is written.
async fn settled(owner: &SignedIn, state: &AppState) -> Result<Billing, Refusal> {
    let mut tx = state.store.read().await?;
    if !billing::is_due(&subscription::get(&mut tx).await?, owner.now) {
        return billing::shown(&mut tx).await;
    }
    tx.rollback().await?;
    let mut tx = owner.begin(state).await?;
    if billing::settle(&mut tx, owner.now).await? {
        tracing::info!("made out what was due");
    }
    let found = billing::shown(&mut tx).await?;
    tx.commit().await?;
    Ok(found)
}

/// Puts the store on another plan. What was due before is made out at the old one.
pub(super) async fn patch(
    owner: Fresh<Owner>,
    State(state): State<AppState>,
    seen: IfMatch,
    Body { value: wanted, .. }: Body<BillingPatch>,
) -> Answered {
    let me = owner.person();
    let mut tx = me.begin(&state).await?;
    billing::settle(&mut tx, me.now).await?;
    let before = billing::shown(&mut tx).await?;
    seen.check(&before.version, &before)?;
    let plan = match &wanted.plan {
        Some(id) if *id != before.plan => billing::plan(id)
            .ok_or_else(|| Refusal::member("/plan", FieldCode::UnknownValue, "There is no such plan."))?,
        // A save that changes nothing is no change: the version stays.
        _ => return tagged(StatusCode::OK, &before.version, &before),
    };
    billing::check_room(&mut tx, plan).await?;
    subscription::set_plan(&mut tx, &plan.id).await?;
    let after = billing::shown(&mut tx).await?;
    tx.note(Happening::PlanChanged {
        before: billing::plan(&before.plan)
            .map(|plan| plan.name.clone())
            .unwrap_or_default(),
        after: plan.name.clone(),
    });
    tx.commit().await?;
    tracing::info!(before = %before.plan, after = %after.plan, "changed the plan");
    tagged(StatusCode::OK, &after.version, &after)
}

/// The invoices as a file. The names of plans are in the owner's language.
pub(super) async fn export(owner: Fresh<Owner>, State(state): State<AppState>) -> Answered {
    let me = owner.person();
    let found = settled(me, &state).await?;
    let language = me.account.language.as_deref().unwrap_or("en");
    let body = file(&found, language).map_err(|_| Refusal::internal())?;
    let mut tx = me.begin(&state).await?;
    tx.note(Happening::InvoicesExported {
        invoices: u64::try_from(found.invoices.len()).unwrap_or_default(),
    });
    tx.commit().await?;
    tracing::info!(account = %me.account.id, "exported the invoices");
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"invoices.csv\""),
    ];
    Ok((headers, body).into_response())
}

/// The oldest first, as books are kept. All of it is the backend's own, so that nothing in it can be a formula.
fn file(billing: &Billing, language: &str) -> Result<Vec<u8>, csv::Error> {
    let mut file = csv::Writer::from_writer(Vec::new());
    file.write_record(["number", "issued", "from", "to", "plan", "amount", "currency"])?;
    for invoice in billing.invoices.iter().rev() {
        file.write_record([
            &invoice.number.to_string(),
            &Day::of(invoice.issued).to_string(),
            &Day::of(invoice.starts).to_string(),
            &Day::of(invoice.ends).plus(-1).to_string(),
            invoice.plan.in_language(language),
            &invoice.amount.amount,
            &invoice.amount.currency,
        ])?;
    }
    file.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}
