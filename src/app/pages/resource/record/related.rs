//! What belongs to a record: the first of another resource's records, and the way to all of them.

use std::sync::Arc;

use latchkey_contract::id::FieldName;
use latchkey_contract::list::Page;
use latchkey_contract::resource::{Related, Resource};
use leptos::prelude::*;

use super::state::RecordState;
use crate::client::{FieldRecord, Load, Loaded};
use crate::components::retry::Retry;
use crate::i18n::words;
use crate::pages::resource::descriptors::descriptor;
use crate::pages::resource::kit::speaking;
use crate::pages::resource::list::{Rows, Table, stale_count};
use crate::reactive::{effect, live, memo};
use crate::session::{on_change, records};

/// How many are shown here.
const FIRST: u32 = 5;

/// The same resource without one of the columns of its list.
fn without_column(resource: &Arc<Resource>, name: &FieldName) -> Arc<Resource> {
    let mut resource = Resource::clone(resource);
    resource.columns.retain(|column| column != name);
    Arc::new(resource)
}

/// All lists of a record.
#[component]
pub(super) fn RelatedLists(state: RecordState) -> impl IntoView {
    let related = state.kit.resource().related.clone();
    related
        .into_iter()
        .map(|related| view! { <RelatedList state related /> })
        .collect_view()
}

/// One list; absent where this person may not see such records.
#[component]
fn RelatedList(state: RecordState, related: Related) -> impl IntoView {
    let Related {
        resource,
        filter,
        label,
    } = related;
    let signed_in = state.kit.signed_in;
    let path = memo({
        let resource = resource.clone();
        move || {
            let known = signed_in.known.get();
            let brief = known.resources.iter().find(|brief| brief.id == resource)?;
            state.kit.sessions.allows(&brief.view).then(|| brief.path.clone())
        }
    });
    let query = StoredValue::new(untrack(|| {
        let id = state
            .saved
            .with(|saved| saved.as_ref().map(|record| record.id.0.clone()).unwrap_or_default());
        let encode = |text: &str| String::from(js_sys::encode_uri_component(text));
        format!("{}={}", encode(filter.as_str()), encode(&id))
    }));
    let load = Load::<(Arc<Resource>, Page<FieldRecord>)>::new();
    let resource = StoredValue::new(resource);
    let ask = move || {
        let id = resource.get_value();
        let query = query.with_value(|query| format!("{query}&limit={FIRST}"));
        load.ask(move |abort| async move {
            let Some(described) = descriptor(signed_in, id.clone()).await? else {
                return Err(crate::client::ClientError::GivenUp);
            };
            let page = signed_in.client().records(&id, &query, abort).await?;
            Ok((described, page))
        });
    };
    effect(move || {
        stale_count();
        if path.read().is_some() {
            ask();
        }
    });
    on_change(resource.with_value(|id| records(id.as_str())), move || {
        if path.read().is_some() {
            ask();
        }
    });
    let label = speaking(label);
    let heading = resource.with_value(|id| format!("related-{id}-{filter}"));
    let filter = StoredValue::new(filter);
    live(move || {
        let path = path.get()?;
        let (id, labelled) = (heading.clone(), heading.clone());
        let address = query.with_value(|query| format!("{path}?{query}"));
        let contents = live(move || {
            match load.get() {
            Loaded::Pending => view! { <div class="skeleton" aria-hidden="true"><span class="bone"></span><span class="bone short"></span></div> }.into_any(),
            Loaded::Failed(error) => view! { <Retry error retry=Callback::new(move |()| ask()) /> }.into_any(),
            Loaded::Ready((_, page)) if page.items.is_empty() => view! { <p class="muted">{words::resource_related_none}</p> }.into_any(),
            Loaded::Ready((described, page)) => {
                let total = page.total;
                let more = (total > page.items.len() as u64).then(|| {
                    view! { <p class="more"><a href=address.clone()>{live(move || words::resource_related_all(total))}</a></p> }
                });
                // What all of them have in common need not be said in each row.
                let described = without_column(&described, &filter.get_value());
                let rows = Rows { resource: described, path: path.clone(), records: page.items };
                view! { <Table rows=Signal::stored(rows) label /> {more} }.into_any()
            }
        }
        });
        Some(
            view! { <section class="related" aria-labelledby=labelled><h2 class="card-title" id=id>{label}</h2>{contents}</section> },
        )
    })
}
