//! The list of roles: what each gives in a line, and who holds it.

use latchkey_contract::role::{PresetState, Role};
use latchkey_contract::screen::{ROLE_NEW, STAFF};
use leptos::prelude::*;

use crate::client::{Load, Loaded};
use crate::components::page_head::PageHead;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::components::toasts::use_toasts;
use crate::i18n::{self, words};
use crate::reactive::{handler, live};
use crate::session::{STAFF_KEY, on_change, use_signed_in};

/// The page.
#[component]
pub(crate) fn RolesPage() -> impl IntoView {
    let signed_in = use_signed_in();
    let roles = Load::<Vec<Role>>::new();
    let ask = move || {
        let client = signed_in.client();
        roles.ask(move |_| async move { client.roles().await.map(|page| page.items) });
    };
    ask();
    on_change(STAFF_KEY.to_owned(), ask);
    let contents = live(move || match roles.get() {
        Loaded::Pending => view! { <PageSkeleton /> }.into_any(),
        Loaded::Failed(error) => view! { <Retry error retry=Callback::new(move |()| ask()) /> }.into_any(),
        Loaded::Ready(all) => view! {
            <ul class="cards">{all.into_iter().map(|role| view! { <RoleCard role /> }).collect_view()}</ul>
            <Restore roles />
        }
        .into_any(),
    });
    view! {
        <div class="page">
            <PageHead
                title=Signal::derive(words::roles_title)
                crumb=(STAFF.path, words::staff_title as fn() -> String)
                lead=Signal::derive(words::roles_lead)
                actions=view! { <a class="button primary" href=ROLE_NEW.path>{words::roles_add}</a> }.into_any()
            />
            {contents}
        </div>
    }
}

/// One role.
#[component]
fn RoleCard(role: Role) -> impl IntoView {
    let signed_in = use_signed_in();
    let Role {
        id,
        name,
        permissions,
        holders,
        preset,
        ..
    } = role;
    let gives = live(move || {
        let catalogue = signed_in.catalogue();
        let held = catalogue.set(permissions.iter().cloned()).known;
        let sections: Vec<_> = catalogue
            .sections()
            .iter()
            .filter(|section| !(catalogue.section_set(&section.id) & held).is_empty())
            .map(|section| section.label.in_language(&i18n::language::tag()).to_owned())
            .collect();
        if sections.is_empty() {
            words::roles_gives_nothing()
        } else {
            words::roles_gives(held.len() as u64, &i18n::format::list(&sections))
        }
    });
    let edit = format!("/staff/roles/{id}");
    let people = format!("/staff?role={id}");
    let changed =
        (preset == Some(PresetState::Changed)).then(|| view! { <span class="pill">{words::roles_changed}</span> });
    let held = live(move || match holders {
        0 => view! { <span class="muted">{words::roles_holders(0)}</span> }.into_any(),
        _ => view! { <a href=people.clone()>{words::roles_holders(holders)}</a> }.into_any(),
    });
    view! {
        <li class="card linked">
            <h2 class="card-title"><a href=edit>{move || name.in_language(&i18n::language::tag()).to_owned()}</a></h2>
            <p class="muted">{gives}</p>
            <p class="card-links">{held} {changed}</p>
        </li>
    }
}

/// The way back for roles that came with the backend and were deleted.
#[component]
fn Restore(roles: Load<Vec<Role>>) -> impl IntoView {
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    let restore = move |_| {
        let client = signed_in.client();
        leptos::task::spawn_local(async move {
            match client.restore_roles().await {
                Ok(page) => {
                    roles.set(page.items);
                    toasts.say(words::roles_restored());
                }
                Err(error) => toasts.warn(crate::components::problem::error_message(&error)),
            }
        });
    };
    view! {
        <p class="buttons">
            <button class="button quiet" type="button" on:click=handler(restore)>{words::roles_restore}</button>
        </p>
    }
}
