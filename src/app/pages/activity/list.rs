//! The entries, page by page.

use latchkey_contract::activity::Entry;
use latchkey_contract::list::Page;
use leptos::prelude::*;

use super::entry::Row;
use super::question::Question;
use crate::client::{ClientError, Load, Loaded};
use crate::components::keyed::keyed;
use crate::components::picture::{Picture, Pictured};
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::i18n::words;
use crate::reactive::{effect, handler, live, memo};
use crate::session::{ACTIVITY_KEY, on_change, use_signed_in};

/// The newest entries on top of those that are known. Where there are so many that they do not meet, the newest alone.
fn join(known: Option<Page<Entry>>, newest: Page<Entry>) -> Page<Entry> {
    let Some(known) = known else { return newest };
    let last = known.items.first().map(|entry| entry.number);
    let Some(meet) = newest.items.iter().position(|entry| Some(entry.number) == last) else {
        return newest;
    };
    let mut items = newest.items;
    items.truncate(meet);
    items.extend(known.items);
    Page {
        items,
        next: known.next,
        total: newest.total,
    }
}

/// What is to be seen.
#[derive(Clone, Debug, PartialEq)]
enum Shape {
    Waiting,
    Failed(ClientError),
    Nothing,
    Rows,
}

/// The entries that the question asks for. What was there stays, dimmed, while other ones are on their way.
#[component]
pub(super) fn List(question: Memo<Question>) -> impl IntoView {
    let client = StoredValue::new(use_signed_in().client());
    let page = Load::<Page<Entry>>::new();
    let ask = move |question: Question| {
        if let Some(client) = client.try_get_value() {
            page.ask(move |abort| async move { client.activity(&question.query(), None, abort).await });
        }
    };
    effect(move || ask(question.get()));
    let again = Callback::new(move |()| ask(question.get_untracked()));
    let more = move || {
        let (Some(client), Some(Loaded::Ready(known))) = (client.try_get_value(), page.peek()) else {
            return;
        };
        let (query, cursor) = (question.with_untracked(Question::query), known.next);
        page.ask_and(
            move |abort| async move { client.activity(&query, cursor.as_deref(), abort).await },
            |before, mut older: Page<Entry>| {
                let mut items = before.map(|before| before.items).unwrap_or_default();
                items.append(&mut older.items);
                Page { items, ..older }
            },
        );
    };
    // What is added while others are on their way comes with them.
    let newer = move || {
        let asked = question.get_untracked();
        if page.is_asking() {
            return ask(asked);
        }
        if let Some(client) = client.try_get_value() {
            page.ask_and(
                move |abort| async move { client.activity(&asked.query(), None, abort).await },
                join,
            );
        }
    };
    on_change(ACTIVITY_KEY.to_owned(), newer);
    let busy = live(move || page.is_asking().then_some("true"));
    // Rows stay as long as their entries are asked for, with what is open in them and where the focus is.
    let shape = memo(move || {
        page.with(|page| match page {
            Loaded::Pending => Shape::Waiting,
            Loaded::Failed(error) => Shape::Failed(error.clone()),
            Loaded::Ready(known) if known.items.is_empty() => Shape::Nothing,
            Loaded::Ready(_) => Shape::Rows,
        })
    });
    let entries = move || page.with(|page| page.ready().map(|known| known.items.clone()).unwrap_or_default());
    let total = memo(move || page.with(|page| page.ready().map_or(0, |known| known.total)));
    let is_older = memo(move || page.with(|page| page.ready().is_some_and(|known| known.next.is_some())));
    let older = live(move || {
        is_older.get().then(|| view! {
            <div class="more">
                <button class="button" type="button" on:click=handler(move |_| more())>{words::activity_more}</button>
            </div>
        })
    });
    let shown = live(move || match shape.get() {
        Shape::Waiting => view! { <PageSkeleton /> }.into_any(),
        Shape::Failed(error) => view! { <Retry error retry=again /> }.into_any(),
        Shape::Nothing => view! { <Empty all=question.with_untracked(Question::is_all) /> }.into_any(),
        Shape::Rows => view! {
            <p class="muted" role="status">{move || words::activity_count(total.get())}</p>
            <div class="card">
                <ol class="rows" aria-busy=busy.clone()>
                    {keyed(entries, |entry| entry.number.to_string(), |entry| view! { <Row entry /> })}
                </ol>
            </div>
            {older.clone()}
        }
        .into_any(),
    });
    view! { {shown} }
}

/// A message of the language files.
type Words = fn() -> String;

/// Nothing to show.
#[component]
fn Empty(all: bool) -> impl IntoView {
    let (picture, title, text): (_, Words, Words) = if all {
        (Pictured::Key, words::activity_empty_title, words::activity_empty_text)
    } else {
        (
            Pictured::Signpost,
            words::resource_no_hits_title,
            words::resource_no_hits_text,
        )
    };
    view! {
        <div class="empty">
            <Picture of=picture />
            <h2>{title}</h2>
            <p>{text}</p>
        </div>
    }
}
