//! What the page of a role is drawn from, read when it is opened and again when others have changed something: in place, and
//! what is typed stays.

use latchkey_contract::id::RoleId;
use latchkey_contract::role::Role;
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::Status;
use leptos::ev;
use leptos::prelude::*;
use web_sys::AbortSignal;

use super::role_form::RoleState;
use crate::client::{ClientError, SignedInClient, StaffQuery};
use crate::pages::staff_form::Book;
use crate::session::{STAFF_KEY, on_change, use_signed_in};

/// A role, all others, and who holds it.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) role: Role,
    pub(super) roles: Vec<Role>,
    pub(super) holders: Vec<StaffMember>,
}

/// Reads it; none where there is no such role.
pub(super) async fn find(
    client: &SignedInClient,
    id: RoleId,
    abort: Option<AbortSignal>,
) -> Result<Option<Found>, ClientError> {
    let roles = client.roles().await?.items;
    let Some(role) = roles.iter().find(|role| role.id == id).cloned() else {
        return Ok(None);
    };
    let held = StaffQuery {
        role: Some(id),
        ..StaffQuery::default()
    };
    let mut holders = client.everybody(held, abort).await?;
    holders.retain(|member| member.status != Status::Ended);
    Ok(Some(Found { role, roles, holders }))
}

/// Follows what others do, when that is told or the window gets the attention back. `gone` is called once the role is no
/// more, and nothing in the form would go with it.
pub(super) fn follow_others(state: RoleState, gone: Callback<()>) {
    let signed_in = use_signed_in();
    let look = move || {
        let Some(before) = state.saved.get_untracked() else {
            return;
        };
        let client = signed_in.client();
        leptos::task::spawn_local(async move {
            let Ok(found) = find(&client, before.id.clone(), None).await else {
                return;
            };
            // Meanwhile the page may have gone, or the role been saved from here, or be on its way.
            let is_same = state.saved.try_get_untracked().flatten().as_ref() == Some(&before);
            if !is_same || state.boxes.form.busy().get_untracked() {
                return;
            }
            let clean = untrack(|| !state.is_dirty());
            match found {
                None if clean => gone.run(()),
                // What is typed can still be copied out; saving says that the role is no more.
                None => {}
                Some(Found { role, roles, holders }) => {
                    state.boxes.rebook(Book::new(untrack(|| signed_in.catalogue()), &roles));
                    state.holders.set(holders);
                    follow(state, &before, role, clean);
                }
            }
        });
    };
    on_change(STAFF_KEY.to_owned(), look);
    let focus = window_event_listener(ev::focus, move |_| look());
    on_cleanup(move || focus.remove());
}

/// Takes over what the role is now, or says so where something typed stands in the way.
fn follow(state: RoleState, before: &Role, now: Role, clean: bool) {
    if now == *before {
        state.newer.set(None);
    } else if now.version == before.version {
        // Others hold it; the role itself is as it was.
        state.saved.set(Some(now));
    } else if clean {
        state.load(now);
    } else {
        state.newer.set(Some(now));
    }
}
