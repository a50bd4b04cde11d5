//! The list as the page holds it: asks when the question changes, and again when the window gets the attention back,
//! when something has been done, and when the line is up again. What is on the screen stays until the answer is there.

use std::sync::Arc;
use std::time::Duration;

use latchkey_contract::role::Role;
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::Time;
use leptos::ev;
use leptos::prelude::*;
use web_sys::AbortSignal;

use super::counts::Counts;
use super::focus::{focus_row, keep_focus};
use super::listing::Listing;
use super::question::{Filters, Order, Question};
use super::tab::Tab;
use crate::client::{ClientError, Load, Loaded, SignedInClient};
use crate::navigation::{said_in, use_query};
use crate::pages::staff_form::Book;
use crate::reactive::{effect, memo};
use crate::session::{STAFF_KEY, SignedIn, on_change, use_sessions, use_signed_in};
use crate::time::{every, now};

/// What is to be seen where the rows stand.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// Not known yet.
    Waiting,
    /// Could not be had.
    Failed(ClientError),
    /// Nobody: in this tab, or, where it is `true`, for this search.
    Nobody(Tab, bool),
    /// Rows.
    Rows,
}

/// The list. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct StaffList {
    /// The tab that the address names.
    pub(super) tab: Memo<Tab>,
    /// What narrows the list down.
    pub(super) filters: RwSignal<Filters>,
    /// The order of the rows.
    pub(super) order: RwSignal<Order>,
    /// Catalogue and roles, once they are known.
    pub(super) book: Memo<Option<Arc<Book>>>,
    /// This moment, to the half minute.
    pub(super) clock: RwSignal<Time>,
    /// How many people stand where.
    pub(super) counts: Counts,
    question: Memo<Question>,
    listing: Load<Listing>,
    roles: Load<Vec<Role>>,
    /// Whether more rows are being asked for.
    growing: RwSignal<bool>,
    signed_in: SignedIn,
}

impl StaffList {
    /// The list of the page that calls this; it asks at once.
    pub(super) fn new() -> Self {
        let signed_in = use_signed_in();
        let query = use_query();
        let tab = memo(move || query.with(|query| Tab::named(said_in(query, "tab").as_deref())));
        let listing = Load::new();
        let filters = RwSignal::new(Filters::default());
        let order = RwSignal::new(Order::default());
        let roles = Load::<Vec<Role>>::new();
        let known_roles = memo(move || roles.with(|roles| roles.ready().cloned()));
        // Books cannot be compared; one is made when the roles or the catalogue have changed, and only then.
        let book = Memo::new_with_compare(
            move |_| known_roles.with(|roles| Some(Arc::new(Book::new(signed_in.catalogue(), roles.as_ref()?)))),
            |_, _| true,
        );
        let list = Self {
            tab,
            filters,
            order,
            book,
            clock: RwSignal::new(now()),
            counts: Counts::with(listing),
            question: memo(move || Question {
                tab: tab.get(),
                filters: filters.get(),
                order: order.get(),
            }),
            listing,
            roles,
            growing: RwSignal::new(false),
            signed_in,
        };
        list.ask_roles();
        list.keep_asking();
        list
    }

    /// When to ask.
    fn keep_asking(self) {
        effect(move || self.ask_rows(self.question.get(), 0));
        every(Duration::from_secs(30), move || self.clock.set(now()));

        let focus = window_event_listener(ev::focus, move |_| {
            // What a dialog was opened from stays as it is until the dialog is closed.
            let in_dialog = document()
                .query_selector("dialog[open]")
                .is_ok_and(|dialog| dialog.is_some());
            if !in_dialog && !untrack(|| self.listing.is_asking()) {
                self.refresh();
            }
        });
        on_cleanup(move || focus.remove());

        on_change(STAFF_KEY.to_owned(), move || self.refresh());
        let watch = use_sessions().client().watch();
        Effect::new(move |before: Option<bool>| {
            let reachable = watch.is_reachable();
            if reachable && before == Some(false) {
                untrack(|| self.refresh());
            }
            reachable
        });
        effect(move || {
            if !self.listing.is_asking() {
                self.growing.set(false);
            }
        });
    }

    /// Asks for what the rows only name.
    fn ask_roles(self) {
        let client = self.signed_in.client();
        self.roles
            .ask(move |_| async move { client.roles().await.map(|page| page.items) });
    }

    /// Asks for the first rows; for as many as `shown` where so many are on the screen.
    fn ask_rows(self, question: Question, shown: usize) {
        let client = self.signed_in.client();
        self.listing.ask_and(
            move |abort| fetch(client, question, shown, abort),
            |_, listing| {
                keep_focus();
                listing
            },
        );
    }

    /// Asks for everything again, at the length that it has.
    pub(super) fn refresh(self) {
        let question = self.question.get_untracked();
        let shown = untrack(|| self.rows(|listing| listing.members.len())).unwrap_or_default();
        self.clock.set(now());
        self.ask_roles();
        self.ask_rows(question, shown);
    }

    /// Asks for the next page.
    pub(super) fn show_more(self) {
        let Some(Loaded::Ready(listing)) = self.listing.peek() else {
            return;
        };
        let Some(cursor) = listing.next.filter(|_| !self.growing.get_untracked()) else {
            return;
        };
        let query = listing.question.next_page(&cursor);
        let question = listing.question;
        let client = self.signed_in.client();
        self.growing.set(true);
        self.listing.ask_and(
            move |abort| async move { client.staff(&query, abort).await },
            move |before, page| {
                // The button goes with the last page; whoever pressed it goes on where the new rows begin.
                if let (None, Some(first)) = (&page.next, page.items.first()) {
                    focus_row(&first.id);
                }
                match before {
                    Some(before) => before.and(page),
                    None => Listing::new(question, page),
                }
            },
        );
    }

    /// What is to be seen where the rows stand. Reactive.
    pub(super) fn shape(self) -> Shape {
        let tab = self.tab.get();
        let failed = self.roles.with(|roles| match roles {
            Loaded::Failed(error) => Some(error.clone()),
            _ => None,
        });
        self.listing.with(|listing| match (listing, failed) {
            (Loaded::Failed(error), _) => Shape::Failed(error.clone()),
            (_, Some(error)) => Shape::Failed(error),
            // Rows of another tab would stand under the wrong words.
            (Loaded::Ready(listing), _) if listing.question.tab == tab && self.book.read().is_some() => {
                if listing.members.is_empty() {
                    Shape::Nobody(tab, !listing.question.filters.is_empty())
                } else {
                    Shape::Rows
                }
            }
            _ => Shape::Waiting,
        })
    }

    /// Looks at the rows, where there are some. Reactive.
    pub(super) fn rows<R>(self, look: impl FnOnce(&Listing) -> R) -> Option<R> {
        self.listing.with(|listing| listing.ready().map(look))
    }

    /// The rows. Reactive.
    pub(super) fn members(self) -> Vec<StaffMember> {
        self.rows(|listing| listing.members.clone()).unwrap_or_default()
    }

    /// The roles by which the list can be filtered. Reactive.
    pub(super) fn roles(self) -> Vec<Role> {
        self.roles.with(|roles| roles.ready().cloned().unwrap_or_default())
    }

    /// Whether rows are on their way. Reactive.
    pub(super) fn is_asking(self) -> bool {
        self.listing.is_asking()
    }

    /// Whether more rows are on their way. Reactive.
    pub(super) fn is_growing(self) -> bool {
        self.growing.get()
    }
}

/// The first rows, and as many more as were on the screen.
async fn fetch(
    client: SignedInClient,
    question: Question,
    shown: usize,
    abort: Option<AbortSignal>,
) -> Result<Listing, ClientError> {
    let mut query = question.first_page(shown);
    let mut listing = Listing::new(question, client.staff(&query, abort.clone()).await?);
    while listing.members.len() < shown
        && let Some(cursor) = listing.next.clone()
    {
        query.cursor = Some(cursor);
        listing = listing.and(client.staff(&query, abort.clone()).await?);
    }
    Ok(listing)
}
