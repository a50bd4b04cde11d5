//! How many people stand where: each a question of its own, so that they come at the same time.

use latchkey_permissions::Status;

use super::tab::Tab;
use crate::client::{Load, SignedInClient, StaffQuery};
use crate::i18n::words;

/// The numbers.
#[derive(Clone, Copy)]
pub(super) struct Counts {
    active: Load<u64>,
    current: Load<u64>,
    invited: Load<u64>,
    former: Load<u64>,
}

impl Counts {
    /// None known yet.
    pub(super) fn new() -> Self {
        Self {
            active: Load::new(),
            current: Load::new(),
            invited: Load::new(),
            former: Load::new(),
        }
    }

    /// Asks for all of them.
    pub(super) fn ask(self, client: &SignedInClient) {
        count(self.active, client, &[Status::Active]);
        for tab in Tab::ALL {
            count(self.in_tab(tab), client, tab.statuses());
        }
    }

    fn in_tab(self, tab: Tab) -> Load<u64> {
        match tab {
            Tab::Current => self.current,
            Tab::Invited => self.invited,
            Tab::Former => self.former,
        }
    }

    /// How many stand in a tab, where it is known. Reactive.
    pub(super) fn of(self, tab: Tab) -> Option<u64> {
        self.in_tab(tab).with(|count| count.ready().copied())
    }

    /// The sentence below the heading. Until it is known, a blank keeps its place. Reactive.
    pub(super) fn lead(self) -> String {
        let active = self.active.with(|count| count.ready().copied());
        match (active, self.of(Tab::Invited)) {
            (Some(active), Some(0)) => words::staff_lead(active),
            (Some(active), Some(invited)) => {
                format!("{} {}", words::staff_lead(active), words::staff_lead_invited(invited))
            }
            _ => "\u{a0}".to_owned(),
        }
    }
}

/// The shortest list tells how long the whole one is.
fn count(load: Load<u64>, client: &SignedInClient, statuses: &[Status]) {
    let query = StaffQuery {
        status: statuses.to_vec(),
        limit: Some(1),
        ..StaffQuery::default()
    };
    let client = client.clone();
    load.ask(move |abort| async move { client.staff(&query, abort).await.map(|page| page.total) });
}
