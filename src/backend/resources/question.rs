//! What a list of records may be asked for, read strictly: a filter that is not understood is refused, since a list that
//! silently leaves one out shows what should not be in it.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use latchkey_contract::limits::{PAGE_DEFAULT, PAGE_MAX};
use latchkey_contract::problem::FieldCode;
use latchkey_contract::resource::{Field, Kind};
use latchkey_permissions::{Access, Catalogue, Time};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::model::Model;
use super::table::{Cell, Column, Keeps, scaled};
use crate::auth::token::sha256_hex;
use crate::problem::Refusal;
use crate::validate::Faults;

/// The longest search.
const SEARCH_MAX: usize = 254;

/// The most values that one filter takes.
const VALUES_MAX: usize = 100;

const DAY_MS: i64 = 86_400_000;

/// What a column must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// One of these.
    Any(Vec<Cell>),
    /// Several values, and one of these is among them.
    Has(Vec<String>),
    /// Between these, both included, and there at all.
    Between(Option<Cell>, Option<Cell>),
}

/// What the list is ordered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Order {
    /// The column, in SQL.
    pub(crate) sql: String,
    /// Whether it is a text.
    pub(crate) text: bool,
    pub(crate) descending: bool,
}

/// The place after one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct After {
    pub(crate) key: Cell,
    pub(crate) id: String,
}

/// A question, read.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) search: Option<String>,
    /// Columns in SQL, and what they must be.
    pub(crate) filters: Vec<(String, Wanted)>,
    pub(crate) order: Order,
    pub(crate) limit: u32,
    pub(crate) after: Option<After>,
    /// Tells apart what a cursor belongs to.
    hash: String,
}

/// A cursor, before it is wrapped.
#[derive(Serialize, Deserialize)]
struct Cursor {
    question: String,
    text: Option<String>,
    number: Option<i64>,
    id: String,
}

impl Question {
    /// Reads the query of a request. `pages` is false for a file, which has none.
    pub(crate) fn read(
        model: &Model,
        access: &Access,
        catalogue: &Catalogue,
        query: &str,
        pages: bool,
    ) -> Result<Self, Refusal> {
        let mut faults = Faults::default();
        let seen: Vec<&Field> = model.visible(access, catalogue).collect();
        let visible = |name: &str| seen.iter().copied().find(|field| field.name.as_str() == name);
        let filter = |name: &str| {
            let named = model.resource.filters.iter().any(|filter| filter.as_str() == name);
            visible(name).filter(|_| named)
        };
        let mut given: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let known = match &*name {
                "q" => model.resource.search,
                "sort" => true,
                "limit" | "cursor" => pages,
                name => filter(name).is_some(),
            };
            let pointer = format!("/{name}");
            if !known {
                faults.note(pointer, FieldCode::UnknownMember, "There is no such filter here.");
            } else if given.insert(name.into_owned(), value.into_owned()).is_some() {
                faults.note(pointer, FieldCode::Malformed, "This is there twice.");
            }
        }
        // An empty one is none: that is how a form sends what was left out.
        given.retain(|_, value| !value.trim().is_empty());
        let cursor = given.remove("cursor");
        let limit = given.remove("limit").map_or(PAGE_DEFAULT, |limit| {
            let asked = limit.parse().ok().filter(|limit| (1..=PAGE_MAX).contains(limit));
            asked.unwrap_or_else(|| {
                faults.note("/limit", FieldCode::Malformed, format!("Ask for 1 to {PAGE_MAX}."));
                PAGE_DEFAULT
            })
        });
        let hash = sha256_hex(&[model.id().as_bytes(), format!("{given:?}").as_bytes()]);
        let search = given.remove("q").map(|search| faults.line("/q", &search, SEARCH_MAX));
        let sort = given.remove("sort");
        let order = order(model, |name| visible(name).is_some(), sort.as_deref(), &mut faults);
        let mut filters = Vec::new();
        for (name, text) in &given {
            if let (Some(field), Some(column)) = (filter(name), model.table.column(name)) {
                filters.push((column.sql.clone(), wanted(field, column, text, &mut faults)));
            }
        }
        let mut question = Self {
            search,
            filters,
            order,
            limit,
            after: None,
            hash,
        };
        if let Some(cursor) = cursor {
            question.after = question.place(&cursor);
            if question.after.is_none() {
                faults.note(
                    "/cursor",
                    FieldCode::Malformed,
                    "A cursor goes with the question that it was the answer to.",
                );
            }
        }
        faults.none()?;
        Ok(question)
    }

    /// The cursor of the page that begins after this place.
    pub(crate) fn cursor(&self, after: &After) -> Result<String, Refusal> {
        let (text, number) = match &after.key {
            Cell::Text(text) => (Some(text.clone()), None),
            Cell::Number(number) => (None, Some(*number)),
        };
        let cursor = Cursor {
            question: self.hash.clone(),
            text,
            number,
            id: after.id.clone(),
        };
        let bytes = serde_json::to_vec(&cursor).map_err(|_| Refusal::internal())?;
        Ok(URL_SAFE_NO_PAD.encode(bytes))
    }

    fn place(&self, cursor: &str) -> Option<After> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let cursor: Cursor = serde_json::from_slice(&bytes).ok()?;
        let key = match (self.order.text, cursor.text, cursor.number) {
            (true, Some(text), None) => Cell::Text(text),
            (false, None, Some(number)) => Cell::Number(number),
            _ => return None,
        };
        (cursor.question == self.hash).then_some(After { key, id: cursor.id })
    }
}

/// What the list is ordered by: what was asked for, else the usual order, else the newest first.
fn order(model: &Model, visible: impl Fn(&str) -> bool, sort: Option<&str>, faults: &mut Faults) -> Order {
    let sorts = &model.resource.sorts;
    let column = |sort: &str| {
        let (name, descending) = sort.strip_prefix('-').map_or((sort, false), |name| (name, true));
        let offered = sorts.iter().any(|sort| sort.as_str() == name) && visible(name);
        let column = model.table.column(name).filter(|_| offered)?;
        Some(Order {
            sql: column.sql.clone(),
            text: column.keeps.is_text(),
            descending,
        })
    };
    let asked = sort.and_then(|sort| {
        let found = column(sort);
        if found.is_none() {
            faults.note("/sort", FieldCode::UnknownValue, "The list cannot be sorted by this.");
        }
        found
    });
    asked
        .or_else(|| column(model.resource.sort.as_deref()?))
        .unwrap_or_else(|| Order {
            sql: "created".into(),
            text: false,
            descending: true,
        })
}

/// What a filter asks for.
fn wanted(field: &Field, column: &Column, text: &str, faults: &mut Faults) -> Wanted {
    let pointer = format!("/{}", field.name);
    let mut any = Vec::new();
    match field.kind {
        Kind::Choice | Kind::Switch | Kind::Reference | Kind::Choices => {
            for value in text.split(',').map(str::trim).take(VALUES_MAX) {
                let known = match field.kind {
                    Kind::Choice | Kind::Choices => field.choices.iter().any(|choice| choice.value == value),
                    Kind::Switch => value == "true" || value == "false",
                    // Whether there is such a record is not told here.
                    _ => true,
                };
                if !known {
                    faults.note(&pointer, FieldCode::UnknownValue, "There is no such choice.");
                }
                any.push(match column.keeps {
                    Keeps::Flag => Cell::Number(i64::from(value == "true")),
                    _ => Cell::Text(value.to_owned()),
                });
            }
            match column.keeps {
                Keeps::Several => Wanted::Has(any.into_iter().filter_map(Cell::into_text).collect()),
                _ => Wanted::Any(any),
            }
        }
        _ => {
            // One value alone means exactly that.
            let (from, to) = text.split_once("..").unwrap_or((text, text));
            let mut end = |text: &str, last: bool| {
                let text = text.trim();
                if text.is_empty() {
                    return None;
                }
                let cell = bound(column.keeps, text, last);
                if cell.is_none() {
                    faults.note(
                        &pointer,
                        FieldCode::Malformed,
                        "Write from..to, or leave one of them out.",
                    );
                }
                cell
            };
            let (from, to) = (end(from, false), end(to, true));
            Wanted::Between(from, to)
        }
    }
}

/// One end of a range; `last` for the upper one.
fn bound(keeps: Keeps, text: &str, last: bool) -> Option<Cell> {
    let day = |text: &str| -> Option<Time> {
        (text.len() == "2026-11-24".len()).then(|| format!("{text}T00:00:00Z").parse().ok())?
    };
    match keeps {
        Keeps::Day => day(text).map(|_| Cell::Text(text.to_owned())),
        Keeps::Moment => match day(text) {
            Some(begins) if last => Some(Cell::Number(begins.plus_millis(DAY_MS - 1).millis())),
            Some(begins) => Some(Cell::Number(begins.millis())),
            None => text.parse().ok().map(|time: Time| Cell::Number(time.millis())),
        },
        Keeps::Scaled => text.parse::<Decimal>().ok().and_then(scaled).map(Cell::Number),
        Keeps::Folded | Keeps::Exact | Keeps::Several | Keeps::Flag => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_the_whole_of_it() {
        let Some(Cell::Number(first)) = bound(Keeps::Moment, "2026-11-24", false) else {
            panic!("a day")
        };
        let Some(Cell::Number(last)) = bound(Keeps::Moment, "2026-11-24", true) else {
            panic!("a day")
        };
        assert_eq!(last - first, DAY_MS - 1);
        assert_eq!(bound(Keeps::Day, "2026-02-30", false), None);
        assert_eq!(bound(Keeps::Day, "yesterday", false), None);
        assert_eq!(bound(Keeps::Scaled, "12.5", false), Some(Cell::Number(125_000)));
        assert_eq!(bound(Keeps::Scaled, "a lot", false), None);
    }
}
