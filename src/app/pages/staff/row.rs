//! One person. Six cells, in the order that the stylesheet counts on; the roles are written out because the rows become
//! cards on a phone.

use latchkey_contract::screen::STAFF;
use latchkey_contract::staff::StaffMember;
use leptos::prelude::*;

use super::cells::{AccessCell, SeenCell, StatusCell};
use super::focus::row_id;
use super::row_actions::RowActions;
use super::standing::standing;
use super::state::StaffList;
use crate::components::avatar::Avatar;
use crate::i18n::words;
use crate::pages::staff_actions::{StaffActions, name_of};
use crate::reactive::memo;

/// Where a person's own page lies.
pub(super) fn page_of(member: &StaffMember) -> String {
    format!("{}/{}", STAFF.path, member.id)
}

/// The row.
#[component]
pub(super) fn Row(list: StaffList, actions: StaffActions, member: StaffMember) -> impl IntoView {
    let id = row_id(&member.id);
    let avatar = view! { <Avatar id=member.id.0.clone() name=name_of(&member).to_owned() /> };
    let page = page_of(&member);
    let name = member.name.clone();
    let email = member.email.clone();
    let named = if name.is_empty() {
        // The address says who it is; the eye finds it below, the ear hears it here.
        view! { {words::staff_name_unknown} <span class="visually-hidden">" " {email.clone()}</span> }.into_any()
    } else {
        name.into_any()
    };
    let member = StoredValue::new(member);
    let standing = memo(move || member.with_value(|member| standing(member, list.clock.get())));
    view! {
        <tr role="row" id=id data-status=move || standing.get().status.as_str()>
            <th role="rowheader" scope="row" class="person">{avatar}<a href=page>{named}</a></th>
            <td role="cell" class="email">{breakable(&email)}</td>
            <AccessCell list member />
            <StatusCell list standing />
            <SeenCell list member />
            <td role="cell" class="actions"><RowActions actions member /></td>
        </tr>
    }
    .into_any()
}

/// An e-mail address that may wrap after its `@`.
fn breakable(email: &str) -> AnyView {
    match email.rsplit_once('@') {
        Some((local, domain)) => view! { {format!("{local}@")}<wbr />{domain.to_owned()} }.into_any(),
        None => email.to_owned().into_any(),
    }
}
