//! What is asked: drawn from the descriptor of the list, with values that its records have.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::Outcome;
use crate::client::Client;

/// A question.
pub(crate) struct Question {
    /// What it is called in the table.
    pub(crate) called: String,
    /// The query of the call.
    pub(crate) query: String,
}

impl Question {
    fn new(called: impl Into<String>, query: impl Into<String>) -> Self {
        Self {
            called: called.into(),
            query: query.into(),
        }
    }
}

/// All of them, in the order of the table.
pub(crate) async fn all(owner: &Client, orders: &Value, some: &Value) -> Outcome<Vec<Question>> {
    let mut all = vec![
        Question::new("the first page", ""),
        Question::new("a page of 200", "limit=200"),
    ];
    let page = owner.call("GET", "/resources/orders?limit=200", None, None).await?.body;
    if let Some(cursor) = page["next"].as_str() {
        all.push(Question::new(
            "the second page of 200",
            format!("limit=200&cursor={cursor}"),
        ));
    }
    for sort in texts(&orders["sorts"]) {
        for sort in [sort.to_owned(), format!("-{sort}")] {
            all.push(Question::new(format!("by {sort}"), format!("sort={sort}")));
            let path = format!("/resources/orders?limit=200&sort={sort}");
            let page = owner.call("GET", &path, None, None).await?.body;
            if let Some(cursor) = page["next"].as_str() {
                let query = format!("limit=200&sort={sort}&cursor={cursor}");
                all.push(Question::new(format!("by {sort}, the second page of 200"), query));
            }
        }
    }
    let filters: Vec<(String, String)> = texts(&orders["filters"])
        .flat_map(|name| {
            values(orders, some, name)
                .into_iter()
                .map(|value| (name.to_owned(), value))
        })
        .collect();
    let sorts: Vec<&str> = texts(&orders["sorts"]).collect();
    for (name, value) in &filters {
        let filter = format!("{name}={}", encoded(value));
        all.push(Question::new(format!("{name} {value}"), filter.clone()));
        for sort in &sorts {
            all.push(Question::new(
                format!("{name} {value}, by -{sort}"),
                format!("{filter}&sort=-{sort}"),
            ));
        }
    }
    for words in searched(some) {
        let search = format!("q={}", encoded(&words));
        all.push(Question::new(format!("search \"{words}\""), search.clone()));
        if let Some((name, value)) = filters.first() {
            let query = format!("{search}&{name}={}", encoded(value));
            all.push(Question::new(format!("search \"{words}\", {name} {value}"), query));
        }
    }
    Ok(all)
}

/// What a filter is set to: each choice, both answers, what a record has, or half of a range.
fn values(orders: &Value, some: &Value, name: &str) -> Vec<String> {
    let fields = orders["fields"].as_array().into_iter().flatten();
    let mut fields = fields.filter(|field| field["name"] == name);
    let Some(field) = fields.next() else {
        return Vec::new();
    };
    let own = &some["fields"][name];
    match field["kind"].as_str().unwrap_or_default() {
        "choice" | "choices" => {
            let choices = field["choices"].as_array().into_iter().flatten();
            choices
                .filter_map(|choice| Some(choice["value"].as_str()?.to_owned()))
                .collect()
        }
        "switch" => vec!["true".into(), "false".into()],
        "reference" => own["id"].as_str().map(str::to_owned).into_iter().collect(),
        // All up to this one, from it on, and its day alone.
        "date" => {
            let day = own.as_str().and_then(|moment| moment.get(..10)).unwrap_or("2026-01-01");
            vec![format!("..{day}"), format!("{day}.."), format!("{day}..{day}")]
        }
        "money" => vec!["..50".into(), "50..".into(), "50..51".into()],
        _ => vec!["..2".into(), "2..".into()],
    }
}

/// A number, a whole name, a part of many, and what nobody has.
fn searched(some: &Value) -> Vec<String> {
    let fields = some["fields"].as_object().into_iter().flatten();
    let mut words: Vec<String> = fields
        .filter(|(name, _)| matches!(name.as_str(), "number" | "email"))
        .filter_map(|(_, value)| Some(value.as_str()?.to_owned()))
        .collect();
    words.extend(some["fields"]["customer"]["name"].as_str().map(str::to_owned));
    words.extend(["an".to_owned(), "nobody is called this".to_owned()]);
    words
}

fn texts(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}
