//! The list as the page holds it: asks when the question in the address changes, and again when records have changed, when
//! the window gets the attention back, and when the line is up again. One page is held, never more.

use latchkey_contract::list::Page;
use leptos::ev;
use leptos::prelude::*;

use super::question::Question;
use super::stale_count;
use super::steps::Steps;
use crate::client::{ClientError, FieldRecord, Load, Loaded};
use crate::navigation::{Goer, said_in, use_goer, use_query};
use crate::pages::resource::kept;
use crate::pages::resource::kit::Kit;
use crate::reactive::{effect, memo};
use crate::session::{on_change, records, use_sessions};

/// What is to be seen where the rows stand.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// Not known yet.
    Waiting,
    /// Could not be had.
    Failed(ClientError),
    /// Nothing there, or nothing for this search.
    Nothing { searched: bool },
    /// Rows.
    Rows,
}

/// A page, and what was asked for.
#[derive(Clone, Debug, PartialEq)]
struct Listing {
    question: Question,
    page: Page<FieldRecord>,
}

/// The list. Cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::pages::resource) struct RecordList {
    /// What everything works with.
    pub(super) kit: Kit,
    /// What the address asks for.
    pub(super) question: Memo<Question>,
    listing: Load<Listing>,
    steps: RwSignal<Steps>,
    goer: StoredValue<Goer>,
}

/// Writes a value so that it may stand in a query.
pub(super) fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

impl RecordList {
    /// The list of the page that calls this; it asks at once.
    pub(super) fn new(kit: Kit) -> Self {
        let query = use_query();
        let question = memo(move || query.with(|query| Question::read(&kit.resource(), |name| said_in(query, name))));
        let list = Self {
            kit,
            question,
            listing: Load::new(),
            steps: RwSignal::new(Steps::default()),
            goer: StoredValue::new(use_goer()),
        };
        list.keep_asking();
        list
    }

    fn keep_asking(self) {
        effect(move || {
            self.question.track();
            stale_count();
            self.ask();
        });
        let focus = window_event_listener(ev::focus, move |_| {
            let in_dialog = document()
                .query_selector("dialog[open]")
                .is_ok_and(|dialog| dialog.is_some());
            if !in_dialog && !untrack(|| self.listing.is_asking()) {
                self.ask();
            }
        });
        on_cleanup(move || focus.remove());
        on_change(records(self.kit.id().as_str()), move || self.ask());
        let watch = use_sessions().client().watch();
        Effect::new(move |before: Option<bool>| {
            let reachable = watch.is_reachable();
            if reachable && before == Some(false) {
                self.ask();
            }
            reachable
        });
    }

    fn steps_key(self) -> String {
        kept::key(self.kit.signed_in, "pages", self.kit.id().as_str(), "list")
    }

    /// Asks for the page that the address names.
    pub(super) fn ask(self) {
        let question = self.question.get_untracked();
        let (client, id, query) = (self.kit.client(), self.kit.id(), question.write(encode));
        self.listing.ask_and(
            move |abort| async move { client.records(&id, &query, abort).await },
            move |_, page| {
                self.note(&question, page.next.as_deref());
                Listing { question, page }
            },
        );
    }

    /// Takes down the way through the pages.
    fn note(self, question: &Question, next: Option<&str>) {
        let key = self.steps_key();
        let list = question.first_page().write(encode);
        let mut steps = kept::read::<Steps>(&key).unwrap_or_default().of(&list);
        steps.note(question.cursor.as_deref(), next);
        kept::write(&key, &steps);
        self.steps.try_set(steps);
    }

    /// What is to be seen. Reactive.
    pub(super) fn shape(self) -> Shape {
        self.listing.with(|listing| match listing {
            Loaded::Pending => Shape::Waiting,
            Loaded::Failed(error) => Shape::Failed(error.clone()),
            Loaded::Ready(listing) if listing.page.items.is_empty() => Shape::Nothing {
                searched: !listing.question.is_open() || listing.question.cursor.is_some(),
            },
            Loaded::Ready(_) => Shape::Rows,
        })
    }

    /// The rows. Reactive.
    pub(super) fn records(self) -> Vec<FieldRecord> {
        self.listing.with(|listing| {
            listing
                .ready()
                .map(|listing| listing.page.items.clone())
                .unwrap_or_default()
        })
    }

    /// Whether rows are on their way. Reactive.
    pub(super) fn is_asking(self) -> bool {
        self.listing.is_asking()
    }

    /// The number of the first row, where it is known, how many rows there are here, and how many there are at all.
    /// Reactive.
    pub(super) fn standing(self) -> (Option<u64>, u64, u64) {
        self.listing.with(|listing| {
            let Some(Listing { question, page }) = listing.ready() else {
                return (None, 0, 0);
            };
            let number = self.steps.with(|steps| steps.number(question.cursor.as_deref()));
            let full = u64::from(latchkey_contract::limits::PAGE_DEFAULT);
            let first = number.map(|number| number as u64 * full + 1);
            (first, page.items.len() as u64, page.total)
        })
    }

    /// The address of the next page. Reactive.
    pub(super) fn next(self) -> Option<String> {
        self.listing.with(|listing| {
            let Listing { question, page } = listing.ready()?;
            let cursor = page.next.clone()?;
            Some(question.page(Some(cursor)).address(&self.kit.path(), encode))
        })
    }

    /// The address of the page before. Reactive.
    pub(super) fn before(self) -> Option<String> {
        let question = self.question.get();
        let cursor = question.cursor.as_deref()?;
        let before = self.steps.with(|steps| steps.before(cursor).map(str::to_owned));
        Some(question.page(before).address(&self.kit.path(), encode))
    }

    /// What the list's file is asked for. Reactive.
    pub(super) fn query(self) -> Signal<String> {
        Signal::derive(move || self.question.with(|question| question.first_page().write(encode)))
    }

    /// Asks something else, from the list's beginning. It takes the place of this question in the address.
    pub(super) fn change(self, change: impl FnOnce(&mut Question)) {
        let Some(before) = self.question.try_get_untracked() else {
            return;
        };
        let mut question = before.first_page();
        change(&mut question);
        if question != before {
            self.goer
                .with_value(|goer| goer.requery(&question.address(&self.kit.path(), encode)));
        }
    }

    /// Lets every record through.
    pub(super) fn clear(self) {
        self.change(|question| {
            question.text.clear();
            question.filters.clear();
        });
    }
}
