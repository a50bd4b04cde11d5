//! The proof of a revocation on the page of whoever has left: how many of each ended, how long it took, and what the
//! person changed last.

use latchkey_contract::activity::{Entry, Kind};
use latchkey_contract::id::AccountId;
use latchkey_contract::revocation::RevocationProof;
use leptos::prelude::*;

use crate::client::{Load, Loaded};
use crate::i18n::{self, words};
use crate::reactive::live;
use crate::session::use_signed_in;
use crate::time::now;

/// The proof, where there was a revocation. Where it cannot be had, the page is whole without it.
#[component]
pub(super) fn Proof(id: AccountId, name: String) -> impl IntoView {
    let signed_in = use_signed_in();
    let load = Load::<Option<RevocationProof>>::new();
    let client = signed_in.client();
    load.ask(move |_| async move { client.revocation(&id).await });
    live(move || match load.get() {
        Loaded::Ready(Some(proof)) => Some(view! { <Shown proof name=name.clone() /> }),
        Loaded::Ready(None) | Loaded::Pending | Loaded::Failed(_) => None,
    })
}

#[component]
fn Shown(proof: RevocationProof, name: String) -> impl IntoView {
    let RevocationProof {
        at,
        by,
        reason,
        sessions_ended,
        tokens_ended,
        invitations_cancelled,
        requests_closed,
        millis,
        last_changes,
    } = proof;
    let count = |label: fn() -> String, count: u64| {
        view! { <div><dt>{label}</dt><dd class="number">{move || i18n::format::number(count)}</dd></div> }
    };
    let lead = move || words::proof_lead(&by.name, &i18n::format::date_time(at));
    let none = last_changes.is_empty().then(|| {
        let name = name.clone();
        view! { <p class="muted">{move || words::proof_no_changes(&name)}</p> }
    });
    let reason =
        (!reason.is_empty()).then(|| view! { <div><dt>{words::staff_revoke_reason}</dt><dd>{reason}</dd></div> });
    view! {
        <section class="card" aria-labelledby="proof">
            <h2 class="card-title" id="proof">{words::proof_title}</h2>
            <p>{lead}</p>
            <dl class="facts">
                {count(words::proof_sessions, sessions_ended)}
                {count(words::proof_tokens, tokens_ended)}
                {count(words::proof_invitations, invitations_cancelled)}
                {count(words::proof_requests, requests_closed)}
                {millis.map(|millis| view! {
                    <div><dt>{words::proof_took}</dt><dd class="number">{move || words::proof_millis(millis)}</dd></div>
                })}
                {reason}
            </dl>
        </section>
        <section class="card" aria-labelledby="last-changes">
            <h2 class="card-title" id="last-changes">{move || words::proof_changes(&name)}</h2>
            {none}
            <ul class="rows">{last_changes.into_iter().map(|entry| view! { <LastChange entry /> }).collect_view()}</ul>
        </section>
    }
}

/// One thing that the person changed, and the way to it.
#[component]
fn LastChange(entry: Entry) -> impl IntoView {
    let signed_in = use_signed_in();
    let at = entry.at;
    let entry = StoredValue::new(entry);
    let thing = live(move || {
        let what = entry.with_value(thing);
        let path = entry.with_value(|entry| {
            let known = signed_in.known.read();
            let brief = known
                .resources
                .iter()
                .find(|brief| Some(&brief.id) == entry.resource.as_ref())?;
            path(entry, &brief.path)
        });
        match path {
            Some(path) => view! { <a href=path>{what}</a> }.into_any(),
            None => view! { <span>{what}</span> }.into_any(),
        }
    });
    view! {
        <li class="row">
            <div class="row-text">
                <p><span>{move || entry.with_value(deed)}</span> " " {thing}</p>
                <p class="muted">
                    <time datetime=at.to_string()>{move || i18n::format::relative_alone(at, now())}</time>
                </p>
            </div>
        </li>
    }
}

/// What was done. Reactive in the language.
fn deed(entry: &Entry) -> String {
    match entry.kind {
        Kind::RecordCreated => words::proof_created(),
        Kind::RecordDeleted => words::proof_deleted(),
        Kind::RecordRestored => words::proof_restored(),
        Kind::CommandDone => {
            let command = entry.detail.label.as_ref();
            let command = command.map(|label| label.in_language(&i18n::language::tag()).to_owned());
            words::proof_command(&command.unwrap_or_default())
        }
        _ => words::proof_changed(),
    }
}

/// What it was done to. Reactive in the language.
fn thing(entry: &Entry) -> String {
    let title = entry.detail.resource_title.as_ref();
    let title = title
        .map(|title| title.in_language(&i18n::language::tag()).to_owned())
        .unwrap_or_default();
    let subject = entry.subject.as_ref().filter(|subject| {
        // The one record of a page of settings is the page.
        !subject.name.is_empty() && entry.resource.as_ref().is_none_or(|own| own.0 != subject.id)
    });
    subject.map_or_else(|| title.clone(), |subject| format!("{} ({title})", subject.name))
}

/// Where the thing is, if it is still somewhere.
fn path(entry: &Entry, list: &str) -> Option<String> {
    let subject = entry.subject.as_ref()?;
    let whole = entry.resource.as_ref().is_some_and(|own| own.0 == subject.id);
    match (entry.kind, whole) {
        (Kind::RecordDeleted, _) => None,
        (_, true) => Some(list.to_owned()),
        (_, false) => Some(format!("{list}/{}", subject.id)),
    }
}

#[cfg(test)]
mod tests {
    use latchkey_contract::activity::{Detail, Subject, SubjectType};
    use latchkey_contract::id::ResourceId;
    use latchkey_permissions::Time;

    use super::*;

    fn entry(kind: Kind, id: &str) -> Entry {
        Entry {
            number: 1,
            at: Time::from_millis(0),
            kind,
            actor: None,
            subject: Some(Subject {
                sort: SubjectType::Record,
                id: id.into(),
                name: String::new(),
            }),
            section: None,
            resource: Some(ResourceId("products".into())),
            detail: Detail::default(),
            reason: String::new(),
            device: String::new(),
            address: String::new(),
        }
    }

    #[test]
    fn a_change_leads_to_what_was_changed_unless_it_is_gone() {
        let list = "/catalog/products";
        assert_eq!(
            path(&entry(Kind::RecordChanged, "p1"), list).as_deref(),
            Some("/catalog/products/p1")
        );
        assert_eq!(path(&entry(Kind::RecordDeleted, "p1"), list), None);
        assert_eq!(path(&entry(Kind::CommandDone, "products"), list).as_deref(), Some(list));
    }
}
