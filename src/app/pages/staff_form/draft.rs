//! What stands in the form, and what saving it would do. Pure: no page, no clock, no network; so it is tested natively.
//!
//! INVARIANT: `ticked` is closed under `requires`, because it only changes through the catalogue's ticking.

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
    /// The roles that were chosen. What is ticked may have moved away from them since.
    pub(crate) roles: Vec<RoleId>,
    /// When access begins.
    pub(crate) starts: Option<Time>,
    /// When access ends.
    pub(crate) ends: Option<Time>,
    /// Dates of single roles and permissions. Some may be about what is no longer given.
    pub(crate) periods: Periods,
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
    }
}

impl Draft {
    /// The form of somebody as they are now.
    pub(crate) fn of(member: &StaffMember, book: &Book) -> Self {
        Self {
            name: member.name.clone(),
            ticked: book.held_by(member),
            roles: member.roles.clone(),
            starts: member.starts,
            ends: member.ends,
            periods: member.periods.clone(),
            implied: Implied::default(),
        }
    }

    /// Ticks these, and what they require.
    pub(crate) fn tick(&mut self, wanted: PermissionSet, book: &Book) {
        let after = book.catalogue.tick(self.ticked, wanted);
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
        self.ticked = after.set;
        self.implied = Implied {
            asked: unwanted,
            ticked: PermissionSet::EMPTY,
            unticked: after.also,
        };
    }

    /// Chooses a role: its boxes are ticked and no others. Choosing none leaves the boxes as they are.
    pub(crate) fn choose_role(&mut self, role: Option<RoleId>, book: &Book) {
        self.roles = role.into_iter().collect();
        if !self.roles.is_empty() {
            self.ticked = book.given_by(&self.roles);
        }
        self.implied = Implied::default();
    }

    /// Whether something that a chosen role gives has been unticked, so that the role no longer holds.
    pub(crate) fn has_left_roles(&self, book: &Book) -> bool {
        !self.ticked.contains_all(book.given_by(&self.roles))
    }

    /// The roles that saving would give: the chosen ones while all of theirs is ticked, else none.
    pub(crate) fn roles_kept(&self, book: &Book) -> Vec<RoleId> {
        if self.has_left_roles(book) {
            Vec::new()
        } else {
            self.roles.clone()
        }
    }

    /// What saving would give directly: everything ticked that the kept roles do not give.
    fn direct(&self, book: &Book) -> PermissionSet {
        self.ticked - book.given_by(&self.roles_kept(book))
    }

    /// What saving would give: roles, and permissions directly.
    pub(crate) fn given(&self, book: &Book) -> (Vec<RoleId>, Vec<PermissionId>) {
        (self.roles_kept(book), book.catalogue.ids(self.direct(book)))
    }

    /// The dates that saving would give: those of what is given afterwards, with a bound on one side at least.
    fn periods_kept(&self, also: PermissionSet, book: &Book) -> Periods {
        let direct = book.catalogue.ids(self.direct(book) | also);
        self.periods.clone().kept(&direct, &self.roles_kept(book))
    }

    /// What somebody holds directly besides a role that is held for a time only: it stays when that is over.
    fn beside_dated(&self, saved: &StaffMember, book: &Book) -> PermissionSet {
        let mut dated = self.roles_kept(book);
        dated.retain(|id| self.periods.roles.contains_key(id));
        let direct = book.catalogue.set(saved.permissions.iter().cloned()).known;
        direct & self.ticked & book.given_by(&dated)
    }

    /// What saving would change of somebody.
    pub(crate) fn changes(&self, saved: &StaffMember, book: &Book) -> Changes {
        let roles = self.roles_kept(book);
        let name = self.name.trim();
        Changes {
            permissions: Change::between(book.held_by(saved), self.ticked),
            roles: (roles != saved.roles).then_some(roles),
            name: (name != saved.name).then(|| name.to_owned()),
            starts: Patch::between(saved.starts.as_ref(), self.starts),
            ends: Patch::between(saved.ends.as_ref(), self.ends),
            periods: Some(self.periods_kept(self.beside_dated(saved, book), book))
                .filter(|kept| *kept != saved.periods),
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
        }
    }

    /// The request that saves it.
    pub(crate) fn patch(&self, saved: &StaffMember, book: &Book) -> StaffPatch {
        let changes = self.changes(saved, book);
        let grants_change = !changes.permissions.is_empty() || changes.roles.is_some();
        StaffPatch {
            name: changes.name,
            permissions: grants_change.then(|| book.catalogue.ids(self.direct(book) | self.beside_dated(saved, book))),
            roles: changes.roles,
            starts: changes.starts,
            ends: changes.ends,
            reason: String::new(),
            periods: changes.periods,
        }
    }

    /// The request that invites somebody new.
    pub(crate) fn invitation(&self, email: &str, message: &str, book: &Book) -> NewStaffMember {
        NewStaffMember {
            email: email.trim().to_owned(),
            name: self.name.trim().to_owned(),
            permissions: book.catalogue.ids(self.direct(book)),
            roles: self.roles_kept(book),
            starts: self.starts,
            ends: self.ends,
            periods: self.periods_kept(PermissionSet::EMPTY, book),
            message: message.trim().to_owned(),
            reason: String::new(),
        }
    }

    /// The same wishes on top of what somebody else has saved meanwhile: what was changed here stays changed, and
    /// everything else is as it is there.
    #[must_use]
    pub(crate) fn rebase(&self, before: &StaffMember, now: &StaffMember, book: &Book) -> Self {
        let mine = self.changes(before, book);
        let merged = mine.permissions.apply(book.held_by(now));
        // What was added may need what the other side took away, and the other way round: both end up closed.
        let ticked = book
            .catalogue
            .with_required(merged - book.catalogue.with_dependents(mine.permissions.removed))
            - book.catalogue.with_dependents(mine.permissions.removed);
        Self {
            name: mine.name.unwrap_or_else(|| now.name.clone()),
            ticked,
            roles: mine.roles.unwrap_or_else(|| now.roles.clone()),
            starts: mine.starts.apply(now.starts),
            ends: mine.ends.apply(now.ends),
            periods: mine.periods.unwrap_or_else(|| now.periods.clone()),
            implied: Implied::default(),
        }
    }
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
