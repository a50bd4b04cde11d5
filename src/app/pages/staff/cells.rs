//! What a row says of a person: access, status, last visit.

use latchkey_contract::limits::ends_soon;
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{OnboardingStep, Status, Text, Time};
use leptos::prelude::*;

use super::access::{Access, Reach, access};
use super::standing::{LIFETIME_DAYS, Note, Standing};
use super::state::StaffList;
use crate::i18n::format::{date, list as in_a_row, relative, relative_alone, sentence_case};
use crate::i18n::{language, words};
use crate::reactive::{live, memo};

/// Roles and reach.
#[component]
pub(super) fn AccessCell(list: StaffList, member: StoredValue<StaffMember>) -> impl IntoView {
    let access = memo(move || {
        list.book
            .with(|book| member.with_value(|member| Some(access(member, book.as_ref()?))))
    });
    let former = member.with_value(|member| member.status == Status::Ended);
    let roles = live(move || {
        let roles = access.with(|access| access.as_ref().and_then(role_line));
        roles.map(|roles| view! { <span>{roles}</span> " " })
    });
    let reach = live(move || access.with(|access| access.as_ref().map(|access| reach_line(&access.reach, former))));
    let ends = StoredValue::new(member.with_value(ends_of_parts));
    let two_factor = member.with_value(|member| member.two_factor);
    let two_factor = two_factor.then(|| view! { " " <span class="pill">{words::staff_two_factor}</span> });
    let dated = live(move || {
        let (class, text) = ends.with_value(|ends| dated(ends, list.clock.get()))?;
        Some(view! { <span class=class>{text}</span> })
    });
    view! {
        <td role="cell" class="access" data-label=words::staff_column_access>
            {roles}<span class="muted">{reach}</span> {dated} {two_factor}
        </td>
    }
    .into_any()
}

/// The ends of what is held for a time only; none for what has but a start.
fn ends_of_parts(member: &StaffMember) -> Vec<Option<Time>> {
    let periods = &member.periods;
    let all = periods.permissions.iter().map(|(_, period)| period);
    let all = all.chain(periods.roles.iter().map(|(_, period)| period));
    all.map(|period| period.ends).collect()
}

/// What is to be said of them, the most pressing alone, and how that looks. Reactive in the language.
fn dated(ends: &[Option<Time>], now: Time) -> Option<(&'static str, String)> {
    let soon = ends
        .iter()
        .flatten()
        .filter(|ends| ends_soon(ends.millis(), now.millis()));
    if let Some(first) = soon.clone().min() {
        let said = words::staff_access_ends_soon(soon.count() as u64, &relative(*first, now));
        return Some(("pill sensitive", said));
    }
    let over = ends.iter().flatten().filter(|ends| **ends <= now).count();
    match (over as u64, (ends.len() - over) as u64) {
        (0, 0) => None,
        (over, 0) => Some(("pill", words::staff_access_over(over))),
        (_, dated) => Some(("pill", words::staff_access_dated(dated))),
    }
}

fn texts(texts: &[Text]) -> impl Iterator<Item = String> {
    let language = language::tag();
    texts.iter().map(move |text| text.in_language(&language).to_owned())
}

/// "Store manager + 2"; nothing where no role is held.
fn role_line(access: &Access) -> Option<String> {
    let roles = in_a_row(&texts(&access.roles).collect::<Vec<_>>());
    match (roles.is_empty(), access.on_top) {
        (true, _) => None,
        (false, 0) => Some(roles),
        (false, on_top) => Some(words::staff_access_role_more(on_top, &roles)),
    }
}

/// "Sales, Catalog, and part of Marketing".
fn reach_line(reach: &Reach, former: bool) -> String {
    let reach = match reach {
        Reach::Nothing if former => return words::staff_access_former_none(),
        Reach::Nothing => return words::staff_access_none(),
        Reach::Everything => words::staff_access_all(),
        Reach::Sections { whole, part } => {
            let part = texts(part).map(|section| words::staff_access_part(&section));
            in_a_row(&texts(whole).chain(part).collect::<Vec<_>>())
        }
    };
    if former {
        words::staff_access_had(&reach)
    } else {
        sentence_case(&reach)
    }
}

/// Where the account stands.
#[component]
pub(super) fn StatusCell(list: StaffList, standing: Memo<Standing>) -> impl IntoView {
    let note = live(move || match standing.get().note {
        Note::None => ().into_any(),
        Note::DaysLeft(days) => view! { <Days days /> }.into_any(),
        Note::InvitationExpired => muted(words::staff_invitation_expired),
        Note::NotDelivered => {
            view! { <span class="pill sensitive">{live(words::staff_not_delivered)}</span> }.into_any()
        }
        Note::From(when) => muted(move || words::staff_starts(&date(when))),
        // The day that is the last with access.
        Note::Until(when) => muted(move || words::staff_ends(&date(when.plus_millis(-1)))),
        Note::EndsSoon(when) => {
            let text = live(move || words::staff_ends_soon(&relative(when, list.clock.get())));
            view! { <span class="pill sensitive">{text}</span> }.into_any()
        }
        Note::EndedOn(when) => muted(move || date(when)),
        Note::AsksAgain => view! { <span class="pill accent">{words::staff_asks}</span> }.into_any(),
        Note::AtStep(step, since) => {
            muted(move || words::staff_stuck(&step_word(step), &relative(since, list.clock.get())))
        }
    });
    let status = move || standing.get().status;
    view! {
        <td role="cell" data-label=words::staff_column_status>
            <span class="status" data-status=move || status().as_str()>{move || status_word(status())}</span>
            " "
            {note}
        </td>
    }
    .into_any()
}

fn muted(text: impl Fn() -> String + Send + 'static) -> AnyView {
    let text = live(text);
    view! { <span class="muted">{text}</span> }.into_any()
}

/// The days that an invitation has left.
#[component]
fn Days(days: u64) -> impl IntoView {
    view! {
        <span class="days">
            <meter
                class="meter"
                min="0"
                // An installation may let invitations live longer.
                max=LIFETIME_DAYS.max(days).to_string()
                value=days.to_string()
                aria-label=words::staff_days_left_label
            ></meter>
            " "
            {move || words::staff_days_left(days)}
        </span>
    }
}

/// What a step before access is called.
pub(crate) fn step_word(step: OnboardingStep) -> String {
    match step {
        OnboardingStep::ChoosePassword => words::staff_step_password(),
        OnboardingStep::SecurityBasics => words::staff_step_basics(),
        OnboardingStep::SecondFactor => words::staff_two_factor(),
        OnboardingStep::GuidedTour => words::staff_step_tour(),
    }
}

fn status_word(status: Status) -> String {
    match status {
        Status::Invited => words::staff_status_invited(),
        Status::Onboarding => words::staff_status_onboarding(),
        Status::Active => words::staff_status_active(),
        Status::Suspended => words::staff_status_suspended(),
        Status::Ended => words::staff_status_ended(),
    }
}

/// The last visit.
#[component]
pub(super) fn SeenCell(list: StaffList, member: StoredValue<StaffMember>) -> impl IntoView {
    let seen = member.with_value(|member| member.last_seen);
    let seen = move || match seen {
        Some(seen) => relative_alone(seen, list.clock.get()),
        None => words::staff_never_seen(),
    };
    view! { <td role="cell" class="muted" data-label=words::staff_column_last_seen>{seen}</td> }
}
