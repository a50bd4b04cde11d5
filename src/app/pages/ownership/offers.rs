//! The open offer, as far as it is known to a page, and closing it.

use std::time::Duration;

use latchkey_contract::ownership::{Ownership, OwnershipOffer};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::client::{ClientError, Load};
use crate::components::problem::error_message;
use crate::components::toasts::{Toasts, use_toasts};
use crate::navigation::focus;
use crate::reactive::{live, memo};
use crate::session::{STAFF_KEY, SignedIn, on_change, use_signed_in};

/// The offer, and what is being done about it.
#[derive(Clone, Copy)]
pub(super) struct Offers {
    pub(super) signed_in: SignedIn,
    pub(super) toasts: Toasts,
    load: Load<Ownership>,
    busy: RwSignal<bool>,
    /// Why it could not be closed.
    trouble: RwSignal<Option<ClientError>>,
}

impl Offers {
    /// Asks for it, and again whenever that is told.
    pub(super) fn new() -> Self {
        let offers = Self {
            signed_in: use_signed_in(),
            toasts: use_toasts(),
            load: Load::new(),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
        };
        let ask = move || {
            let client = offers.signed_in.client();
            offers.load.ask(move |_| async move { client.ownership().await });
        };
        ask();
        on_change(STAFF_KEY.to_owned(), ask);
        offers
    }

    /// Whether it is known if there is one; where that cannot be had, the page is whole without it.
    pub(super) fn is_known(self) -> Memo<bool> {
        memo(move || self.load.with(|load| load.ready().is_some()))
    }

    /// The open offer.
    pub(super) fn open(self) -> Memo<Option<OwnershipOffer>> {
        memo(move || {
            self.load
                .with(|load| load.ready().and_then(|found| found.offer.clone()))
        })
    }

    /// Puts what is known now.
    pub(super) fn set(self, now: Ownership) {
        self.trouble.try_set(None);
        self.load.set(now);
    }

    /// Closes it: takes it back, or declines it.
    pub(super) fn close(self, said: fn() -> String) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.trouble.set(None);
        let client = self.signed_in.client();
        spawn_local(async move {
            match client.withdraw_ownership().await {
                Ok(()) => {
                    self.set(Ownership { offer: None });
                    self.toasts.say(said());
                    focus_heading();
                }
                Err(error) => drop(self.trouble.try_set(Some(error))),
            }
            self.busy.try_set(false);
        });
    }

    /// Says why it could not be closed.
    pub(super) fn notice(self) -> impl IntoView {
        live(move || {
            self.trouble.get().map(|error| {
                view! { <div class="notice" data-tone="danger" role="alert"><p>{error_message(&error)}</p></div> }
            })
        })
    }
}

/// The id of the card's heading.
pub(super) const HEADING: &str = "ownership";

/// Gives the focus to the card's heading, or the page's where the card is gone: the button that was pressed is. A dialog that
/// is about to close would take it back, so that comes first.
pub(super) fn focus_heading() {
    let find = || {
        let heading = document()
            .get_element_by_id(HEADING)
            .or_else(|| document().query_selector("main h1").ok().flatten());
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            focus(&heading);
        }
    };
    set_timeout(find, Duration::ZERO);
}
