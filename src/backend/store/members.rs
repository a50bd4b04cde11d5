//! Accounts as the owner sees them: with what each holds and the invitation that is open.

use std::collections::HashMap;

use latchkey_contract::id::{RoleId, Version};
use latchkey_contract::letter::InvitationLetter;
use latchkey_contract::onboarding::StaffOnboarding;
use latchkey_contract::periods::{Period, Periods};
use latchkey_contract::staff::{OpenInvitation, StaffMember};
use latchkey_permissions::{Catalogue, PermissionId, Status, Time};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row, query};

use super::accounts::Account;
use super::grants::{pairs, window};
use super::onboarding::waits;
use super::{Db, letters, placeholders};
use crate::onboarding::left;

/// One account as the owner sees it.
pub(crate) async fn one(db: &mut Db, catalogue: &Catalogue, account: Account) -> sqlx::Result<StaffMember> {
    let mut members = all(db, catalogue, vec![account]).await?;
    members.pop().ok_or(sqlx::Error::RowNotFound)
}

/// Accounts as the owner sees them, in the same order; seven questions to the database, however many they are.
pub(crate) async fn all(db: &mut Db, catalogue: &Catalogue, accounts: Vec<Account>) -> sqlx::Result<Vec<StaffMember>> {
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    let list = placeholders(1, accounts.len());
    let mut permissions = grouped(
        db,
        &accounts,
        format!("SELECT account, permission FROM account_permissions WHERE account IN ({list})"),
    )
    .await?;
    let mut roles = grouped(
        db,
        &accounts,
        format!(
            "SELECT h.account, h.role FROM account_roles h JOIN roles r ON r.id = h.role \
             WHERE h.account IN ({list}) ORDER BY r.position, r.id"
        ),
    )
    .await?;
    let mut periods = periods(db, &accounts, &list).await?;
    let mut invitations = open_invitations(db, &accounts, &list).await?;
    let requests = open_requests(db, &accounts, &list).await?;
    let mut onboarding = onboarding(db, catalogue, &accounts).await?;

    Ok(accounts
        .into_iter()
        .map(|account| {
            let id = account.id.as_str();
            let direct = catalogue.set(permissions.remove(id).unwrap_or_default());
            if !direct.unknown.is_empty() {
                tracing::warn!(account = %account.id, unknown = ?direct.unknown, "a grant names what the catalogue does not know");
            }
            let permissions = catalogue.ids(catalogue.with_required(direct.known));
            let roles: Vec<_> = roles.remove(id).unwrap_or_default().into_iter().map(RoleId).collect();
            StaffMember {
                periods: periods.remove(id).unwrap_or_default().kept(&permissions, &roles),
                permissions,
                roles,
                invitation: match account.status {
                    Status::Invited => invitations.remove(id),
                    _ => None,
                },
                invitation_requested: requests.get(id).copied(),
                onboarding: onboarding.remove(id),
                id: account.id,
                name: account.name,
                email: account.email,
                status: account.status,
                last_seen: account.last_seen,
                two_factor: account.two_factor,
                two_factor_required: account.two_factor_required,
                starts: account.window.starts,
                ends: account.window.ends,
                version: Version(account.version.to_string()),
            }
        })
        .collect())
}

async fn grouped(db: &mut Db, accounts: &[Account], sql: String) -> sqlx::Result<HashMap<String, Vec<String>>> {
    let mut groups: HashMap<String, Vec<String>> = HashMap::new();
    for (account, value) in pairs(&rows(db, accounts, sql).await?)? {
        groups.entry(account).or_default().push(value);
    }
    Ok(groups)
}

/// The dates of single roles and permissions.
async fn periods(db: &mut Db, accounts: &[Account], list: &str) -> sqlx::Result<HashMap<String, Periods>> {
    let mut groups: HashMap<String, Periods> = HashMap::new();
    for (table, column) in [("account_permissions", "permission"), ("account_roles", "role")] {
        let dated = format!(
            "SELECT account, {column}, starts, ends FROM {table} \
             WHERE (starts IS NOT NULL OR ends IS NOT NULL) AND account IN ({list})"
        );
        for row in rows(db, accounts, dated).await? {
            let (account, id): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            let (of, period) = (groups.entry(account).or_default(), Period::from(window(&row)?));
            if column == "role" {
                of.roles.insert(RoleId(id), period);
            } else {
                of.permissions.insert(PermissionId::from(id), period);
            }
        }
    }
    Ok(groups)
}

/// When each asked for a new invitation, where that is open.
async fn open_requests(db: &mut Db, accounts: &[Account], list: &str) -> sqlx::Result<HashMap<String, Time>> {
    let open = format!("SELECT account, asked FROM invitation_requests WHERE closed IS NULL AND account IN ({list})");
    rows(db, accounts, open)
        .await?
        .iter()
        .map(|row| Ok((row.try_get(0)?, Time::from_millis(row.try_get(1)?))))
        .collect()
}

/// How far those are who are onboarding; as few as they mostly are, each is asked about.
async fn onboarding(
    db: &mut Db,
    catalogue: &Catalogue,
    accounts: &[Account],
) -> sqlx::Result<HashMap<String, StaffOnboarding>> {
    let underway = accounts.iter().filter(|account| account.status == Status::Onboarding);
    let underway: Vec<_> = underway.cloned().collect();
    let mut far = HashMap::new();
    if underway.is_empty() {
        return Ok(far);
    }
    let waits = waits(db, &underway).await?;
    for account in underway {
        let Some((since, reminded)) = waits.get(account.id.as_str()) else {
            continue;
        };
        let steps = left(db, catalogue, &account).await?.iter().collect();
        far.insert(
            account.id.0,
            StaffOnboarding {
                steps,
                since: *since,
                reminded: *reminded,
            },
        );
    }
    Ok(far)
}

/// The open invitations, each with how it stands with its letter.
async fn open_invitations(
    db: &mut Db,
    accounts: &[Account],
    list: &str,
) -> sqlx::Result<HashMap<String, OpenInvitation>> {
    let open = format!(
        "SELECT i.account, i.expires, l.state, l.trouble, l.said \
         FROM invitations i LEFT JOIN letters l ON l.invitation = i.id \
         WHERE i.state = 'open' AND i.account IN ({list})"
    );
    let invitation = |row: &AnyRow| {
        let letter = match letters::state(row)? {
            None => None,
            Some(state) => Some(InvitationLetter {
                state,
                trouble: letters::trouble(row)?,
            }),
        };
        let expires = Time::from_millis(row.try_get(1)?);
        Ok((row.try_get(0)?, OpenInvitation { expires, letter }))
    };
    rows(db, accounts, open).await?.iter().map(invitation).collect()
}

/// What is found by a question that names these accounts, and nothing else, in its places.
async fn rows(db: &mut Db, accounts: &[Account], sql: String) -> sqlx::Result<Vec<AnyRow>> {
    let mut asked = query(AssertSqlSafe(sql));
    for account in accounts {
        asked = asked.bind(account.id.as_str());
    }
    asked.fetch_all(db).await
}
