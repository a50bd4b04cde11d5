//! The rows that have arrived, with the question that they answer. Pure.

use latchkey_contract::staff::{OpenInvitation, StaffCounts, StaffMember, StaffPage};
use latchkey_permissions::Time;

use super::question::Question;

/// Rows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Listing {
    /// What they answer.
    pub(super) question: Question,
    /// The rows so far.
    pub(super) members: Vec<StaffMember>,
    /// Where the next page begins, where there is one.
    pub(super) next: Option<String>,
    /// How many there are on all pages.
    pub(super) total: u64,
    /// How many stand where, of all the staff.
    pub(super) counts: StaffCounts,
}

impl Listing {
    /// A first page.
    pub(super) fn new(question: Question, page: StaffPage) -> Self {
        Self {
            question,
            members: page.items,
            next: page.next,
            total: page.total,
            counts: page.counts,
        }
    }

    /// These rows and a page more. Whoever has moved from one page to the next in between stands there once.
    #[must_use]
    pub(super) fn and(mut self, page: StaffPage) -> Self {
        self.members
            .retain(|member| page.items.iter().all(|item| item.id != member.id));
        self.members.extend(page.items);
        self.next = page.next;
        self.total = page.total;
        self.counts = page.counts;
        self
    }
}

/// What a row is known by: as long as it stays, so does the row.
pub(super) fn key(member: &StaffMember) -> String {
    let seen = member.last_seen.map_or(0, Time::millis);
    let invitation = member.invitation.as_ref();
    let expires = invitation.map_or(0, |invitation| invitation.expires.millis());
    let failed = invitation.is_some_and(OpenInvitation::has_failed);
    // None of the last three changes the record.
    format!("{} {} {seen} {expires} {failed}", member.id, member.version.0)
}

#[cfg(test)]
mod tests {
    use latchkey_contract::staff::{StaffCounts, StaffPage};
    use latchkey_permissions::{Status, Time};

    use super::super::sample::member;
    use super::{Listing, Question, key};

    fn page(ids: &[&str], next: Option<&str>) -> StaffPage {
        let items = ids.iter().map(|id| member(id, Status::Active)).collect();
        StaffPage {
            items,
            next: next.map(str::to_owned),
            total: 4,
            counts: StaffCounts::default(),
        }
    }

    #[test]
    fn a_page_more_goes_after_the_rows_and_nobody_stands_there_twice() {
        let listing = Listing::new(Question::default(), page(&["a", "b"], Some("c"))).and(page(&["b", "c"], None));
        let ids: Vec<_> = listing.members.iter().map(|member| member.id.as_str()).collect();
        assert_eq!(ids, ["a", "b", "c"]);
        assert_eq!(listing.next, None);
    }

    #[test]
    fn a_row_is_drawn_anew_when_its_record_or_its_last_visit_has_changed() {
        let before = member("a", Status::Active);
        let mut after = before.clone();
        assert_eq!(key(&before), key(&after));
        after.last_seen = Some(Time::from_millis(1));
        assert_ne!(key(&before), key(&after));
    }
}
