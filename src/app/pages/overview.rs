//! The first page: one card per section that the person has something of. What is not permitted is absent.

use std::time::Duration;

use latchkey_contract::limits::ends_soon;
use latchkey_contract::overview::{Fact, Overview};
use latchkey_contract::periods::Turn;
use latchkey_contract::report::{Axis, Report};
use latchkey_contract::resource::Tone;
use latchkey_contract::screen::{REPORTS, STAFF, STAFF_NEW};
use latchkey_contract::staff::{StaffCounts, StaffPage};
use latchkey_permissions::{Extent, SectionId, Status, Time};
use leptos::prelude::*;

use crate::client::{Load, StaffQuery};
use crate::components::keyed::keyed;
use crate::components::page_head::PageHead;
use crate::directory::{self, Entry};
use crate::i18n::format::relative;
use crate::i18n::{self, figures, words};
use crate::pages::reports::chart::TimeChart;
use crate::reactive::{effect, live, memo};
use crate::session::{Gate, STAFF_KEY, on_change, records, use_sessions, use_signed_in};
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
    let ask = move || {
        if let Some(client) = client.try_get_value() {
            waiting.ask(move |abort| async move { client.overview(abort).await });
        }
    };
    // Whoever may do something else now waits for something else.
    effect(move || {
        signed_in.known.track();
        ask();
    });
    // What is counted here is counted in records. What has not changed stands as it is, with whoever is at it.
    for resource in signed_in.known.read_untracked().resources.iter() {
        on_change(records(resource.id.as_str()), ask);
    }
    let report = memo(move || waiting.with(|waiting| waiting.ready().and_then(|waiting| waiting.sales.clone())));
    let sales = live(move || report.get().map(|report| view! { <SalesCard report /> }));
    let sections = memo(move || {
        let known = signed_in.known.get();
        let ids = known.catalogue.sections().iter().map(|section| section.id.clone());
        let has_some = |id: &SectionId| {
            let entries = directory::section(id.as_str(), &known.resources);
            entries.iter().any(|entry| sessions.allows(&entry.rule))
        };
        ids.filter(has_some).collect::<Vec<_>>()
    });
    view! {
        <div class="page">
            <PageHead title=Signal::derive(words::overview_title) lead=Signal::derive(lead) />
            <EndsSoon waiting />
            <ul class="cards">
                {sales}
                {keyed(move || sections.get(), SectionId::to_string, move |id| view! { <SectionCard id waiting /> })}
                <Gate rule=STAFF.rule><OwnerCard /></Gate>
            </ul>
        </div>
    }
}

/// A warning that one's access, or a part of it, ends by itself before long.
#[component]
fn EndsSoon(waiting: Load<Overview>) -> impl IntoView {
    let signed_in = use_signed_in();
    let clock = RwSignal::new(now());
    every(Duration::from_mins(1), move || clock.set(now()));
    let is_soon = |at: Time, now: Time| ends_soon(at.millis(), now.millis());
    let warning = |text: String| view! { <div class="notice" data-tone="warning" role="status"><p>{text}</p></div> };
    let whole = live(move || {
        let session = &signed_in.known.read().session;
        let (ends, now) = (session.account.ends?, clock.get());
        is_soon(ends, now).then(|| warning(words::overview_ends_soon(&session.store.name, &relative(ends, now))))
    });
    let turns = memo(move || waiting.with(|waiting| waiting.ready().map(|waiting| waiting.turns.clone())));
    let parts = live(move || {
        let (known, now) = (signed_in.known.read(), clock.get());
        let turns = turns.get().unwrap_or_default().into_iter();
        let soon = turns.filter(|turn| !turn.loses.is_empty() && is_soon(turn.at, now));
        let part = |turn: Turn| {
            let lost = known.catalogue.set(turn.loses).known;
            let language = i18n::language::tag();
            let labels = known
                .catalogue
                .entries(lost)
                .map(|entry| entry.label.in_language(&language).to_owned());
            let labels = i18n::format::list(&labels.collect::<Vec<_>>());
            warning(words::overview_part_ends_soon(
                &labels,
                &known.session.store.name,
                &relative(turn.at, now),
            ))
        };
        soon.map(part).collect_view()
    });
    view! { {whole} {parts} }
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
    let here = memo(move || {
        waiting.with(|waiting| {
            let all = waiting
                .ready()
                .map(|waiting| waiting.facts.as_slice())
                .unwrap_or_default();
            let here = |fact: &&Fact| section.with_value(|id| fact.section == *id);
            all.iter().filter(here).cloned().collect::<Vec<_>>()
        })
    });
    let any = memo(move || here.with(|facts| !facts.is_empty()));
    let facts = live(move || {
        any.get().then(|| {
            view! {
                <ul class="card-facts">
                    // A link stays where its figure changes.
                    {keyed(move || here.get(), |fact| fact.path.clone(), move |first| view! { <FactLine first here /> })}
                </ul>
            }
        })
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
#[component]
fn FactLine(
    /// The fact as it was when its line came.
    first: Fact,
    /// The facts of the card as they are now.
    here: Memo<Vec<Fact>>,
) -> impl IntoView {
    let path = first.path.clone();
    let now = memo(move || {
        let now = here.with(|facts| facts.iter().find(|fact| fact.path == first.path).cloned());
        now.unwrap_or_else(|| first.clone())
    });
    let tone = live(move || now.with(|fact| (fact.tone == Tone::Attention).then_some("attention")));
    view! {
        <li class="fact" data-tone=tone>
            <a href=path>{live(move || now.with(|fact| fact.label.in_language(&i18n::language::tag()).to_owned()))}</a>
            <strong>{live(move || now.with(|fact| figures::figure(&fact.unit, &fact.figure.value)))}</strong>
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
    let client = StoredValue::new(use_signed_in().client());
    let page = Load::<StaffPage>::new();
    let ask = move || {
        // The shortest of its pages says how many there are.
        let query = StaffQuery {
            limit: Some(1),
            ..StaffQuery::default()
        };
        if let Some(client) = client.try_get_value() {
            page.ask(move |abort| async move { client.staff(&query, abort).await });
        }
    };
    ask();
    on_change(STAFF_KEY.to_owned(), ask);
    let counts = memo(move || page.with(|page| page.ready().map(|page| page.counts)));
    let text = live(move || {
        let joined = |counts: StaffCounts| counts.of(&[Status::Onboarding, Status::Active, Status::Suspended]);
        counts.get().map(|counts| words::overview_staff_text(joined(counts)))
    });
    let open = live(move || {
        let invited = counts.get().map(|counts| counts.invited).filter(|invited| *invited > 0);
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
