//! What a member of staff holds at one moment, roles by name.

use latchkey_contract::periods::{Period, Periods};
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{Catalogue, PermissionId, Time};

use super::who::RoleName;
use crate::store::{Db, roles};

/// What a member of staff holds and is called, at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Holds {
    pub(crate) name: String,
    /// Those given directly.
    pub(crate) permissions: Vec<PermissionId>,
    pub(crate) roles: Vec<RoleName>,
    pub(crate) starts: Option<Time>,
    pub(crate) ends: Option<Time>,
    /// Whether a second factor is required by name.
    pub(crate) two_factor_required: bool,
    /// Dates of single roles and permissions.
    pub(crate) periods: Periods,
}

impl Holds {
    /// What this person holds now.
    pub(crate) async fn now(db: &mut Db, catalogue: &Catalogue, member: &StaffMember) -> sqlx::Result<Self> {
        let held = if member.roles.is_empty() {
            Vec::new()
        } else {
            let all = roles::list(db, catalogue).await?;
            let held = all.iter().filter(|role| member.roles.contains(&role.id));
            held.map(RoleName::from).collect()
        };
        Ok(Self {
            name: member.name.clone(),
            permissions: member.permissions.clone(),
            roles: held,
            starts: member.starts,
            ends: member.ends,
            two_factor_required: member.two_factor_required,
            periods: member.periods.clone(),
        })
    }

    /// The dates of single roles and permissions, each as its id and an interval of ISO 8601, open sides as `..`.
    pub(crate) fn dates(&self) -> String {
        let permissions = self
            .periods
            .permissions
            .iter()
            .map(|(id, period)| (id.as_str(), period));
        let roles = self.periods.roles.iter().map(|(id, period)| (id.as_str(), period));
        let dates: Vec<_> = permissions
            .chain(roles)
            .map(|(id, period)| dated(id, *period))
            .collect();
        dates.join(", ")
    }
}

fn dated(id: &str, Period { starts, ends }: Period) -> String {
    let side = |moment: Option<Time>| moment.map_or_else(|| "..".to_owned(), |moment| moment.to_string());
    format!("{id} {}/{}", side(starts), side(ends))
}
