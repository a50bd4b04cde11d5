//! The form of a role: its name, its boxes, and in the aside what saving does to whom.

use latchkey_contract::limits::ROLE_NAME_MAX;
use latchkey_contract::patch::Patch;
use latchkey_contract::role::{Role, RoleDraft};
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{Change, PermissionSet, Text};
use leptos::prelude::*;

use super::touched::{Touched, touched};
use crate::components::button::SubmitButton;
use crate::components::checks::Checks;
use crate::components::field::TextField;
use crate::i18n::{self, words};
use crate::pages::staff_form::{ChangeList, Changes, FormState, Implied};
use crate::reactive::{handler, live, memo};

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
    holders: StoredValue<Vec<StaffMember>>,
}

impl RoleState {
    /// The form of a new role, beginning with what another gives where it is a copy.
    pub(super) fn new(boxes: FormState, like: Option<&Role>) -> Self {
        let state = Self {
            boxes,
            name: RwSignal::new(String::new()),
            saved: RwSignal::new(None),
            holders: StoredValue::new(Vec::new()),
        };
        if let Some(role) = like {
            state.tick(role);
        }
        state
    }

    /// The form of a role.
    pub(super) fn of(boxes: FormState, role: Role, holders: Vec<StaffMember>) -> Self {
        let state = Self::new(boxes, None);
        state.holders.set_value(holders);
        state.load(role);
        state
    }

    /// Shows the role as it is now; what was in the form is gone.
    pub(super) fn load(self, role: Role) {
        self.name.set(shown(&role.name));
        self.tick(&role);
        self.saved.set(Some(role));
    }

    fn tick(self, role: &Role) {
        let given = self.given(role);
        self.boxes.draft.update(|draft| {
            draft.ticked = given;
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
        let before = self
            .saved
            .with(|saved| saved.as_ref().map(|role| (self.given(role), shown(&role.name))));
        let (given, name) = before.unwrap_or_default();
        let typed = self.name.with(|typed| typed.trim().to_owned());
        Changes {
            permissions: Change::between(given, self.boxes.draft.with(|draft| draft.ticked)),
            roles: None,
            name: (typed != name).then_some(typed),
            starts: Patch::Keep,
            ends: Patch::Keep,
            periods: None,
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
        RoleDraft {
            name,
            permissions: self.boxes.book().catalogue.ids(ticked),
            reason: String::new(),
        }
    }

    /// Whom saving would touch. Reactive.
    fn touched(self) -> Vec<Touched> {
        let Some(id) = self.saved.with(|saved| saved.as_ref().map(|role| role.id.clone())) else {
            return Vec::new();
        };
        let after = self.boxes.draft.with(|draft| draft.ticked);
        self.holders
            .with_value(|holders| touched(holders, &id, after, &self.boxes.book()))
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

/// What saving will change, for the role and for its holders, and the one primary action.
#[component]
pub(super) fn Aside(state: RoleState, discard: Callback<()>) -> impl IntoView {
    let is_new = state.saved.with_untracked(Option::is_none);
    let changes = memo(move || state.changes());
    let people = live(move || {
        let touched = state.touched();
        let count = touched.len() as u64;
        let one = |one: Touched| {
            let list = |set, said: fn(&str) -> String| {
                let labels = state.boxes.labels(set);
                (!labels.is_empty()).then(|| view! { <li>{said(&i18n::format::list(&labels))}</li> })
            };
            view! {
                <li>
                    <strong>{one.name}</strong>
                    <ul class="muted">
                        {list(one.change.added, words::roles_gains)}
                        {list(one.change.removed, words::roles_loses)}
                    </ul>
                </li>
            }
        };
        (count > 0).then(|| {
            view! {
                <p>{words::roles_touches(count)}</p>
                <ul class="stack tight">{touched.into_iter().map(one).collect_view()}</ul>
            }
        })
    });
    let note = live(move || match (is_new, changes.read().is_empty()) {
        (true, _) => None,
        (false, true) => Some(words::staff_form_no_changes()),
        (false, false) => Some(words::staff_form_at_once()),
    });
    let label: fn() -> String = if is_new { words::roles_create } else { words::roles_save };
    let back = live(move || {
        if is_new {
            return Some(view! { <a class="button" href="/staff/roles">{words::staff_form_cancel}</a> }.into_any());
        }
        (!changes.read().is_empty()).then(|| {
            view! {
                <button class="button" type="button" on:click=handler(move |_| discard.run(()))>{words::staff_form_discard}</button>
            }
            .into_any()
        })
    });
    view! {
        <aside class="split-aside stack" aria-label=words::staff_form_changes>
            <section class="card summary" aria-labelledby="summary">
                <h2 class="card-title" id="summary">{move || if is_new { words::roles_will_give() } else { words::staff_form_will_change() }}</h2>
                <ChangeList state=state.boxes changes />
                {people}
                <p class="muted" role="status">{note}</p>
                <div class="buttons stack">
                    <SubmitButton label busy_label=words::staff_form_saving busy=state.boxes.form.busy() />
                    {back}
                </div>
            </section>
        </aside>
    }
}
