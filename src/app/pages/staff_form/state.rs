//! The form's state as its parts share it: the draft, the book it is drawn from, and what is saved.

use std::sync::Arc;

use latchkey_contract::id::RoleId;
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{PermissionEntry, PermissionSet};
use leptos::prelude::*;

use super::book::Book;
use super::draft::{Changes, Draft};
use crate::components::form::Form;
use crate::i18n::{self, words};

/// The members of the requests that the form has fields for.
const POINTERS: &[&str] = &[
    "/email",
    "/name",
    "/message",
    "/reason",
    "/starts",
    "/ends",
    "/roles",
    "/permissions",
    "/periods",
];

/// The state of one form. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct FormState {
    /// What stands in it.
    pub(crate) draft: RwSignal<Draft>,
    /// Whom it is about; nobody yet for a newcomer.
    pub(super) saved: RwSignal<Option<StaffMember>>,
    /// Sending and errors.
    pub(crate) form: Form,
    /// The address of a newcomer.
    pub(super) email: RwSignal<String>,
    /// The owner's words to a newcomer.
    pub(super) message: RwSignal<String>,
    /// Why something sensitive is given.
    pub(crate) reason: RwSignal<String>,
    /// Whether it is about a person, who can hold a permission in more than one way.
    pub(super) of_person: bool,
    book: StoredValue<Arc<Book>>,
}

impl FormState {
    /// The form of a newcomer.
    pub(crate) fn new(book: Book) -> Self {
        Self::begin(book, true)
    }

    /// The boxes of a role.
    pub(crate) fn of_role(book: Book) -> Self {
        Self::begin(book, false)
    }

    fn begin(book: Book, of_person: bool) -> Self {
        Self {
            of_person,
            draft: RwSignal::new(Draft::default()),
            saved: RwSignal::new(None),
            form: Form::new(POINTERS),
            email: RwSignal::new(String::new()),
            message: RwSignal::new(String::new()),
            reason: RwSignal::new(String::new()),
            book: StoredValue::new(Arc::new(book)),
        }
    }

    /// The form of somebody.
    pub(super) fn of(member: StaffMember, book: Book) -> Self {
        let state = Self::new(book);
        state.email.set(member.email.clone());
        state.load(member);
        state
    }

    /// Why something sensitive is given, where it is; to be said once.
    pub(super) fn reason_given(self) -> String {
        let reason = self.reason.get_untracked().trim().to_owned();
        if untrack(|| self.sensitive_added().is_empty()) {
            return String::new();
        }
        reason
    }

    /// Shows somebody as they are now; what was in the form is gone.
    pub(super) fn load(self, member: StaffMember) {
        self.draft.set(Draft::of(&member, &self.book()));
        self.saved.set(Some(member));
        self.reason.set(String::new());
    }

    /// The names of these roles in the reader's language. Reactive in the language.
    pub(super) fn role_names(self, roles: &[RoleId]) -> String {
        let book = self.book();
        let names = roles.iter().filter_map(|id| book.role(id));
        let names: Vec<_> = names
            .map(|role| role.name.in_language(&i18n::language::tag()).to_owned())
            .collect();
        i18n::format::list(&names)
    }

    /// Catalogue and roles as they are now.
    pub(crate) fn rebook(self, book: Book) {
        self.book.set_value(Arc::new(book));
    }

    /// Catalogue and roles.
    pub(crate) fn book(self) -> Arc<Book> {
        self.book.get_value()
    }

    /// What saving would change; from nothing, for a newcomer. Reactive.
    pub(super) fn changes(self) -> Changes {
        let book = self.book();
        self.draft.with(|draft| {
            self.saved.with(|saved| match saved {
                Some(saved) => draft.changes(saved, &book),
                None => draft.changes_from_nothing(),
            })
        })
    }

    /// Whether something stands in the form that is not saved. Reactive.
    pub(super) fn is_dirty(self) -> bool {
        match self.saved.with(Option::is_some) {
            true => !self.changes().is_empty(),
            false => {
                self.draft.with(|draft| *draft != Draft::default())
                    || self.email.with(|email| !email.is_empty())
                    || self.message.with(|message| !message.is_empty())
            }
        }
    }

    /// The name to speak of: as it stands in the form, else the address.
    pub(super) fn name(self) -> String {
        let name = self.draft.with(|draft| draft.name.trim().to_owned());
        if name.is_empty() { self.email.get() } else { name }
    }

    /// What the question is called whether something sensitive is to be given: it speaks of the name as it stands now.
    pub(super) fn confirm_title(self) -> Signal<String> {
        let name = StoredValue::new(untrack(|| self.name()));
        Signal::derive(move || name.with_value(|name| words::staff_form_confirm_title(name)))
    }

    /// The labels of these permissions in the reader's language. Reactive in the language.
    pub(crate) fn labels(self, set: PermissionSet) -> Vec<String> {
        let book = self.book();
        book.catalogue.entries(set).map(label).collect()
    }

    /// What would be given that is sensitive and was not held before.
    pub(super) fn sensitive_added(self) -> PermissionSet {
        let book = self.book();
        untrack(|| self.changes()).permissions.added & book.catalogue.sensitive()
    }
}

/// A permission's label in the reader's language. Reactive in the language.
pub(super) fn label(entry: &PermissionEntry) -> String {
    entry.label.in_language(&i18n::language::tag()).to_owned()
}
