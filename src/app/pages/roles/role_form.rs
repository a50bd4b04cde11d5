//! The form of a role: its name, its boxes, and what saving them would do.

use latchkey_contract::limits::ROLE_NAME_MAX;
use latchkey_contract::patch::Patch;
use latchkey_contract::role::{Role, RoleDraft};
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{Change, PermissionSet, Text};
use leptos::prelude::*;

use super::merge::merged;
use super::touched::{Touched, sensitive_gained, touched};
use crate::components::checks::Checks;
use crate::components::field::TextField;
use crate::i18n::{self, words};
use crate::pages::staff_form::{Changes, FormState, Implied};

/// The state of a role's form. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct RoleState {
    /// The boxes, and everything that they share with the staff form.
    pub(super) boxes: FormState,
    /// The name as it stands in the field.
    pub(super) name: RwSignal<String>,
    /// What is saved; nothing, for a new role.
    pub(super) saved: RwSignal<Option<Role>>,
    /// Who holds it.
    pub(super) holders: RwSignal<Vec<StaffMember>>,
    /// What somebody else has made of it meanwhile, while something typed stood in the way.
    pub(super) newer: RwSignal<Option<Role>>,
}

impl RoleState {
    /// The form of a new role, beginning with what another gives where it is a copy.
    pub(super) fn new(boxes: FormState, like: Option<&Role>) -> Self {
        let state = Self {
            boxes,
            name: RwSignal::new(String::new()),
            saved: RwSignal::new(None),
            holders: RwSignal::new(Vec::new()),
            newer: RwSignal::new(None),
        };
        if let Some(role) = like {
            state.tick(role);
        }
        state
    }

    /// The form of a role.
    pub(super) fn of(boxes: FormState, role: Role, holders: Vec<StaffMember>) -> Self {
        let state = Self::new(boxes, None);
        state.holders.set(holders);
        state.load(role);
        state
    }

    /// Shows the role as it is now; what was in the form is gone.
    pub(super) fn load(self, role: Role) {
        self.name.set(shown(&role.name));
        self.tick(&role);
        self.saved.set(Some(role));
        self.boxes.reason.set(String::new());
        self.newer.set(None);
    }

    /// Puts what was changed here on top of the role as somebody else has saved it.
    pub(super) fn rebase(self, theirs: Role) {
        let mine = untrack(|| self.changes());
        let before = self
            .saved
            .with_untracked(|saved| saved.as_ref().map(|role| self.given(role)));
        let ticked = self.boxes.draft.with_untracked(|draft| draft.ticked);
        let book = self.boxes.book();
        let merged = merged(before.unwrap_or_default(), ticked, self.given(&theirs), &book.catalogue);
        self.load(theirs);
        self.set_ticked(merged);
        if let Some(name) = mine.name {
            self.name.set(name);
        }
    }

    fn tick(self, role: &Role) {
        self.set_ticked(self.given(role));
    }

    /// What a role gives, it gives directly.
    fn set_ticked(self, given: PermissionSet) {
        self.boxes.draft.update(|draft| {
            (draft.ticked, draft.direct) = (given, given);
            draft.implied = Implied::default();
        });
    }

    fn given(self, role: &Role) -> PermissionSet {
        let book = self.boxes.book();
        book.catalogue
            .with_required(book.catalogue.set(role.permissions.iter().cloned()).known)
    }

    /// What saving would change of the role. Reactive.
    pub(super) fn changes(self) -> Changes {
        let typed = self.name.with(|typed| typed.trim().to_owned());
        self.changed(self.boxes.draft.with(|draft| draft.ticked), typed)
    }

    /// What a version that somebody else has saved changes of the role. Reactive.
    pub(super) fn changes_to(self, theirs: &Role) -> Changes {
        self.changed(self.given(theirs), shown(&theirs.name))
    }

    fn changed(self, after: PermissionSet, name: String) -> Changes {
        let before = self
            .saved
            .with(|saved| saved.as_ref().map(|role| (self.given(role), shown(&role.name))));
        let (given, called) = before.unwrap_or_default();
        Changes {
            permissions: Change::between(given, after),
            roles: None,
            name: (name != called).then_some(name),
            starts: Patch::Keep,
            ends: Patch::Keep,
            periods: None,
            two_factor_required: None,
        }
    }

    /// Whether something stands in the form that is not saved. Reactive.
    pub(super) fn is_dirty(self) -> bool {
        !self.changes().is_empty()
    }

    /// What the form finds by itself.
    pub(super) fn check(self) -> Vec<latchkey_contract::problem::FieldError> {
        Checks::new()
            .text("/name", &self.name.get_untracked(), ROLE_NAME_MAX)
            .found()
    }

    /// What saving sends. A name is changed in the language in which it was shown; a new one is for all languages.
    pub(super) fn request(self) -> RoleDraft {
        let typed = self.name.get_untracked().trim().to_owned();
        let mut name = self
            .saved
            .with_untracked(|saved| saved.as_ref().map(|role| role.name.clone()))
            .unwrap_or_default();
        if untrack(|| self.changes()).name.is_some() {
            name.0.insert(language_shown(&name), typed);
        }
        let ticked = self.boxes.draft.with_untracked(|draft| draft.ticked);
        // Why something sensitive is given, where it is.
        let reason = match self.sensitive_given().is_empty() {
            true => String::new(),
            false => self.boxes.reason.get_untracked().trim().to_owned(),
        };
        RoleDraft {
            name,
            permissions: self.boxes.book().catalogue.ids(ticked),
            reason,
        }
    }

    /// Whom saving would touch. Reactive.
    pub(super) fn touched(self) -> Vec<Touched> {
        let after = self.boxes.draft.with(|draft| draft.ticked);
        self.touched_by(after)
    }

    /// Whom it touches that its holders have this in place of what the role gives. Reactive.
    pub(super) fn touched_by(self, after: PermissionSet) -> Vec<Touched> {
        let Some(id) = self.saved.with(|saved| saved.as_ref().map(|role| role.id.clone())) else {
            return Vec::new();
        };
        self.holders
            .with(|holders| touched(holders, &id, after, &self.boxes.book()))
    }

    /// What saving gives to somebody that is sensitive and not held by them yet.
    pub(super) fn sensitive_given(self) -> PermissionSet {
        let touched = untrack(|| self.touched());
        sensitive_gained(&touched, &self.boxes.book())
    }
}

/// A name in the reader's language.
fn shown(name: &Text) -> String {
    untrack(|| name.in_language(&i18n::language::tag()).to_owned())
}

/// The language in which a name is shown to the reader.
fn language_shown(name: &Text) -> String {
    let tag = untrack(i18n::language::tag);
    if name.0.contains_key(&tag) {
        tag
    } else {
        "en".to_owned()
    }
}

/// The name.
#[component]
pub(super) fn NameField(state: RoleState) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="role">
            <h2 class="card-title" id="role">{words::roles_about}</h2>
            <div class="form">
                <TextField
                    form=state.boxes.form
                    pointer="/name"
                    label=words::roles_name
                    value=state.name
                    hint=Signal::derive(words::roles_name_hint)
                />
            </div>
        </section>
    }
}
