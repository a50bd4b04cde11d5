//! `/staff`: the list of staff, and inviting somebody.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use latchkey_contract::limits::REASON_MAX;
use latchkey_contract::problem::{FieldCode, ProblemCode};
use latchkey_contract::staff::{Invited, NewStaffMember, StaffPage};
use latchkey_permissions::{Status, Transition, Window};

use super::staff_query::StaffQuery;
use super::{Answered, json};
use crate::activity::happening::Happening;
use crate::activity::holds::Holds;
use crate::activity::who::Who;
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::billing;
use crate::body::Body;
use crate::idempotency::{Answer, IdempotencyKey, Once};
use crate::inviting::{self, Letter};
use crate::problem::{Refusal, field};
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::{Db, grants, members, roles, staff_list};
use crate::validate::Faults;

pub(super) async fn list(_: Owner, State(state): State<AppState>, query: StaffQuery) -> Answered {
    let mut tx = state.store.read().await?;
    if let Some(role) = &query.wanted.role
        && roles::by_id(&mut tx, &state.catalogue, role).await?.is_none()
    {
        return Err(Refusal::member(
            "/role",
            FieldCode::UnknownValue,
            "There is no such role.",
        ));
    }
    let found = staff_list::find(&mut tx, &query.wanted).await?;
    let page = StaffPage {
        items: members::all(&mut tx, &state.catalogue, found.accounts).await?,
        next: found.next.map(|after| query.cursor(after)).transpose()?,
        total: found.total,
        counts: staff_list::counts(&mut tx).await?,
    };
    json(StatusCode::OK, &page)
}

/// Invites somebody. Whoever was here before comes back under the same record; whoever is here cannot be invited again.
pub(super) async fn invite(
    owner: Fresh<Owner>,
    State(state): State<AppState>,
    key: IdempotencyKey,
    Body { value: new, hash }: Body<NewStaffMember>,
) -> Answered {
    let me = owner.person();
    let once = Once::new(key, "inviteStaff", me.account.id.as_str(), hash, me.now);
    let mut tx = me.begin(&state).await?;
    if let Some(answer) = once.before(&mut tx).await? {
        return Ok(answer.into_response());
    }

    let mut faults = Faults::default();
    let email = faults.email("/email", &new.email);
    let name = faults.optional_name("/name", &new.name);
    let permissions = faults.permissions("/permissions", &new.permissions, &state.catalogue);
    let message = faults.message("/message", &new.message);
    let reason = faults.text("/reason", &new.reason, REASON_MAX);
    let window = Window {
        starts: new.starts,
        ends: new.ends,
    };
    faults.window("/ends", window);
    let roles = faults.roles("/roles", &new.roles, &roles::ids(&mut tx).await?);
    let permissions = state.catalogue.ids(permissions);
    let periods = faults.periods(&new.periods, &new.permissions, &permissions, &roles, &state.catalogue);
    faults.none()?;

    let account = match accounts::by_email(&mut tx, &email).await? {
        None => {
            let account = Account {
                window,
                two_factor_required: new.two_factor_required,
                ..Account::new(email, name, Status::Invited)
            };
            accounts::insert(&mut tx, &account, me.now).await?;
            account
        }
        Some(former) => {
            let back = Back {
                email,
                name,
                window,
                two_factor_required: new.two_factor_required,
            };
            welcome_back(&mut tx, former, back).await?
        }
    };
    billing::check_present_room(&mut tx).await?;
    let id = account.id.as_str();
    grants::set_direct(&mut tx, id, &permissions, &periods).await?;
    grants::set_roles(&mut tx, id, &roles, &periods).await?;
    let letter = Letter {
        from: &me.account,
        note: message,
    };
    let invitation = inviting::invite(&mut tx, &state, &account, letter, me.now).await?;
    let account = members::one(&mut tx, &state.catalogue, account).await?;
    let holds = Holds::now(&mut tx, &state.catalogue, &account).await?;
    tx.note(Happening::Invited {
        who: Who::from(&account),
        holds,
        reason,
    });
    let answer = Answer::json(
        StatusCode::CREATED,
        &Invited {
            account: account.clone(),
            invitation,
        },
    )?
    .header(&header::ETAG, account.version.etag())
    .header(&header::LOCATION, format!("{}/staff/{}", crate::BASE, account.id));
    let answer = once.keep(&mut tx, answer).await?;
    tx.commit().await?;
    tracing::info!(account = %account.id, "invited");
    Ok(answer.into_response())
}

/// How somebody who was here before is invited again.
struct Back {
    email: String,
    name: String,
    window: Window,
    two_factor_required: bool,
}

async fn welcome_back(db: &mut Db, former: Account, back: Back) -> Result<Account, Refusal> {
    let taken = || {
        let detail = "Another account has this e-mail address.";
        Refusal::new(ProblemCode::EmailTaken, detail).with_error(field("/email", FieldCode::Taken, detail))
    };
    if former.owner {
        return Err(taken());
    }
    let status = former.status.after(Transition::InviteAgain).map_err(|_| taken())?;
    let mut account = Account {
        email: back.email,
        name: if back.name.is_empty() { former.name } else { back.name },
        status,
        window: back.window,
        two_factor_required: back.two_factor_required,
        // What proved the person before proves nothing now.
        password_hash: None,
        two_factor: false,
        ended_reason: None,
        ..former
    };
    accounts::save(db, &mut account).await?;
    Ok(account)
}
