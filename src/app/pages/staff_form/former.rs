//! The page of somebody who has left: what they had, and the way to invite them again.

use leptos::prelude::*;

use super::new_page::Invitation;
use super::proof::Proof;
use super::state::FormState;
use crate::i18n::words;
use crate::pages::staff_actions::name_of;
use crate::reactive::{handler, live};

/// The page's contents.
#[component]
pub(super) fn Former(state: FormState) -> impl IntoView {
    let inviting = RwSignal::new(false);
    let name = move || {
        state.saved.with(|saved| {
            let named = saved.as_ref().filter(|member| !member.name.is_empty());
            named.map_or_else(|| state.email.get(), |member| member.name.clone())
        })
    };
    let had = live(move || {
        let book = state.book();
        let held = state
            .saved
            .with(|saved| saved.as_ref().map(|member| book.held_by(member)).unwrap_or_default());
        let labels = state.labels(held);
        (!labels.is_empty()).then(|| {
            view! {
                <section class="card" aria-labelledby="had">
                    <h2 class="card-title" id="had">{words::staff_form_former_permissions}</h2>
                    <ul class="abilities">
                        {labels.into_iter().map(|label| view! { <li class="ability">{label}</li> }).collect_view()}
                    </ul>
                </section>
            }
        })
    });
    let member = state.saved.with_untracked(|saved| {
        saved
            .as_ref()
            .map(|member| (member.id.clone(), name_of(member).to_owned()))
    });
    let again = move || {
        // A fresh start: nobody gets back by habit what they once had.
        let fresh = FormState::new((*state.book()).clone());
        fresh.email.set(state.email.get_untracked());
        fresh.draft.update(|draft| draft.name = untrack(name));
        view! { <Invitation state=fresh /> }
    };
    live(move || match inviting.get() {
        true => again().into_any(),
        false => view! {
            <div class="stack">
                <div class="notice" data-tone="info"><p>{move || words::staff_form_former(&name())}</p></div>
                {member.clone().map(|(id, name)| view! { <Proof id name /> })}
                {had.clone()}
                <section class="card plain">
                    <p class="muted">{words::staff_form_invite_again_hint}</p>
                    <div class="buttons">
                        <button class="button primary" type="button" on:click=handler(move |_| inviting.set(true))>
                            {words::staff_form_invite_again}
                        </button>
                    </div>
                </section>
            </div>
        }
        .into_any(),
    })
}
