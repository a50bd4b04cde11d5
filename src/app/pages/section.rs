//! A section's front page: what this person may do there, what not, and whom to ask. All of it from the catalogue.

use latchkey_contract::screen::Screen;
use latchkey_permissions::{Access, PermissionId, Rule};
use leptos::prelude::*;

use crate::components::page_head::PageHead;
use crate::i18n::{self, words};
use crate::reactive::memo;
use crate::session::{use_sessions, use_signed_in};

/// One thing that somebody may do, or may not.
#[derive(Clone, PartialEq)]
struct Ability {
    label: String,
    description: String,
    held: bool,
}

/// The page.
#[component]
pub(crate) fn SectionPage(
    /// The screen that it is the front page of.
    screen: &'static Screen,
) -> impl IntoView {
    view! {
        <div class="page" data-width="narrow">
            <PageHead title=Signal::derive(move || i18n::screen_title(screen)) />
            <Abilities screen />
        </div>
    }
}

/// What one may do on a screen, folded away: for pages whose first matter is something else.
#[component]
pub(crate) fn AboutAccess(
    /// The screen.
    screen: &'static Screen,
) -> impl IntoView {
    view! {
        <details class="about">
            <summary>{words::section_about}</summary>
            <Abilities screen />
        </details>
    }
}

/// What one may do on a screen, what not, and whom to ask.
#[component]
fn Abilities(screen: &'static Screen) -> impl IntoView {
    let sessions = use_sessions();
    let signed_in = use_signed_in();
    let abilities = memo(move || {
        let catalogue = signed_in.catalogue();
        let language = i18n::language::tag();
        let ability = |id: &PermissionId| {
            let entry = catalogue.permission(id)?;
            Some(Ability {
                label: entry.label.in_language(&language).to_owned(),
                description: entry.description.in_language(&language).to_owned(),
                held: sessions.allows(&Rule::all([id.clone()])),
            })
        };
        screen.permissions.iter().filter_map(ability).collect::<Vec<_>>()
    });
    let held = move || {
        abilities
            .get()
            .into_iter()
            .filter(|ability| ability.held)
            .collect::<Vec<_>>()
    };
    let lacking = move || {
        abilities
            .get()
            .into_iter()
            .filter(|ability| !ability.held)
            .collect::<Vec<_>>()
    };
    let owner = move || signed_in.known.read().access == Access::Owner;
    let closing = move || match (owner(), lacking().is_empty()) {
        (true, _) => words::section_owner(),
        (false, true) => words::section_all(),
        (false, false) => words::section_ask(),
    };

    view! {
            <div class="stack">
                <section class="card" aria-labelledby="can">
                    <h2 class="card-title" id="can">{words::section_can}</h2>
                    <ul class="abilities">{move || held().into_iter().map(line).collect_view()}</ul>
                    <Show when=move || lacking().is_empty()>
                        <p class="muted">{closing}</p>
                    </Show>
                </section>
                <Show when=move || !lacking().is_empty()>
                    <section class="card plain" aria-labelledby="cannot">
                        <h2 class="card-title" id="cannot">{words::section_cannot}</h2>
                        <ul class="abilities">{move || lacking().into_iter().map(line).collect_view()}</ul>
                        <p class="muted">{closing}</p>
                    </section>
                </Show>
            </div>
    }
}

fn line(ability: Ability) -> impl IntoView {
    let spoken = if ability.held {
        words::section_yes
    } else {
        words::section_no
    };
    view! {
        <li class="ability" data-can=ability.held.to_string()>
            <span class="visually-hidden">{spoken} " "</span>
            {ability.label}
            <p class="hint">{ability.description}</p>
        </li>
    }
}
