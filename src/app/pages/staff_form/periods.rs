//! Dates of single roles and permissions: a line for each that has some, and a choice of what else could.

use latchkey_contract::id::RoleId;
use latchkey_contract::periods::{Period, Periods};
use latchkey_permissions::{PermissionId, Time};
use leptos::prelude::*;

use super::dates::Side;
use super::moment_field::MomentInput;
use super::period_standing::{Standing, standing};
use super::state::{FormState, label};
use crate::components::field::{Labelled, described_by, invalid};
use crate::components::form::input_id;
use crate::i18n::{self, words};
use crate::reactive::{handler, live, memo};
use crate::time::now;

/// What has dates of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Dated {
    /// A role that is held.
    Role(RoleId),
    /// A permission that is given directly.
    Permission(PermissionId),
}

impl Dated {
    /// Everything that these dates are about, roles first.
    pub(super) fn all(periods: &Periods) -> Vec<Self> {
        let roles = periods.roles.iter().map(|(id, _)| Self::Role(id.clone()));
        roles
            .chain(periods.permissions.iter().map(|(id, _)| Self::Permission(id.clone())))
            .collect()
    }

    /// Its dates.
    pub(super) fn of(&self, periods: &Periods) -> Option<Period> {
        match self {
            Self::Role(id) => periods.roles.get(id),
            Self::Permission(id) => periods.permissions.get(id),
        }
    }

    /// Gives it dates, or takes them away.
    fn set(self, periods: &mut Periods, period: Option<Period>) {
        match (self, period) {
            (Self::Role(id), Some(period)) => periods.roles.insert(id, period),
            (Self::Role(id), None) => periods.roles.remove(&id),
            (Self::Permission(id), Some(period)) => periods.permissions.insert(id, period),
            (Self::Permission(id), None) => periods.permissions.remove(&id),
        }
    }

    /// What it is called. Reactive in the language.
    pub(super) fn name(&self, state: FormState) -> String {
        let book = state.book();
        let name = match self {
            Self::Role(id) => book
                .role(id)
                .map(|role| role.name.in_language(&i18n::language::tag()).to_owned()),
            Self::Permission(id) => book.catalogue.permission(id).map(label),
        };
        name.unwrap_or_else(|| self.id().to_owned())
    }

    fn id(&self) -> &str {
        match self {
            Self::Role(id) => id.as_str(),
            Self::Permission(id) => id.as_str(),
        }
    }

    /// The value that stands for it in the choice.
    fn value(&self) -> String {
        match self {
            Self::Role(id) => format!("role {id}"),
            Self::Permission(id) => format!("permission {}", id.as_str()),
        }
    }
}

/// What stands in the form and could have dates, but has none yet.
fn undated(state: FormState) -> Vec<Dated> {
    let book = state.book();
    state.draft.with(|draft| {
        let (roles, permissions) = draft.given(&book);
        let roles = roles.into_iter().map(Dated::Role);
        let all = roles.chain(permissions.into_iter().map(Dated::Permission));
        all.filter(|one| one.of(&draft.periods).is_none()).collect()
    })
}

/// The card.
#[component]
pub(super) fn PeriodsCard(state: FormState) -> impl IntoView {
    let dated = memo(move || state.draft.with(|draft| Dated::all(&draft.periods)));
    let rows = live(move || {
        let rows = dated.get().into_iter();
        rows.map(|one| view! { <Row state one /> }).collect_view()
    });
    let others = memo(move || undated(state));
    let options = live(move || {
        let option = |one: Dated| view! { <option value=one.value()>{one.name(state)}</option> };
        others.get().into_iter().map(option).collect_view()
    });
    let add = move |event| {
        let value = event_target_value(&event);
        if let Some(one) = others.get_untracked().into_iter().find(|one| one.value() == value) {
            state
                .draft
                .update(|draft| one.set(&mut draft.periods, Some(Period::default())));
        }
    };
    let hint = Signal::derive(words::staff_form_periods_hint);
    view! {
        <section class="card" aria-labelledby="periods">
            <h2 class="card-title" id="periods">{words::staff_form_periods}</h2>
            <div class="form">
                {rows}
                <Labelled form=state.form pointer="/periods" label=words::staff_form_periods_add hint=Some(hint) optional=Some(words::frame_optional)>
                    <select
                        class="input"
                        id=input_id("/periods")
                        aria-describedby=described_by(state.form, "/periods", true)
                        aria-invalid=invalid(state.form, "/periods")
                        prop:value=live(move || {
                            others.track();
                            ""
                        })
                        on:change=handler(add)
                    >
                        <option value="">{words::staff_form_periods_choose}</option>
                        {options}
                    </select>
                </Labelled>
            </div>
        </section>
    }
}

/// The dates of one thing.
#[component]
fn Row(state: FormState, one: Dated) -> impl IntoView {
    let base = format!("period-{}", one.value().replace([' ', '.'], "-"));
    let (from, until) = (format!("{base}-from"), format!("{base}-until"));
    let one = StoredValue::new(one);
    let period = memo(move || {
        state
            .draft
            .with(|draft| one.with_value(|one| one.of(&draft.periods)))
            .unwrap_or_default()
    });
    let name = move || one.with_value(|one| one.name(state));
    let choose = move |side: Side| {
        Callback::new(move |moment: Option<Time>| {
            let mut after = period.get_untracked();
            match side {
                Side::Start => after.starts = moment,
                Side::End => after.ends = moment,
            }
            state
                .draft
                .update(|draft| one.get_value().set(&mut draft.periods, Some(after)));
        })
    };
    let remove = move |_| {
        state
            .draft
            .update(|draft| one.get_value().set(&mut draft.periods, None));
    };
    let note = live(move || standing(period.get(), now()).map(Standing::shown));
    view! {
        <fieldset class="stack tight">
            <legend class="label">{live(name)}</legend>
            <div class="fields">
                <div class="field">
                    <label class="label" for=from.clone()>{words::staff_form_period_from}</label>
                    <MomentInput side=Side::Start id=from moment=Signal::derive(move || period.get().starts)
                        choose=choose(Side::Start) described=live(|| None) invalid=live(|| None) />
                </div>
                <div class="field">
                    <label class="label" for=until.clone()>{words::staff_form_period_until}</label>
                    <MomentInput side=Side::End id=until moment=Signal::derive(move || period.get().ends)
                        choose=choose(Side::End) described=live(|| None) invalid=live(|| None) />
                </div>
            </div>
            {note}
            <p class="buttons">
                <button class="button small" type="button" on:click=handler(remove)>
                    {words::staff_form_period_remove}
                    <span class="visually-hidden">" " {live(name)}</span>
                </button>
            </p>
        </fieldset>
    }
}
