//! `/reports`: the store's figures over a span of days, each as a chart with a table behind it.

mod block;
pub(crate) mod chart;
mod scale;
mod span;
mod table;
mod toolbar;

use latchkey_contract::report::ReportBrief;
use leptos::prelude::*;

use self::block::Block;
use self::span::Span;
use self::toolbar::Toolbar;
use crate::client::{Load, Loaded};
use crate::components::page_head::PageHead;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::i18n::words;
use crate::navigation::{said_in, use_query};
use crate::reactive::{live, memo};
use crate::session::use_signed_in;
use crate::time::now;

/// The page.
#[component]
pub(crate) fn ReportsPage() -> impl IntoView {
    let query = use_query();
    let span = memo(move || {
        query.with(|query| {
            Span::said(
                said_in(query, "from"),
                said_in(query, "to"),
                said_in(query, "compare").as_deref(),
                now(),
            )
        })
    });
    let client = StoredValue::new(use_signed_in().client());
    let reports = Load::<Vec<ReportBrief>>::new();
    let ask = move || {
        if let Some(client) = client.try_get_value() {
            reports.ask(move |abort| async move { client.reports(abort).await.map(|page| page.items) });
        }
    };
    ask();
    let blocks = live(move || match reports.get() {
        Loaded::Pending => view! { <PageSkeleton /> }.into_any(),
        Loaded::Failed(error) => view! { <Retry error retry=Callback::new(move |()| ask()) /> }.into_any(),
        Loaded::Ready(all) => {
            let blocks = all
                .into_iter()
                .map(|brief| view! { <Block brief span /> })
                .collect_view();
            view! { <div class="reports">{blocks}</div> }.into_any()
        }
    });
    view! {
        <div class="page">
            <PageHead title=Signal::derive(words::reports_title) lead=Signal::derive(words::reports_lead) />
            <Toolbar span />
            {blocks}
        </div>
    }
}
