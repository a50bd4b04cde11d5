//! How many people stand where, as the last answer said. What an answer that fails does not say stays as it was.

use latchkey_contract::staff::StaffCounts;
use latchkey_permissions::Status;
use leptos::prelude::*;

use super::listing::Listing;
use super::tab::Tab;
use crate::client::Load;
use crate::i18n::words;

/// The numbers, once they are known.
#[derive(Clone, Copy)]
pub(super) struct Counts(Memo<Option<StaffCounts>>);

impl Counts {
    /// Those that come with the rows.
    pub(super) fn with(listing: Load<Listing>) -> Self {
        Self(Memo::new(move |before: Option<&Option<StaffCounts>>| {
            let now = listing.with(|listing| listing.ready().map(|listing| listing.counts));
            now.or(before.copied().flatten())
        }))
    }

    /// How many stand in a tab, where it is known. Reactive.
    pub(super) fn of(self, tab: Tab) -> Option<u64> {
        self.0.get().map(|counts| counts.of(tab.statuses()))
    }

    /// The sentence below the heading. Until it is known, a blank keeps its place. Reactive.
    pub(super) fn lead(self) -> String {
        let Some(counts) = self.0.get() else {
            return "\u{a0}".to_owned();
        };
        let active = words::staff_lead(counts.of(&[Status::Active]));
        match counts.of(Tab::Invited.statuses()) {
            0 => active,
            invited => format!("{active} {}", words::staff_lead_invited(invited)),
        }
    }
}
