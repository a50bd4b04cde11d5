//! What one wants, on top of what somebody else has saved meanwhile. Pure.

use latchkey_contract::id::RoleId;
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::Change;

use super::book::Book;
use super::draft::{Draft, Implied};

impl Draft {
    /// The same wishes on top of what somebody else has saved meanwhile: what was changed here stays changed, and
    /// everything else is as it is there.
    #[must_use]
    pub(crate) fn rebase(&self, before: &StaffMember, now: &StaffMember, book: &Book) -> Self {
        let mine = self.changes(before, book);
        let (was, theirs) = (Self::of(before, book), Self::of(now, book));
        let direct = Change::between(was.direct, self.direct_kept(book)).apply(theirs.direct);
        let (kept, held) = (self.roles_kept(book), &before.roles);
        let stays = |role: &RoleId| kept.contains(role) || !held.contains(role);
        let mut roles: Vec<RoleId> = now.roles.iter().filter(|role| stays(role)).cloned().collect();
        roles.extend(
            kept.iter()
                .filter(|role| !held.contains(role) && !now.roles.contains(role))
                .cloned(),
        );
        let direct = book.catalogue.with_required(direct);
        let mut merged = Self {
            name: mine.name.unwrap_or_else(|| now.name.clone()),
            ticked: direct | book.given_by(&roles),
            direct,
            roles,
            starts: mine.starts.apply(now.starts),
            ends: mine.ends.apply(now.ends),
            periods: mine.periods.unwrap_or_else(|| now.periods.clone()),
            two_factor_required: mine.two_factor_required.unwrap_or(now.two_factor_required),
            implied: Implied::default(),
        };
        // What was taken away here stays away, with all that needs it, whatever the other side has given meanwhile.
        merged.untick(mine.permissions.removed & merged.ticked, book);
        merged.implied = Implied::default();
        merged
    }
}
