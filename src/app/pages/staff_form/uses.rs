//! When the person last used each permission: what was never used may not be needed.

use latchkey_contract::staff::PermissionUse;
use leptos::prelude::*;

use super::state::FormState;
use crate::client::{Load, Loaded};
use crate::i18n::{self, words};
use crate::reactive::live;
use crate::session::use_signed_in;
use crate::time::now;

/// The list. Where it cannot be had, the page is whole without it.
#[component]
pub(super) fn Uses(state: FormState) -> impl IntoView {
    let signed_in = use_signed_in();
    let uses = Load::<Vec<PermissionUse>>::new();
    if let Some(saved) = state.saved.get_untracked() {
        let client = signed_in.client();
        uses.ask(move |abort| async move { client.staff_uses(&saved.id, abort).await.map(|page| page.items) });
    }
    live(move || match uses.get() {
        Loaded::Pending | Loaded::Failed(_) => ().into_any(),
        Loaded::Ready(all) => {
            let catalogue = signed_in.catalogue();
            let one = |PermissionUse { permission, last }: PermissionUse| {
                let entry = catalogue.permission(&permission);
                let label = entry.map_or_else(
                    || permission.as_str().to_owned(),
                    |entry| entry.label.in_language(&i18n::language::tag()).to_owned(),
                );
                view! { <div><dt>{label}</dt><dd>{i18n::format::relative_alone(last, now())}</dd></div> }
            };
            let contents = if all.is_empty() {
                view! { <p class="muted">{words::staff_form_uses_none}</p> }.into_any()
            } else {
                view! { <dl class="facts">{all.into_iter().map(one).collect_view()}</dl> }.into_any()
            };
            view! {
                <section class="card" aria-labelledby="uses">
                    <h2 class="card-title" id="uses">{words::staff_form_uses}</h2>
                    {contents}
                </section>
            }
            .into_any()
        }
    })
}
