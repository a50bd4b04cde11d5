//! How long pages of the staff list take: the first and the next, in each order, narrowed and searched.

use std::time::Instant;

use serde_json::Value;

use crate::Outcome;
use crate::client::Client;
use crate::times::Times;

const QUESTIONS: [(&str, &str); 15] = [
    ("the first page", ""),
    ("a page of 200", "limit=200"),
    ("by name, backwards", "sort=-name"),
    ("by e-mail", "sort=email"),
    ("by e-mail, backwards", "sort=-email"),
    ("by status", "sort=status"),
    ("by status, backwards", "sort=-status"),
    ("by last seen", "sort=lastSeen"),
    ("by last seen, backwards", "sort=-lastSeen"),
    ("those who are suspended", "status=suspended"),
    ("those of a role", "role=accountant"),
    ("those with a permission", "permission=customers.view"),
    ("search \"an\"", "q=an"),
    ("search for one person", "q=person77%40staff.test"),
    (
        "search for nobody, by last seen",
        "q=nobody%20is%20called%20this&sort=-lastSeen",
    ),
];

/// How many people there are, and of each question how it is called, how long it took and how many it finds.
pub(crate) async fn measured(owner: &Client, times: usize) -> Outcome<(u64, Vec<(&'static str, Times, u64)>)> {
    let mut questions: Vec<_> = QUESTIONS
        .iter()
        .map(|(called, query)| (*called, (*query).to_owned()))
        .collect();
    let first = page(owner, "limit=200").await?;
    let total = found(&first)?;
    for (called, sort) in [
        ("the second page of 200", "name"),
        ("the second page of 200, by last seen", "-lastSeen"),
    ] {
        let first = page(owner, &format!("limit=200&sort={sort}")).await?;
        if let Some(next) = first["next"].as_str() {
            questions.push((called, format!("limit=200&sort={sort}&cursor={next}")));
        }
    }
    let mut asked = Vec::new();
    for (called, query) in questions {
        // Once before it counts: what the database has never looked at is read from the disk.
        let found = found(&page(owner, &query).await?)?;
        let mut took = Times::default();
        for _ in 0..times {
            let begun = Instant::now();
            page(owner, &query).await?;
            took.add(begun.elapsed());
        }
        asked.push((called, took, found));
    }
    Ok((total, asked))
}

async fn page(owner: &Client, query: &str) -> Outcome<Value> {
    Ok(owner.call("GET", &format!("/staff?{query}"), None, None).await?.body)
}

fn found(page: &Value) -> Outcome<u64> {
    Ok(page["total"].as_u64().ok_or("no total")?)
}
