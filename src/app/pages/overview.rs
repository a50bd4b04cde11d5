//! The first page: one card per section that the person has something of. What is not permitted is absent.

use std::time::Duration;

use latchkey_contract::limits::ends_soon;
use latchkey_contract::overview::{Fact, Overview};
use latchkey_contract::report::{Axis, Report};
use latchkey_contract::resource::Tone;
use latchkey_contract::screen::{REPORTS, STAFF, STAFF_NEW};
use latchkey_contract::staff::{StaffCounts, StaffPage};
use latchkey_permissions::{Extent, SectionId, Status};
use leptos::prelude::*;

use crate::client::{Load, StaffQuery};
use crate::components::page_head::PageHead;
use crate::directory::{self, Entry};
use crate::i18n::format::relative;
use crate::i18n::{self, figures, words};
use crate::pages::reports::chart::TimeChart;
use crate::reactive::{effect, live};
use crate::session::{Gate, use_sessions, use_signed_in};
use crate::time::{every, now};

/// The page.
#[component]
pub(crate) fn OverviewPage() -> impl IntoView {
    let sessions = use_sessions();
    let signed_in = use_signed_in();
    let lead = move || {
        let session = &signed_in.known.read().session;
        if session.account.owner {
            words::overview_lead_owner(&session.store.name)
        } else {
            words::overview_lead(&session.store.name)
        }
    };
    let waiting = Load::<Overview>::new();
    let client = StoredValue::new(signed_in.client());
    // Whoever may do something else now waits for something else.
    effect(move || {
        signed_in.known.track();
        if let Some(client) = client.try_get_value() {
            waiting.ask(move |abort| async move { client.overview(abort).await });
        }
    });
    let sales = live(move || {
        let report = waiting.with(|waiting| waiting.ready().and_then(|waiting| waiting.sales.clone()));
        report.map(|report| view! { <SalesCard report /> })
    });
    let cards = live(move || {
        let known = signed_in.known.get();
        let ids = known.catalogue.sections().iter().map(|section| section.id.clone());
        ids.filter(|id| {
            let entries = directory::section(id.as_str(), &known.resources);
            entries.iter().any(|entry| sessions.allows(&entry.rule))
        })
        .map(|id| view! { <SectionCard id waiting /> })
        .collect_view()
    });
    view! {
        <div class="page">
            <PageHead title=Signal::derive(words::overview_title) lead=Signal::derive(lead) />
            <EndsSoon />
            <ul class="cards">
                {sales}
                {cards}
                <Gate rule=STAFF.rule><OwnerCard /></Gate>
            </ul>
        </div>
    }
}

/// A warning that one's access ends by itself before long.
#[component]
fn EndsSoon() -> impl IntoView {
    let signed_in = use_signed_in();
    let clock = RwSignal::new(now());
    every(Duration::from_mins(1), move || clock.set(now()));
    live(move || {
        let session = &signed_in.known.read().session;
        let (ends, now) = (session.account.ends?, clock.get());
        ends_soon(ends.millis(), now.millis()).then(|| {
            let text = words::overview_ends_soon(&session.store.name, &relative(ends, now));
            view! { <div class="notice" data-tone="warning" role="status"><p>{text}</p></div> }
        })
    })
}

#[component]
fn SectionCard(id: SectionId, waiting: Load<Overview>) -> impl IntoView {
    let sessions = use_sessions();
    let signed_in = use_signed_in();
    let section = StoredValue::new(id);
    let entry = move || {
        let catalogue = signed_in.catalogue();
        section.with_value(|id| catalogue.sections().iter().find(|entry| entry.id == *id).cloned())
    };
    let label = live(move || entry().map(|entry| entry.label.in_language(&i18n::language::tag()).to_owned()));
    let about = live(move || entry().map(|entry| entry.description.in_language(&i18n::language::tag()).to_owned()));
    let whole = live(move || {
        let known = signed_in.known.read();
        let granted = known.access.granted();
        let everything = section
            .with_value(|id| granted.is_none_or(|granted| known.catalogue.extent(id, granted) == Extent::Everything));
        everything.then(|| view! { <p class="muted">{words::overview_all}</p> })
    });
    let links = live(move || {
        let known = signed_in.known.get();
        let entries = section.with_value(|id| directory::section(id.as_str(), &known.resources));
        let open = entries.into_iter().filter(|entry| sessions.allows(&entry.rule));
        let link = |Entry { path, title, .. }| view! { <li><a href=path>{live(move || title.words())}</a></li> };
        open.map(link).collect_view()
    });
    let facts = live(move || {
        let facts: Vec<_> = waiting.with(|waiting| {
            let all = waiting
                .ready()
                .map(|waiting| waiting.facts.as_slice())
                .unwrap_or_default();
            let here = |fact: &&Fact| section.with_value(|id| fact.section == *id);
            all.iter().filter(here).cloned().collect()
        });
        (!facts.is_empty()).then(|| view! { <ul class="card-facts">{facts.into_iter().map(fact).collect_view()}</ul> })
    });
    view! {
        <li class="card">
            <h2 class="card-title">{label}</h2>
            <p class="muted">{about}</p>
            {whole}
            {facts}
            <ul class="card-links">{links}</ul>
        </li>
    }
}

/// A fact, which leads to where one sees more of it.
fn fact(fact: Fact) -> impl IntoView {
    let Fact {
        label,
        unit,
        figure,
        path,
        tone,
        ..
    } = fact;
    let tone = (tone == Tone::Attention).then_some("attention");
    view! {
        <li class="fact" data-tone=tone>
            <a href=path>{move || label.in_language(&i18n::language::tag()).to_owned()}</a>
            <strong>{move || figures::figure(&unit, &figure.value)}</strong>
        </li>
    }
}

/// The sales of the last weeks.
#[component]
fn SalesCard(report: Report) -> impl IntoView {
    let Axis::Time(step) = report.axis else {
        return ().into_any();
    };
    let (title, unit, total) = (
        report.brief.title.clone(),
        report.unit.clone(),
        report.total.value.clone(),
    );
    view! {
        <li class="card wide">
            <h2 class="card-title">{move || title.in_language(&i18n::language::tag()).to_owned()}</h2>
            <p class="report-total">
                <strong>{move || figures::figure(&unit, &total)}</strong> " " <span class="muted">{words::overview_sales_span}</span>
            </p>
            <TimeChart report step />
            <ul class="card-links"><li><a href=REPORTS.path>{words::reports_title}</a></li></ul>
        </li>
    }
    .into_any()
}

/// The owner's own card: how many have access, and how many have been asked.
#[component]
fn OwnerCard() -> impl IntoView {
    let client = use_signed_in().client();
    let page = Load::<StaffPage>::new();
    // The shortest of its pages says how many there are.
    let query = StaffQuery {
        limit: Some(1),
        ..StaffQuery::default()
    };
    page.ask(move |abort| async move { client.staff(&query, abort).await });
    let counts = move || page.with(|page| page.ready().map(|page| page.counts));
    let text = live(move || {
        let joined = |counts: StaffCounts| counts.of(&[Status::Onboarding, Status::Active, Status::Suspended]);
        counts().map(|counts| words::overview_staff_text(joined(counts)))
    });
    let open = live(move || {
        let invited = counts().map(|counts| counts.invited).filter(|invited| *invited > 0);
        invited.map(|invited| view! { <p class="muted">{words::overview_staff_invited(invited)}</p> })
    });
    view! {
        <li class="card">
            <h2 class="card-title">{words::overview_staff_title}</h2>
            <p class="muted">{text}</p>
            {open}
            <ul class="card-links">
                <li><a href=STAFF.path>{words::staff_title}</a></li>
                <li><a href=STAFF_NEW.path>{words::overview_add_staff}</a></li>
            </ul>
        </li>
    }
}
