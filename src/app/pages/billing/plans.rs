//! The plans there are, and what each has room for. One that is too small says so where its button would be.

use latchkey_contract::billing::{Billing, Plan};
use latchkey_contract::screen::STAFF;
use leptos::prelude::*;

use super::{money, name};
use crate::i18n::words;
use crate::reactive::{handler, live};

/// All of them.
#[component]
pub(super) fn Plans(billing: Billing, choose: Callback<Plan>) -> impl IntoView {
    let Billing { plan, plans, staff, .. } = billing;
    let cards = plans.into_iter().map(|one| {
        let present = one.id == plan;
        view! { <PlanCard plan=one present staff choose /> }
    });
    view! {
        <section class="stack" aria-labelledby="billing-plans">
            <h2 id="billing-plans">{words::billing_plans}</h2>
            <ul class="cards">{cards.collect_view()}</ul>
        </section>
    }
}

#[component]
fn PlanCard(plan: Plan, present: bool, staff: u64, choose: Callback<Plan>) -> impl IntoView {
    let shown = StoredValue::new(plan);
    let limit = shown.with_value(|plan| plan.staff_limit);
    let called = move || shown.with_value(name);
    let way = if present {
        view! { <span class="pill accent">{words::billing_yours}</span> }.into_any()
    } else if limit < staff {
        view! { <span>{move || words::billing_too_small(staff - limit)} " " <a href=STAFF.path>{words::staff_title}</a></span> }
            .into_any()
    } else {
        let pick = move |_| choose.run(shown.get_value());
        view! { <button class="button" type="button" on:click=handler(pick)>{live(move || words::billing_choose(&called()))}</button> }
            .into_any()
    };
    view! {
        <li class="card">
            <h3 class="card-title">{live(called)}</h3>
            <p>{live(move || words::billing_a_month(&shown.with_value(|plan| money(&plan.price))))}</p>
            <p class="muted">{live(move || words::billing_room(limit))}</p>
            <p class="card-links">{way}</p>
        </li>
    }
}
