//! What stands in the form, and what saving it would do. Pure: no page, no clock, no network; so it is tested natively.
//!
//! INVARIANT: `ticked` and `direct` are closed under `requires`, because they only change through the catalogue's ticking;
//! what is ticked is given directly or by a chosen role; and what is given directly is ticked.

use latchkey_contract::id::RoleId;
use latchkey_contract::patch::Patch;
use latchkey_contract::periods::Periods;
use latchkey_contract::staff::{NewStaffMember, StaffMember, StaffPatch};
use latchkey_permissions::{Change, PermissionId, PermissionSet, Time};

use super::book::Book;

/// The contents of the form.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Draft {
    /// The person's name.
    pub(crate) name: String,
    /// Everything that is ticked, whoever gives it.
    pub(crate) ticked: PermissionSet,
    /// What of it was given directly, whether or not a role gives it too.
    pub(crate) direct: PermissionSet,
    /// The roles that were chosen. What is ticked may have moved away from some of them since.
    pub(crate) roles: Vec<RoleId>,
    /// When access begins.
    pub(crate) starts: Option<Time>,
    /// When access ends.
    pub(crate) ends: Option<Time>,
    /// Dates of single roles and permissions. Some may be about what is no longer given.
    pub(crate) periods: Periods,
    /// Whether a second factor is required of this person by name.
    pub(crate) two_factor_required: bool,
    /// What the last tick did besides what was asked of it.
    pub(crate) implied: Implied,
}

/// What `requires` has changed along with the last tick.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Implied {
    /// What was asked for.
    pub(crate) asked: PermissionSet,
    /// What was ticked along with it, because it is needed.
    pub(crate) ticked: PermissionSet,
    /// What was unticked along with it, because it needs it.
    pub(crate) unticked: PermissionSet,
}

/// Where a permission comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Source {
    /// The roles that give it.
    pub(crate) roles: Vec<RoleId>,
    /// Whether it is given directly.
    pub(crate) directly: bool,
}

/// What saving would change.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Changes {
    /// Permissions, whoever gives them.
    pub(crate) permissions: Change,
    /// The roles held afterwards, where they change.
    pub(crate) roles: Option<Vec<RoleId>>,
    /// The name afterwards, where it changes.
    pub(crate) name: Option<String>,
    /// The start afterwards, where it changes.
    pub(crate) starts: Patch<Time>,
    /// The end afterwards, where it changes.
    pub(crate) ends: Patch<Time>,
    /// The dates of single roles and permissions afterwards, where they change.
    pub(crate) periods: Option<Periods>,
    /// Whether a second factor is required afterwards, where that changes.
    pub(crate) two_factor_required: Option<bool>,
}

impl Changes {
    /// Whether saving would change nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.permissions.is_empty()
            && self.roles.is_none()
            && self.name.is_none()
            && self.starts.is_keep()
            && self.ends.is_keep()
            && self.periods.is_none()
            && self.two_factor_required.is_none()
    }
}

impl Draft {
    /// The form of somebody as they are now.
    pub(crate) fn of(member: &StaffMember, book: &Book) -> Self {
        Self {
            name: member.name.clone(),
            ticked: book.held_by(member),
            direct: book.direct_of(member),
            roles: member.roles.clone(),
            starts: member.starts,
            ends: member.ends,
            periods: member.periods.clone(),
            two_factor_required: member.two_factor_required,
            implied: Implied::default(),
        }
    }

    /// Ticks these, and what they require. What a chosen role gives is given by it again; everything else directly.
    pub(crate) fn tick(&mut self, wanted: PermissionSet, book: &Book) {
        let after = book.catalogue.tick(self.ticked, wanted);
        let beyond = after.set - self.ticked - book.given_by(&self.roles);
        self.direct = self.direct | book.catalogue.with_required(beyond);
        self.ticked = after.set;
        self.implied = Implied {
            asked: wanted,
            ticked: after.also,
            unticked: PermissionSet::EMPTY,
        };
    }

    /// Unticks these, and what requires them.
    pub(crate) fn untick(&mut self, unwanted: PermissionSet, book: &Book) {
        let after = book.catalogue.untick(self.ticked, unwanted);
        self.direct = self.direct & after.set;
        self.ticked = after.set;
        self.implied = Implied {
            asked: unwanted,
            ticked: PermissionSet::EMPTY,
            unticked: after.also,
        };
    }

    /// Chooses a role: in the place of the one that stands there, or after all of them; none takes that one away. What a role
    /// gives comes and goes with it, and what is given directly stays.
    pub(crate) fn set_role(&mut self, place: usize, role: Option<RoleId>, book: &Book) {
        let unticked = book.given_by(&self.roles) - self.ticked;
        let before = self.roles.get(place).cloned();
        if role.is_none()
            && let Some(before) = &before
            && self.has_left(before, book)
        {
            // The form has said that this role is not held any more, and what is left of it given directly.
            self.direct = self.direct | (self.ticked & book.given_by(std::slice::from_ref(before)));
        }
        self.roles
            .retain(|held| Some(held) != before.as_ref() && Some(held) != role.as_ref());
        let stays = book.given_by(&self.roles) - unticked;
        let fresh = book.given_by(role.as_slice());
        if let Some(role) = role {
            self.roles.insert(place.min(self.roles.len()), role);
        }
        self.ticked = self.direct | stays | fresh;
        self.implied = Implied::default();
    }

    /// Whether something that a role gives has been unticked, so that the role would no longer be held.
    pub(crate) fn has_left(&self, role: &RoleId, book: &Book) -> bool {
        !self.ticked.contains_all(book.given_by(std::slice::from_ref(role)))
    }

    /// The roles that saving would give, in the order of the book: those of which all is ticked. A part of a role is no role.
    pub(crate) fn roles_kept(&self, book: &Book) -> Vec<RoleId> {
        let kept = self.roles.iter().filter(|role| !self.has_left(role, book));
        book.in_order(kept.cloned().collect())
    }

    /// What saving would give directly: what was, and what is left of roles that are not held any more.
    pub(super) fn direct_kept(&self, book: &Book) -> PermissionSet {
        self.direct | (self.ticked - book.given_by(&self.roles_kept(book)))
    }

    /// What saving would give: roles, and permissions directly.
    pub(crate) fn given(&self, book: &Book) -> (Vec<RoleId>, Vec<PermissionId>) {
        (self.roles_kept(book), book.catalogue.ids(self.direct_kept(book)))
    }

    /// Where a permission that is ticked would come from.
    pub(crate) fn source(&self, permission: PermissionSet, book: &Book) -> Source {
        let mut roles = self.roles_kept(book);
        roles.retain(|role| book.given_by(std::slice::from_ref(role)).contains_all(permission));
        Source {
            roles,
            directly: self.direct_kept(book).contains_all(permission),
        }
    }

    /// The chosen roles that would not be held any more because this permission is unticked.
    pub(crate) fn left_for(&self, permission: PermissionSet, book: &Book) -> Vec<RoleId> {
        let gives = |role: &&RoleId| book.given_by(std::slice::from_ref(role)).contains_all(permission);
        let ticked = self.ticked.contains_all(permission);
        self.roles.iter().filter(gives).filter(|_| !ticked).cloned().collect()
    }

    /// The dates that saving would give: those of what is given afterwards, with a bound on one side at least.
    fn periods_kept(&self, book: &Book) -> Periods {
        let (roles, direct) = self.given(book);
        self.periods.clone().kept(&direct, &roles)
    }

    /// What saving would change of somebody.
    pub(crate) fn changes(&self, saved: &StaffMember, book: &Book) -> Changes {
        let roles = self.roles_kept(book);
        let name = self.name.trim();
        Changes {
            permissions: Change::between(book.held_by(saved), self.ticked),
            roles: (roles != book.in_order(saved.roles.clone())).then_some(roles),
            name: (name != saved.name).then(|| name.to_owned()),
            starts: Patch::between(saved.starts.as_ref(), self.starts),
            ends: Patch::between(saved.ends.as_ref(), self.ends),
            periods: Some(self.periods_kept(book)).filter(|kept| *kept != saved.periods),
            two_factor_required: Some(self.two_factor_required).filter(|asked| *asked != saved.two_factor_required),
        }
    }

    /// What an invitation would bring to somebody who has nothing yet, besides permissions.
    pub(crate) fn changes_from_nothing(&self) -> Changes {
        Changes {
            permissions: Change::between(PermissionSet::EMPTY, self.ticked),
            roles: None,
            name: None,
            starts: Patch::between(None, self.starts),
            ends: Patch::between(None, self.ends),
            periods: Some(self.periods.clone()).filter(|periods| !periods.is_empty()),
            two_factor_required: Some(true).filter(|_| self.two_factor_required),
        }
    }

    /// The request that saves it.
    pub(crate) fn patch(&self, saved: &StaffMember, book: &Book) -> StaffPatch {
        let changes = self.changes(saved, book);
        let direct = self.direct_kept(book);
        StaffPatch {
            name: changes.name,
            permissions: (direct != book.direct_of(saved)).then(|| book.catalogue.ids(direct)),
            roles: changes.roles,
            starts: changes.starts,
            ends: changes.ends,
            reason: String::new(),
            periods: changes.periods,
            two_factor_required: changes.two_factor_required,
        }
    }

    /// The request that invites somebody new.
    pub(crate) fn invitation(&self, email: &str, message: &str, book: &Book) -> NewStaffMember {
        NewStaffMember {
            email: email.trim().to_owned(),
            name: self.name.trim().to_owned(),
            permissions: book.catalogue.ids(self.direct_kept(book)),
            roles: self.roles_kept(book),
            starts: self.starts,
            ends: self.ends,
            periods: self.periods_kept(book),
            two_factor_required: self.two_factor_required,
            message: message.trim().to_owned(),
            reason: String::new(),
        }
    }
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
