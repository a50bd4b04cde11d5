//! The invoices so far, to be read and to be had as a file.

use latchkey_contract::billing::{Billing, Invoice};
use leptos::prelude::*;

use super::money;
use crate::components::file_link::fetch_file;
use crate::i18n::{self, format, words};
use crate::reactive::live;
use crate::session::use_signed_in;

/// The table.
#[component]
pub(super) fn Invoices(billing: Billing) -> impl IntoView {
    let file = use_signed_in().client().invoices_file();
    let invoices = billing.invoices;
    let contents = if invoices.is_empty() {
        view! { <p class="muted">{words::billing_no_invoices}</p> }.into_any()
    } else {
        let rows = live(move || invoices.iter().map(row).collect_view());
        view! {
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="billing-invoices">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{words::billing_number}</th>
                            <th scope="col">{words::billing_date}</th>
                            <th scope="col" class="number">{words::billing_amount}</th>
                            <th scope="col">{words::billing_plan}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="buttons"><a class="button small" href=file download="" on:click=fetch_file()>{words::reports_csv}</a></p>
        }
        .into_any()
    };
    view! {
        <div class="stack">
            <h2 id="billing-invoices">{words::billing_invoices}</h2>
            {contents}
        </div>
    }
}

fn row(invoice: &Invoice) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row">{format::number(invoice.number)}</th>
            <td>{format::date(invoice.issued)}</td>
            <td class="number">{money(&invoice.amount)}</td>
            <td>{invoice.plan.in_language(&i18n::language::tag()).to_owned()}</td>
        </tr>
    }
}
