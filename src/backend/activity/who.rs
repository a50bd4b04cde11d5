//! Who and what an entry is about: ids, and the names that they had at the time. Names are kept since accounts, roles
//! and records are renamed and go, and what they did or what was done to them stays.

use std::net::IpAddr;

use latchkey_contract::activity::Person;
use latchkey_contract::id::{AccountId, RecordId, ResourceId, RoleId};
use latchkey_contract::role::Role;
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::Text;

use crate::resources::model::Model;
use crate::resources::records::Stored;
use crate::store::accounts::Account;

/// A person, as called at the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Who {
    pub(crate) id: AccountId,
    /// The name; the e-mail address of whoever has none yet.
    pub(crate) name: String,
}

impl Who {
    /// As it is told.
    pub(crate) fn told(&self) -> Person {
        Person {
            id: self.id.clone(),
            name: self.name.clone(),
        }
    }

    fn called(id: &AccountId, name: &str, email: &str) -> Self {
        Self {
            id: id.clone(),
            name: if name.is_empty() { email } else { name }.to_owned(),
        }
    }
}

impl From<&Account> for Who {
    fn from(account: &Account) -> Self {
        Self::called(&account.id, &account.name, &account.email)
    }
}

impl From<&StaffMember> for Who {
    fn from(member: &StaffMember) -> Self {
        Self::called(&member.id, &member.name, &member.email)
    }
}

/// A role, as called at the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RoleName {
    pub(crate) id: RoleId,
    pub(crate) name: Text,
}

impl From<&Role> for RoleName {
    fn from(role: &Role) -> Self {
        Self {
            id: role.id.clone(),
            name: role.name.clone(),
        }
    }
}

/// A record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct What {
    pub(crate) resource: ResourceId,
    pub(crate) record: RecordId,
    /// What it is called.
    pub(crate) name: String,
}

impl What {
    /// This record.
    pub(crate) fn of(model: &Model, record: &Stored) -> Self {
        Self {
            resource: model.resource.id.clone(),
            record: record.id.clone(),
            name: model.name_of(&record.fields),
        }
    }
}

/// Where something was done from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Whence {
    /// Browser and system, as far as they tell.
    pub(crate) device: String,
    /// The network address; none where the request came through no network.
    pub(crate) peer: Option<IpAddr>,
}
