//! The guided tour: the menus one will have, one section after another.

use latchkey_contract::onboarding::OwnOnboarding;
use latchkey_permissions::Text;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use super::stops::{Menu, Stop, stops};
use crate::components::button::SubmitButton;
use crate::components::form::{ErrorSummary, Form};
use crate::i18n::{language, words};
use crate::navigation::focus;
use crate::reactive::{handler, live};
use crate::session::use_signed_in;

fn spoken(text: &Text) -> String {
    text.in_language(&language::tag()).to_owned()
}

/// The card.
#[component]
pub(super) fn Tour(
    /// What one will have.
    own: OwnOnboarding,
    /// Hears what is left afterwards.
    taken: Callback<OwnOnboarding>,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let stops = untrack(|| stops(&signed_in.catalogue(), &own.permissions, &own.resources));
    let total = stops.len();
    let stops = StoredValue::new(stops);
    let at = RwSignal::new(0_usize);
    let form = Form::new(&[]);
    let heading = NodeRef::<html::H2>::new();
    let go = move |to: usize| {
        at.set(to);
        // What was pressed may be gone, and what is to be read begins there.
        if let Some(heading) = heading.get_untracked() {
            focus(&heading);
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if at.get_untracked() + 1 < total {
            go(at.get_untracked() + 1);
            return;
        }
        let client = signed_in.client();
        form.submit(Vec::new(), async move { client.finish_tour().await }, move |now| {
            taken.run(now);
        });
    };
    let shown = live(move || {
        let stop = stops.with_value(|stops| stops.get(at.get()).cloned());
        match stop {
            Some(stop) => view! { <StopView stop /> }.into_any(),
            None => view! { <p>{words::onboarding_tour_nothing}</p> }.into_any(),
        }
    });
    let title = live(move || {
        let label = stops.with_value(|stops| stops.get(at.get()).map(|stop| spoken(&stop.label)));
        label.unwrap_or_else(words::onboarding_tour_title)
    });
    let count = live(move || (total > 1).then(|| words::onboarding_tour_stop(at.get() as u64 + 1, total as u64)));
    let back = live(move || {
        (at.get() > 0).then(|| {
            let click = move |_| go(at.get_untracked().saturating_sub(1));
            view! { <button class="button" type="button" on:click=handler(click)>{words::onboarding_tour_back}</button> }
        })
    });
    let next = live(move || {
        let label: fn() -> String = if at.get() + 1 < total {
            words::onboarding_tour_next
        } else {
            words::onboarding_tour_finish
        };
        view! { <SubmitButton label busy_label=words::frame_saving busy=form.busy() /> }
    });
    view! {
        <section class="card" aria-labelledby="tour">
            <p class="muted">{words::onboarding_tour_lead} " " {count}</p>
            <h2 class="card-title" id="tour" tabindex="-1" node_ref=heading>{title}</h2>
            {shown}
            <form class="form" novalidate on:submit=handler(submit)>
                <ErrorSummary form />
                <div class="buttons">{back} {next}</div>
            </form>
        </section>
    }
}

/// One section: its menus, and what may be done in each.
#[component]
fn StopView(stop: Stop) -> impl IntoView {
    let description = stop.description.clone();
    let menus = stop.menus.into_iter().map(|Menu { title, may }| {
        let may = live(move || may.iter().map(spoken).collect::<Vec<_>>().join(" · "));
        view! {
            <li class="ability" data-can="true">
                <strong>{move || title.words()}</strong>
                <p class="hint">{may}</p>
            </li>
        }
    });
    view! {
        <p>{move || spoken(&description)}</p>
        <ul class="abilities">{menus.collect_view()}</ul>
    }
}
