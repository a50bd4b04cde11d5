//! What is known of changes that others make: how often what has changed, and when the backend was last heard. The
//! stream that tells of them is a chapter of its own, and comes after the first page.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;

use crate::reactive::effect;
use crate::time::now;

/// After so long without a word, a stream counts as broken: two of the backend's signs of life, and something more.
pub(crate) const SILENCE_MS: i64 = 25_000;
/// How many things are counted apart, at most; then all of them have changed.
const ROOM: usize = 200;
/// How often it is looked whether a dialog is still open.
const MOMENT: std::time::Duration = std::time::Duration::from_millis(300);

thread_local! {
    static COUNTS: RefCell<Vec<(String, u32)>> = const { RefCell::new(Vec::new()) };
    /// How often anything may have changed, and what no longer has a count of its own.
    static ALL: Cell<u32> = const { Cell::new(0) };
    /// When the backend was heard last; 0 where it is not heard.
    static HEARD: Cell<i64> = const { Cell::new(0) };
}

/// The counts, and three bells. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    counted: Trigger,
    ask: Trigger,
    elsewhere: Trigger,
}

impl Live {
    /// Nothing heard yet.
    pub(crate) fn new() -> Self {
        Self {
            counted: Trigger::new(),
            ask: Trigger::new(),
            elsewhere: Trigger::new(),
        }
    }

    /// How often this has changed. Reactive.
    fn count(self, key: &str) -> u32 {
        self.counted.track();
        let own = COUNTS.with_borrow(|counts| {
            counts
                .iter()
                .find(|(known, _)| known == key)
                .map_or(0, |(_, count)| *count)
        });
        own.wrapping_add(ALL.get())
    }

    /// Something has changed.
    pub(super) fn bump(self, key: String) {
        COUNTS.with_borrow_mut(|counts| {
            if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == key) {
                *count = count.wrapping_add(1);
            } else {
                counts.push((key, 1));
            }
            if counts.len() > ROOM {
                counts.clear();
                // Far enough for no count to be what it was.
                ALL.set(ALL.get().wrapping_add(1 << 16));
            }
        });
        self.counted.notify();
    }

    /// Anything may have changed.
    pub(super) fn bump_all(self) {
        ALL.set(ALL.get().wrapping_add(1));
        self.counted.notify();
        self.ask.notify();
    }

    /// The session may have changed.
    pub(super) fn ask(self) {
        self.ask.notify();
    }

    /// The same person has signed in on a device that was not known.
    pub(super) fn elsewhere(self) {
        self.elsewhere.notify();
    }

    /// Rings when the session is to be asked for. Reactive.
    pub(super) fn on_ask(self) {
        self.ask.track();
    }
}

/// The backend was heard just now; or, with `false`, is not heard any more.
pub(super) fn heard(is_heard: bool) {
    HEARD.set(if is_heard { now().millis() } else { 0 });
}

/// Whether the backend tells of changes by itself.
pub(super) fn is_told() -> bool {
    now().millis() - HEARD.get() < SILENCE_MS
}

/// The key of staff accounts, invitations and roles.
pub(crate) const STAFF_KEY: &str = "staff";

/// The key of letters that have not arrived.
pub(crate) const LETTERS_KEY: &str = "letters";

/// The key of what happened in the store.
pub(crate) const ACTIVITY_KEY: &str = "activity";

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
pub(crate) fn on_change(key: String, then: impl Fn() + 'static) {
    fn shared(key: String, then: Box<dyn Fn()>) {
        let live = expect_context::<Live>();
        let seen = StoredValue::new(untrack(|| live.count(&key)));
        let then = std::rc::Rc::new(then);
        effect(move || {
            let now = live.count(&key);
            if seen.get_value() != now {
                seen.set_value(now);
                undisturbed(seen, then.clone());
            }
        });
    }
    shared(key, Box::new(then));
}

/// Does something whenever the same person has signed in on a device that was not known, for as long as the calling owner
/// stands.
pub(crate) fn on_elsewhere(then: impl Fn() + 'static) {
    let live = expect_context::<Live>();
    Effect::new(move |before: Option<()>| {
        live.elsewhere.track();
        if before.is_some() {
            untrack(&then);
        }
    });
}

/// Does something once no dialog is open, if the page is still there.
fn undisturbed(page: StoredValue<u32>, then: std::rc::Rc<Box<dyn Fn()>>) {
    if page.try_get_value().is_none() {
        return;
    }
    if document()
        .query_selector("dialog[open]")
        .is_ok_and(|dialog| dialog.is_some())
    {
        set_timeout(move || undisturbed(page, then), MOMENT);
    } else {
        untrack(|| then());
    }
}
