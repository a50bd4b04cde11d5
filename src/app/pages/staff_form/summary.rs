//! The aside: what saving will change, the one primary action, and what stays with the owner.

use latchkey_contract::id::RoleId;
use latchkey_contract::patch::Patch;
use latchkey_contract::periods::Periods;
use latchkey_permissions::{PermissionSet, Time};
use leptos::prelude::*;

use super::dates::Side;
use super::draft::Changes;
use super::periods::Dated;
use super::state::FormState;
use crate::components::button::SubmitButton;
use crate::i18n::words;
use crate::reactive::{handler, live, memo};

/// A text of the language files.
type Words = fn() -> String;

/// One line of a change.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    adds: bool,
    text: String,
}

/// The lines of a change, in the reader's language. Reactive in the language.
fn lines(state: FormState, changes: &Changes) -> Vec<Line> {
    let line = |adds: bool| move |text: String| Line { adds, text };
    let labels = |set: PermissionSet| state.labels(set);
    let when = |patch: &Patch<Time>, set: fn(&str) -> String, none: fn() -> String, side: Side| match patch {
        Patch::Keep => None,
        Patch::Clear => Some(Line {
            adds: false,
            text: none(),
        }),
        Patch::Set(time) => Some(Line {
            adds: true,
            text: set(&side.said(*time)),
        }),
    };
    let roles = role_lines(state, changes);
    let name = changes.name.as_ref().map(|name| Line {
        adds: true,
        text: words::staff_form_change_name(name),
    });
    let mut lines: Vec<Line> = name.into_iter().chain(roles).collect();
    lines.extend(labels(changes.permissions.added).into_iter().map(line(true)));
    lines.extend(labels(changes.permissions.removed).into_iter().map(line(false)));
    lines.extend(when(
        &changes.starts,
        words::staff_form_change_starts,
        words::staff_form_change_starts_none,
        Side::Start,
    ));
    lines.extend(when(
        &changes.ends,
        words::staff_form_change_ends,
        words::staff_form_change_ends_none,
        Side::End,
    ));
    lines.extend(changes.two_factor_required.map(|asked| Line {
        adds: asked,
        text: words::staff_form_two_factor(),
    }));
    lines.extend(changes.periods.iter().flat_map(|after| period_lines(state, after)));
    lines
}

/// The lines of roles. A newcomer's are seen in what they give. Reactive in the language.
fn role_lines(state: FormState, changes: &Changes) -> Vec<Line> {
    let before = state
        .saved
        .with(|saved| saved.as_ref().map(|member| member.roles.clone()));
    let (Some(before), Some(after)) = (before, &changes.roles) else {
        return Vec::new();
    };
    let beyond = |one: &[RoleId], other: &[RoleId], adds: bool| {
        let roles = one.iter().filter(|role| !other.contains(role));
        let line = |role: &RoleId| Line {
            adds,
            text: words::staff_form_change_role(&state.role_names(std::slice::from_ref(role))),
        };
        roles.map(line).collect::<Vec<_>>()
    };
    let mut lines = beyond(after, &before, true);
    lines.extend(beyond(&before, after, false));
    lines
}

/// The lines of dates of single roles and permissions. Reactive in the language.
fn period_lines(state: FormState, after: &Periods) -> Vec<Line> {
    let before = state
        .saved
        .with(|saved| saved.as_ref().map(|member| member.periods.clone()).unwrap_or_default());
    let mut all = Dated::all(after);
    all.extend(Dated::all(&before).into_iter().filter(|one| one.of(after).is_none()));
    let mut lines = Vec::new();
    for one in all.iter().filter(|one| one.of(after) != one.of(&before)) {
        let name = one.name(state);
        let period = one.of(after).unwrap_or_default();
        if period.is_always() {
            lines.push(Line {
                adds: false,
                text: words::staff_form_change_period_none(&name),
            });
        }
        let starts = period.starts.map(|starts| Side::Start.said(starts));
        let ends = period.ends.map(|ends| Side::End.said(ends));
        let starts = starts.map(|when| words::staff_form_change_period_starts(&name, &when));
        let ends = ends.map(|when| words::staff_form_change_period_ends(&name, &when));
        lines.extend(starts.into_iter().chain(ends).map(|text| Line { adds: true, text }));
    }
    lines
}

/// A change as a list of what is added and what is removed.
#[component]
pub(crate) fn ChangeList(state: FormState, #[prop(into)] changes: Signal<Changes>) -> impl IntoView {
    let line = |line: Line| {
        let (kind, spoken): (_, fn() -> String) = match line.adds {
            true => ("add", words::staff_form_adds),
            false => ("remove", words::staff_form_removes),
        };
        view! {
            <li class="change" data-change=kind>
                <span class="visually-hidden">{spoken} " "</span>
                {line.text}
            </li>
        }
    };
    view! { <ul class="changes">{move || lines(state, &changes.read()).into_iter().map(line).collect_view()}</ul> }
}

/// The aside.
#[component]
pub(super) fn Summary(
    state: FormState,
    /// Puts the form back to what is saved.
    discard: Callback<()>,
) -> impl IntoView {
    let is_new = move || state.saved.with(Option::is_none);
    let changes = memo(move || state.changes());
    let title = live(move || {
        if is_new() {
            words::staff_form_will_get()
        } else {
            words::staff_form_will_change()
        }
    });
    let nothing_ticked = move || state.draft.with(|draft| draft.ticked.is_empty());
    let note = live(move || match (nothing_ticked(), changes.read().is_empty(), is_new()) {
        (true, _, true) | (true, false, false) => Some(words::staff_form_none_ticked()),
        (false, true, _) | (true, true, false) => Some(words::staff_form_no_changes()),
        (false, false, false) => Some(words::staff_form_at_once()),
        (false, false, true) => None,
    });
    let (label, busy_label): (Words, Words) = if untrack(is_new) {
        (words::staff_form_send, words::staff_form_sending)
    } else {
        (words::staff_form_save, words::staff_form_saving)
    };
    let back = live(move || {
        if is_new() {
            return Some(view! { <a class="button" href="/staff">{words::staff_form_cancel}</a> }.into_any());
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
                <h2 class="card-title" id="summary">{title}</h2>
                <ChangeList state changes />
                <p class="muted" role="status">{note}</p>
                <div class="buttons stack">
                    <SubmitButton label busy_label busy=state.form.busy() />
                    {back}
                </div>
            </section>
            <section class="card plain">
                <h2 class="card-title">{words::staff_form_owner_title}</h2>
                <p class="muted">{words::staff_form_owner_text}</p>
            </section>
        </aside>
    }
}
