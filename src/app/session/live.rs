//! What is known of changes that others make: how often what has changed, and when the backend was last heard. The
//! stream that tells of them is a chapter of its own, and comes after the first page.

use leptos::prelude::*;

use crate::reactive::{effect, memo};
use crate::time::now;

/// After so long without a word, a stream counts as broken: two of the backend's signs of life, and something more.
pub(crate) const SILENCE_MS: i64 = 25_000;
/// How many things are counted apart, at most; then all of them have changed.
const ROOM: usize = 200;
/// How often it is looked whether a dialog is still open.
const MOMENT: std::time::Duration = std::time::Duration::from_millis(300);

/// The counts. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    counts: RwSignal<Vec<(String, u32)>>,
    all: RwSignal<u32>,
    heard: StoredValue<Option<i64>>,
    ask: Trigger,
}

impl Live {
    /// Nothing heard yet.
    pub(crate) fn new() -> Self {
        Self {
            counts: RwSignal::new(Vec::new()),
            all: RwSignal::new(0),
            heard: StoredValue::new(None),
            ask: Trigger::new(),
        }
    }

    /// How often this has changed. Reactive.
    fn count(self, key: &str) -> u32 {
        let own = self.counts.with(|counts| {
            counts
                .iter()
                .find(|(known, _)| known == key)
                .map_or(0, |(_, count)| *count)
        });
        own.wrapping_add(self.all.get())
    }

    /// Something has changed.
    pub(super) fn bump(self, key: String) {
        let room = self.counts.try_update(|counts| {
            if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == key) {
                *count = count.wrapping_add(1);
            } else {
                counts.push((key, 1));
            }
            counts.len() <= ROOM
        });
        if room == Some(false) {
            self.counts.try_set(Vec::new());
            // What has been counted counts on.
            self.all.try_update(|all| *all = all.wrapping_add(1 << 16));
        }
    }

    /// Anything may have changed.
    pub(super) fn bump_all(self) {
        self.all.try_update(|all| *all = all.wrapping_add(1));
        self.ask.notify();
    }

    /// The session may have changed.
    pub(super) fn ask(self) {
        self.ask.notify();
    }

    /// Rings when the session is to be asked for. Reactive.
    pub(super) fn on_ask(self) {
        self.ask.track();
    }

    /// The backend was heard just now; or, with `false`, is not heard any more.
    pub(super) fn heard(self, is_heard: bool) {
        self.heard.try_set_value(is_heard.then(|| now().millis()));
    }

    /// Whether the backend tells of changes by itself.
    pub(super) fn is_told(self) -> bool {
        let heard = self.heard.try_get_value().flatten();
        heard.is_some_and(|heard| now().millis() - heard < SILENCE_MS)
    }
}

/// The key of staff accounts, invitations and roles.
pub(crate) const STAFF_KEY: &str = "staff";

/// The key of a resource's records.
pub(crate) fn records(resource: &str) -> String {
    format!("r/{resource}")
}

/// What stands for the id where several records have changed.
pub(crate) const MANY: &str = "*";

/// The key of one record, or of any that are not told one by one.
pub(crate) fn record(resource: &str, id: &str) -> String {
    format!("r/{resource}/{id}")
}

/// Does something whenever others have changed what `key` says, for as long as the calling owner stands. While a dialog
/// is open, what it was opened from stays as it is.
pub(crate) fn on_change(key: String, then: impl Fn() + Copy + 'static) {
    let live = expect_context::<Live>();
    let count = memo(move || live.count(&key));
    let seen = StoredValue::new(count.get_untracked());
    effect(move || {
        let now = count.get();
        if seen.get_value() != now {
            seen.set_value(now);
            undisturbed(seen, Box::new(then));
        }
    });
}

/// Does something once no dialog is open, if the page is still there.
fn undisturbed(page: StoredValue<u32>, then: Box<dyn Fn()>) {
    if page.try_get_value().is_none() {
        return;
    }
    if document()
        .query_selector("dialog[open]")
        .is_ok_and(|dialog| dialog.is_some())
    {
        set_timeout(move || undisturbed(page, then), MOMENT);
    } else {
        untrack(then);
    }
}
