//! The head of a list: what it is, and what can be done with the whole of it.

use leptos::prelude::*;

use crate::client::FieldRecord;
use crate::components::file_link::fetch_file;
use crate::components::page_head::PageHead;
use crate::i18n::words;
use crate::navigation::use_goer;
use crate::pages::resource::commands::{Commands, Subject};
use crate::pages::resource::kit::{Kit, speaking, spoken};
use crate::reactive::{live, memo};

/// The head.
#[component]
pub(super) fn ListHead(
    kit: Kit,
    /// What the file of the list is asked for: the same as the list itself.
    #[prop(into)]
    query: Signal<String>,
) -> impl IntoView {
    let resource = kit.resource();
    let about = resource.words.about.clone();
    let lead = Signal::derive(move || about.as_ref().map(spoken).unwrap_or_default());
    let may_create = memo(move || kit.allows(kit.resource().rules.create.as_ref()));
    let may_export = memo(move || kit.allows(kit.resource().rules.export.as_ref()));
    let create = resource
        .words
        .create
        .clone()
        .map_or_else(|| Signal::derive(words::resource_new), speaking);
    let add = live(move || {
        let href = format!("{}/new", kit.path());
        may_create
            .get()
            .then(|| view! { <a class="button primary" href=href>{create}</a> })
    });
    let export = live(move || {
        let file = format!("{}.csv", kit.id());
        let href = live(move || kit.client().export_url(&kit.id(), &query.get()));
        may_export.get().then(
            || view! { <a class="button" href=href download=file on:click=fetch_file()>{words::resource_export}</a> },
        )
    });
    let goer = StoredValue::new(use_goer());
    let done = Callback::new(move |made: Option<FieldRecord>| {
        if let Some(made) = made {
            goer.with_value(|goer| goer.to(&kit.path_of(made.id.as_str())));
        }
    });
    let actions = view! { {export} <Commands kit subject=Subject::List done /> {add} };
    view! { <PageHead title=Signal::derive(move || kit.title()) lead actions=actions.into_any() /> }.into_any()
}
