//! The list of roles: what each gives in a line, and who holds it.

use latchkey_contract::role::{PresetState, Role};
use latchkey_contract::screen::{ROLE_NEW, STAFF};
use leptos::prelude::*;

use crate::client::{Load, Loaded};
use crate::components::keyed::keyed;
use crate::components::page_head::PageHead;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::components::toasts::use_toasts;
use crate::i18n::{self, words};
use crate::reactive::{handler, live, memo};
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
    // None, once they are there: what changes in them is followed card by card.
    let waits = memo(move || match roles.get() {
        Loaded::Pending => Some(None),
        Loaded::Failed(error) => Some(Some(error)),
        Loaded::Ready(_) => None,
    });
    let all = move || roles.with(|roles| roles.ready().cloned().unwrap_or_default());
    let contents = live(move || {
        match waits.get() {
        Some(None) => view! { <PageSkeleton /> }.into_any(),
        Some(Some(error)) => view! { <Retry error retry=Callback::new(move |()| ask()) /> }.into_any(),
        None => view! {
            <ul class="cards">{keyed(all, |role| role.id.to_string(), move |role| view! { <RoleCard first=role roles /> })}</ul>
            <Restore roles />
        }
        .into_any(),
    }
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

/// One role. It stays as long as the role does, and shows what that is now.
#[component]
fn RoleCard(
    /// The role as it was when the card came.
    first: Role,
    roles: Load<Vec<Role>>,
) -> impl IntoView {
    let signed_in = use_signed_in();
    let id = first.id.clone();
    let edit = format!("/staff/roles/{id}");
    let people = format!("/staff?role={id}");
    let role = memo(move || {
        let now = roles.with(|roles| roles.ready()?.iter().find(|role| role.id == id).cloned());
        now.unwrap_or_else(|| first.clone())
    });
    let gives = live(move || {
        let catalogue = signed_in.catalogue();
        let held = role.with(|role| catalogue.set(role.permissions.iter().cloned()).known);
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
    let changed = live(move || {
        let changed = role.with(|role| role.preset == Some(PresetState::Changed));
        changed.then(|| view! { <span class="pill">{words::roles_changed}</span> })
    });
    let holders = memo(move || role.with(|role| role.holders));
    let anybody = memo(move || holders.get() > 0);
    let count = move || words::roles_holders(holders.get());
    let held = live(move || match anybody.get() {
        false => view! { <span class="muted">{count}</span> }.into_any(),
        true => view! { <a href=people.clone()>{count}</a> }.into_any(),
    });
    let name = live(move || role.with(|role| role.name.in_language(&i18n::language::tag()).to_owned()));
    view! {
        <li class="card linked">
            <h2 class="card-title"><a href=edit>{name}</a></h2>
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
