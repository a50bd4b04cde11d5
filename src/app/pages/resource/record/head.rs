//! The head of a record's page: name, state, and what can be done with it.

use latchkey_contract::resource::{Field, Kind, Shape, Tone};
use latchkey_contract::screen::ACTIVITY;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::delete::DeleteButton;
use super::state::RecordState;
use crate::client::FieldRecord;
use crate::components::page_head::{Crumb, PageHead};
use crate::i18n::words;
use crate::navigation::use_goer;
use crate::pages::resource::commands::{Commands, Subject};
use crate::pages::resource::kit::spoken;
use crate::pages::resource::shown::{badge, name_of};
use crate::pages::resource::value::at;
use crate::reactive::live;
use crate::session::Gate;

/// The head.
#[component]
pub(super) fn Head(state: RecordState) -> impl IntoView {
    let kit = state.kit;
    let one = kit.resource().shape == Shape::One;
    // The name that is saved, not the one being typed.
    let title = Signal::derive(move || {
        if one {
            return kit.title();
        }
        state.saved.with(|saved| {
            saved
                .as_ref()
                .map(|record| name_of(&kit.resource(), record))
                .unwrap_or_default()
        })
    });
    let status = live(move || {
        let resource = kit.resource();
        let telling = |field: &&Field| {
            field.kind == Kind::Choice && field.choices.iter().any(|choice| choice.tone != Tone::Neutral)
        };
        let fields = state.base();
        let told = resource.fields.iter().filter(telling);
        let badges = told.filter_map(|field| Some(badge(field, at(&fields, field.name.as_str()).as_str()?)));
        badges.collect_view()
    });
    let goer = StoredValue::new(use_goer());
    let done = move |record: Option<FieldRecord>| {
        let here = state
            .saved
            .with_untracked(|saved| saved.as_ref().map(|record| record.id.clone()));
        match record {
            Some(record) if Some(&record.id) == here.as_ref() => state.renew(record),
            // The command made another one. Nothing that is typed here is left for it.
            Some(record) if untrack(|| !state.is_dirty()) => {
                goer.with_value(|goer| goer.to(&kit.path_of(record.id.as_str())));
            }
            Some(_) => {}
            None => ask_again(state),
        }
    };
    let history = live(move || {
        let id = state.saved.with(|saved| saved.as_ref().map(|record| record.id.clone()));
        id.map(|id| {
            let href = format!("{}?resource={}&subject={id}", ACTIVITY.path, kit.id());
            view! { <a class="button" href=href>{words::activity_history}</a> }
        })
    });
    let actions = view! {
        <Commands kit subject=Subject::Record(state.saved) done=Callback::new(done) />
        <DeleteButton state />
        <Gate rule=ACTIVITY.rule>{history.clone()}</Gate>
    };
    if one {
        let about = kit.resource().words.about.clone();
        let lead = Signal::derive(move || about.as_ref().map(spoken).unwrap_or_default());
        return view! { <PageHead title lead aside=status.into_any() actions=actions.into_any() /> }.into_any();
    }
    let crumb = Crumb {
        href: Signal::stored(kit.path()),
        words: Signal::derive(move || kit.title()),
    };
    view! { <PageHead title crumb aside=status.into_any() actions=actions.into_any() /> }.into_any()
}

/// Shows the record as it is after something has been done to it.
fn ask_again(state: RecordState) {
    let (client, resource) = (state.kit.client(), state.kit.id());
    let Some(saved) = state.saved.get_untracked() else {
        return;
    };
    spawn_local(async move {
        if let Ok(record) = client.record(&resource, &saved.id).await {
            state.renew(record);
        }
    });
}
