//! What a member of staff holds at one moment, roles by name.

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
        })
    }
}
