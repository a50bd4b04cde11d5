//! The search and the filters.

use std::time::Duration;

use latchkey_contract::id::RoleId;
use latchkey_contract::role::Role;
use latchkey_permissions::{PermissionId, SectionEntry, Text};
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;

use super::state::StaffList;
use crate::i18n::{self, words};
use crate::reactive::{handler, live, memo};
use crate::session::use_signed_in;

/// How long to wait after a letter before asking.
const PAUSE: Duration = Duration::from_millis(150);

/// The search box and three choices.
#[component]
pub(super) fn Toolbar(list: StaffList) -> impl IntoView {
    let mut search = debounce(PAUSE, move |text: String| {
        list.filters.try_update(|filters| filters.text = text);
    });
    view! {
        <div class="toolbar">
            <div class="search" role="search">
                <label class="visually-hidden" for="staff-search">{words::staff_search}</label>
                <input
                    class="input"
                    id="staff-search"
                    type="search"
                    autocomplete="off"
                    placeholder=words::staff_search_placeholder
                    prop:value=move || list.filters.with(|filters| filters.text.clone())
                    on:input=handler(move |event| search(event_target_value(&event)))
                />
            </div>
            <RoleFilter list />
            <PermissionFilter list />
            <TwoFactorFilter list />
        </div>
    }
}

fn in_language(text: &Text) -> String {
    text.in_language(&i18n::language::tag()).to_owned()
}

#[component]
fn RoleFilter(list: StaffList) -> impl IntoView {
    let chosen = move |id: Option<&RoleId>| list.filters.with(|filters| filters.role.as_ref() == id);
    let roles = memo(move || list.roles());
    let one = move |role: Role| {
        let (id, name) = (role.id.clone(), role.name);
        let selected = live(move || chosen(Some(&id)));
        view! { <option value=role.id.0 prop:selected=selected>{move || in_language(&name)}</option> }
    };
    let choose = move |event| {
        let value = event_target_value(&event);
        list.filters
            .update(|filters| filters.role = (!value.is_empty()).then_some(RoleId(value)));
    };
    view! {
        <div class="filter">
            <label class="label" for="staff-role">{words::staff_filter_role}</label>
            <select class="input" id="staff-role" on:change=handler(choose)>
                <option value="" prop:selected=move || chosen(None)>{words::staff_filter_any_role}</option>
                {move || roles.get().into_iter().map(one).collect_view()}
            </select>
        </div>
    }
    .into_any()
}

#[component]
fn PermissionFilter(list: StaffList) -> impl IntoView {
    let signed_in = use_signed_in();
    let chosen = move |id: Option<&PermissionId>| list.filters.with(|filters| filters.permission.as_ref() == id);
    let sections = memo(move || signed_in.catalogue().sections().to_vec());
    let one = move |section: SectionEntry| {
        let options = section.permissions.into_iter().map(|permission| {
            let (id, label) = (permission.id.clone(), permission.label);
            let selected = live(move || chosen(Some(&id)));
            view! {
                <option value=permission.id.as_str().to_owned() prop:selected=selected>{move || in_language(&label)}</option>
            }
        });
        let label = section.label;
        view! { <optgroup label=move || in_language(&label)>{options.collect_view()}</optgroup> }
    };
    let choose = move |event| {
        let value = event_target_value(&event);
        list.filters
            .update(|filters| filters.permission = (!value.is_empty()).then(|| PermissionId::from(value)));
    };
    view! {
        <div class="filter">
            <label class="label" for="staff-permission">{words::staff_filter_permission}</label>
            <select class="input" id="staff-permission" on:change=handler(choose)>
                <option value="" prop:selected=move || chosen(None)>
                    {words::staff_filter_any_permission}
                </option>
                {move || sections.get().into_iter().map(one).collect_view()}
            </select>
        </div>
    }
    .into_any()
}

#[component]
fn TwoFactorFilter(list: StaffList) -> impl IntoView {
    let chosen = move |has: Option<bool>| list.filters.with(|filters| filters.two_factor) == has;
    let choose = move |event| {
        let has = match event_target_value(&event).as_str() {
            "on" => Some(true),
            "off" => Some(false),
            _ => None,
        };
        list.filters.update(|filters| filters.two_factor = has);
    };
    view! {
        <div class="filter">
            <label class="label" for="staff-two-factor">{words::staff_two_factor}</label>
            <select class="input" id="staff-two-factor" on:change=handler(choose)>
                <option value="" prop:selected=move || chosen(None)>{words::staff_filter_any_two_factor}</option>
                <option value="on" prop:selected=move || chosen(Some(true))>{words::staff_filter_with_two_factor}</option>
                <option value="off" prop:selected=move || chosen(Some(false))>{words::staff_filter_without_two_factor}</option>
            </select>
        </div>
    }
    .into_any()
}
