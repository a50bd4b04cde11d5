//! Billing and subscription: the plan and the people it has room for, the plans there are, and the invoices.
//!
//! Nothing is paid here and no card is asked for; the page says so. `change` asks before a plan is changed.

mod change;
mod invoices;
mod plans;

use latchkey_contract::billing::{Billing, Plan};
use latchkey_contract::money::Money;
use latchkey_contract::report::Unit;
use leptos::prelude::*;

use self::change::ChangeDialog;
use self::invoices::Invoices;
use self::plans::Plans;
use crate::client::{Load, Loaded};
use crate::components::page_head::PageHead;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::i18n::{self, figures, format, words};
use crate::reactive::live;
use crate::session::use_signed_in;

/// The page.
#[component]
pub(crate) fn BillingPage() -> impl IntoView {
    let signed_in = use_signed_in();
    let billing = Load::<Billing>::new();
    let ask = move || {
        let client = signed_in.client();
        billing.ask(move |abort| async move { client.billing(abort).await });
    };
    ask();
    let wanted = RwSignal::new(None::<Plan>);
    let contents = live(move || match billing.get() {
        Loaded::Pending => view! { <PageSkeleton /> }.into_any(),
        Loaded::Failed(error) => view! { <Retry error retry=Callback::new(move |()| ask()) /> }.into_any(),
        Loaded::Ready(known) => view! {
            <div class="stack">
                <Present billing=known.clone() />
                <Plans billing=known.clone() choose=Callback::new(move |plan| wanted.set(Some(plan))) />
                <Invoices billing=known />
            </div>
        }
        .into_any(),
    });
    let dialog = live(move || {
        let plan = wanted.get()?;
        let close = Callback::new(move |()| wanted.set(None));
        let known = billing.with(|known| known.ready().cloned())?;
        Some(view! { <ChangeDialog load=billing known plan close /> })
    });
    view! {
        <div class="page">
            <PageHead title=Signal::derive(words::billing_title) lead=Signal::derive(words::billing_lead) />
            {contents}
            {dialog}
        </div>
    }
}

/// The plan that the store is on.
#[component]
fn Present(billing: Billing) -> impl IntoView {
    let plan = billing.present().cloned();
    let (staff, next) = (billing.staff, billing.next);
    let facts = live(move || {
        let plan = plan.clone()?;
        let limit = plan.staff_limit;
        Some(view! {
            <div><dt>{words::billing_plan}</dt><dd><strong>{name(&plan)}</strong></dd></div>
            <div><dt>{words::billing_price}</dt><dd>{words::billing_a_month(&money(&plan.price))}</dd></div>
            <div>
                <dt id="billing-people">{words::billing_people}</dt>
                <dd>
                    <span class="days">
                        {words::billing_of(&format::number(limit), &format::number(staff))}
                    <meter class="meter" aria-labelledby="billing-people" min="0" max=limit.to_string() value=staff.to_string()></meter>
                    </span>
                    <p class="hint">{words::billing_people_hint}</p>
                </dd>
            </div>
            <div>
                <dt>{words::billing_next}</dt>
                <dd>{words::billing_next_on(&money(&next.amount), &format::date(next.issued))}</dd>
            </div>
        })
    });
    view! {
        <section class="card" aria-labelledby="billing-present">
            <h2 class="card-title" id="billing-present">{words::billing_present}</h2>
            <div class="stack">
                <dl class="facts">{facts}</dl>
                <p class="hint">{words::billing_no_card}</p>
            </div>
        </section>
    }
}

/// What a plan is called. Reactive.
fn name(plan: &Plan) -> String {
    plan.name.in_language(&i18n::language::tag()).to_owned()
}

/// An amount as the language writes it. Reactive.
fn money(money: &Money) -> String {
    figures::figure(&Unit::Money(money.currency.clone()), &money.amount)
}
