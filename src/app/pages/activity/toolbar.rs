//! The search and the filters. Every choice is a step in the history: Back leads to what was shown before.

use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;

use super::question::{Group, Question};
use crate::client::{Load, StaffQuery};
use crate::i18n::{self, words};
use crate::navigation::use_goer;
use crate::reactive::{handler, live};
use crate::session::use_signed_in;

/// How long to wait after a letter before asking.
const PAUSE: Duration = Duration::from_millis(200);

/// A message of the language files.
type Words = fn() -> String;

/// An option: its value and what it is called.
type Choice = (String, Signal<String>);

/// The filters.
#[component]
pub(super) fn Toolbar(question: Memo<Question>, text: RwSignal<String>) -> impl IntoView {
    let goer = StoredValue::new(use_goer());
    let go = move |change: &dyn Fn(&mut Question)| {
        let mut wanted = question.get_untracked();
        change(&mut wanted);
        goer.with_value(|goer| goer.to(&wanted.address()));
    };
    let mut search = debounce(PAUSE, move |typed: String| {
        text.try_set(typed);
    });
    let people = people();
    let signed_in = use_signed_in();
    let sections = Signal::derive(move || {
        let catalogue = signed_in.catalogue();
        let sections = catalogue.sections().iter();
        sections
            .map(|section| {
                let label = section.label.clone();
                let label = Signal::derive(move || label.in_language(&i18n::language::tag()).to_owned());
                (section.id.as_str().to_owned(), label)
            })
            .collect::<Vec<Choice>>()
    });
    let groups = Signal::stored(
        Group::ALL
            .map(|group| (group.as_str().to_owned(), Signal::derive(move || group_word(group))))
            .to_vec(),
    );
    let only_one = live(move || {
        question.with(|question| !question.subject.is_empty()).then(|| {
            let all = Question::default().address();
            view! { <p class="muted">{words::activity_one} " " <a href=all>{words::activity_all}</a></p> }
        })
    });
    view! {
        <div class="toolbar">
            <div class="search" role="search">
                <label class="visually-hidden" for="activity-search">{words::activity_search}</label>
                <input
                    class="input"
                    id="activity-search"
                    type="search"
                    autocomplete="off"
                    placeholder=words::activity_search
                    prop:value=move || text.get()
                    on:input=handler(move |event| search(event_target_value(&event)))
                />
            </div>
            <Choose
                id="activity-person" label=words::staff_form_person any=words::activity_person_any choices=people
                chosen=Signal::derive(move || question.with(|question| question.person.clone()))
                choose=Callback::new(move |value: String| go(&|question| question.person.clone_from(&value)))
            />
            <Choose
                id="activity-kind" label=words::activity_kind any=words::activity_kind_any choices=groups
                chosen=Signal::derive(move || question.with(|question| question.group.map_or_else(String::new, |group| group.as_str().to_owned())))
                choose=Callback::new(move |value: String| go(&|question| {
                    question.group = Group::ALL.into_iter().find(|group| group.as_str() == value);
                }))
            />
            <Choose
                id="activity-section" label=words::activity_section any=words::activity_section_any choices=sections
                chosen=Signal::derive(move || question.with(|question| question.section.clone()))
                choose=Callback::new(move |value: String| go(&|question| question.section.clone_from(&value)))
            />
            <Day
                id="activity-from" label=words::reports_from
                day=Signal::derive(move || question.with(|question| question.from.clone()))
                choose=Callback::new(move |day: String| go(&|question| question.from.clone_from(&day)))
            />
            <Day
                id="activity-to" label=words::reports_to
                day=Signal::derive(move || question.with(|question| question.to.clone()))
                choose=Callback::new(move |day: String| go(&|question| question.to.clone_from(&day)))
            />
        </div>
        {only_one}
    }
}

/// Everybody there is to choose: the owner, the staff, and who was on it.
fn people() -> Signal<Vec<Choice>> {
    let signed_in = use_signed_in();
    let client = signed_in.client();
    let staff = Load::<Vec<(String, String)>>::new();
    staff.ask(move |abort| async move {
        let everybody = client.everybody(StaffQuery::default(), abort).await?;
        let named = everybody.into_iter().map(|member| {
            let name = if member.name.is_empty() {
                member.email
            } else {
                member.name
            };
            (member.id.0, name)
        });
        Ok(named.collect())
    });
    Signal::derive(move || {
        let known = signed_in.known.get();
        let me = &known.session.account;
        let staff = staff.with(|staff| staff.ready().cloned().unwrap_or_default());
        std::iter::once((me.id.0.clone(), me.name.clone()))
            .chain(staff)
            .map(|(id, name)| (id, Signal::stored(name)))
            .collect()
    })
}

/// One choice.
#[component]
fn Choose(
    id: &'static str,
    label: Words,
    any: Words,
    choices: Signal<Vec<Choice>>,
    chosen: Signal<String>,
    choose: Callback<String>,
) -> impl IntoView {
    let one = move |(value, label): Choice| {
        let own = value.clone();
        let selected = live(move || chosen.with(|chosen| *chosen == own));
        view! { <option value=value prop:selected=selected>{label}</option> }
    };
    view! {
        <div class="filter">
            <label class="label" for=id>{label}</label>
            <select class="input" id=id on:change=handler(move |event| choose.run(event_target_value(&event)))>
                <option value="" prop:selected=move || chosen.with(String::is_empty)>{any}</option>
                {move || choices.get().into_iter().map(one).collect_view()}
            </select>
        </div>
    }
    .into_any()
}

/// A day.
#[component]
fn Day(id: &'static str, label: Words, day: Signal<String>, choose: Callback<String>) -> impl IntoView {
    view! {
        <div class="filter">
            <label class="label" for=id>{label}</label>
            <input
                class="input" type="date" id=id prop:value=move || day.get()
                on:change=handler(move |event| choose.run(event_target_value(&event)))
            />
        </div>
    }
    .into_any()
}

fn group_word(group: Group) -> String {
    match group {
        Group::Signing => words::activity_group_signing(),
        Group::Refused => words::activity_group_refused(),
        Group::Staff => words::activity_group_staff(),
        Group::Roles => words::activity_group_roles(),
        Group::Records => words::activity_group_records(),
        Group::Files => words::activity_group_files(),
    }
}
