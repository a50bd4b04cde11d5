//! How long lists take: a backend of its own has a hundred thousand orders, and is asked over the network of this machine
//! for pages of them, in each order there is, narrowed by each filter there is, and searched. What is asked follows from
//! the descriptor, so that a filter that is added is measured by being there.
//!
//! No question may take longer than [`LIMIT`] in 99 of 100 times. `--size N` after `--` takes a smaller store, to see
//! that it works: then no limit is held.

#[path = "../beside/backend.rs"]
#[expect(dead_code, reason = "memory and files are looked at elsewhere")]
mod backend;
#[path = "../beside/client.rs"]
#[expect(dead_code, reason = "streams are listened to elsewhere")]
mod client;
mod questions;

use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use serde_json::Value;

use backend::Backend;
use client::Client;
use questions::Question;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How many times the usual trade makes a hundred thousand orders.
const SIZE: &str = "40";
const ORDERS: u64 = 100_000;
/// How often each question is asked.
const TIMES: usize = 30;
/// What a question may take, 99 times of 100.
const LIMIT: Duration = Duration::from_millis(100);

#[tokio::main]
async fn main() -> Outcome<ExitCode> {
    let mut arguments = std::env::args().skip_while(|argument| argument != "--size").skip(1);
    let smaller = arguments.next();
    let size = smaller.as_deref().unwrap_or(SIZE);
    eprintln!("a store of {size} times the usual trade is made …");
    let backend = Backend::start(size)?;
    let owner = Client::sign_in(backend.address(), "owner@example.test", backend::PASSWORD).await?;
    let resources = owner.call("GET", "/resources", None, None).await?.body;
    let all = resources["items"].as_array().ok_or("no resources")?;
    let orders = all
        .iter()
        .find(|resource| resource["id"] == "orders")
        .ok_or("no orders")?;
    let first = owner.call("GET", "/resources/orders?limit=1", None, None).await?.body;
    let total = first["total"].as_u64().ok_or("no total")?;
    if smaller.is_none() && total < ORDERS {
        return Err(format!("there are {total} orders, and not {ORDERS}").into());
    }

    println!("{total} orders, each question {TIMES} times");
    println!("{:>9} {:>9} {:>9}  {:>7}  question", "p50", "p99", "max", "found");
    let mut slow = Vec::new();
    for question in questions::all(&owner, orders, &first["items"][0]).await? {
        let measured = Measured::of(&owner, &question).await?;
        println!(
            "{} {} {}  {:>7}  {}",
            milliseconds(measured.at(50)),
            milliseconds(measured.at(99)),
            milliseconds(measured.at(100)),
            measured.found,
            question.called
        );
        if measured.at(99) > LIMIT {
            slow.push(question.called);
        }
    }
    if slow.is_empty() || smaller.is_some() {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("longer than {} ms: {}", LIMIT.as_millis(), slow.join("; "));
    Ok(ExitCode::FAILURE)
}

/// How long a question took, each time, the shortest first.
struct Measured {
    times: Vec<Duration>,
    /// How many records it finds.
    found: u64,
}

impl Measured {
    async fn of(owner: &Client, question: &Question) -> Outcome<Self> {
        let path = format!("/resources/orders?{}", question.query);
        // Once before it counts: what the database has never looked at is read from the disk.
        let page = owner.call("GET", &path, None, None).await?.body;
        let mut times = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            let begun = Instant::now();
            owner.call("GET", &path, None, None).await?;
            times.push(begun.elapsed());
        }
        times.sort_unstable();
        let found = page.get("total").and_then(Value::as_u64).ok_or("no total")?;
        Ok(Self { times, found })
    }

    /// The time that so many of a hundred keep to.
    fn at(&self, share: usize) -> Duration {
        let place = (self.times.len() * share).div_ceil(100).clamp(1, self.times.len()) - 1;
        self.times[place]
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{:>6.1} ms", time.as_secs_f64() * 1_000.0)
}
