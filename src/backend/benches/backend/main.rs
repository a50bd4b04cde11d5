//! What a backend can carry: how many sessions it checks and how many people it signs in each second, how long the list of
//! ten thousand people takes, and how much memory it holds at rest and while a thousand sessions hold the stream. It is a
//! process of its own, asked over the network of this machine; whoever asks takes a share of the same processors.
//!
//! `--small` after `--` takes small numbers, to see that it works: then the figures mean nothing.

#[path = "../beside/backend.rs"]
mod backend;
#[path = "../beside/client.rs"]
#[expect(dead_code, reason = "what is told over streams is looked at elsewhere")]
mod client;
mod kept;
mod list;
mod people;
mod times;

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::mpsc::unbounded_channel;
use tokio::task::JoinSet;

use backend::Backend;
use client::Client;
use kept::Kept;
use times::Times;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How many connections check sessions at the same time.
const CONNECTIONS: usize = 16;
/// How many sign in at the same time: enough that no processor waits.
const AT_ONCE: usize = 4;
/// Only a fault is waited for this long.
const PATIENCE: Duration = Duration::from_mins(1);

/// How much is measured.
struct Size {
    people: usize,
    /// So many sign in, and hold the stream afterwards.
    sessions: usize,
    /// How long sessions are checked.
    checking: Duration,
    /// How often each question is asked.
    times: usize,
}

const USUAL: Size = Size {
    people: 10_000,
    sessions: 1_000,
    checking: Duration::from_secs(10),
    times: 100,
};
const SMALL: Size = Size {
    people: 200,
    sessions: 20,
    checking: Duration::from_millis(500),
    times: 3,
};

#[tokio::main]
async fn main() -> Outcome<()> {
    let size = if std::env::args().any(|argument| argument == "--small") {
        SMALL
    } else {
        USUAL
    };
    let mut table = Vec::new();
    let mut backend = Backend::start("small")?;
    let owner = Client::sign_in(backend.address(), "owner@example.test", backend::PASSWORD).await?;
    eprintln!("{} people are written into the store …", size.people);
    let hashed = people::fill(&backend.data(), size.people).await?;
    // Making a sample store has hashed passwords, and what that takes of memory is not given back.
    backend.start_again()?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    table.push(("memory at rest".to_owned(), mebibytes(backend.memory_kib()?)));

    eprintln!("{} people sign in …", size.sessions);
    let (sessions, took, times) = signed_in(&backend, &size).await?;
    table.push((
        format!("sign-ins, {AT_ONCE} at once ({hashed})"),
        format!("{}; {times}", each_second(sessions.len(), took)),
    ));

    eprintln!("sessions are checked …");
    let (checked, took, times) = checked(&sessions, size.checking).await?;
    table.push((
        format!("session checks (GET /session), {CONNECTIONS} connections that are kept"),
        format!("{}; {times}", each_second(checked, took)),
    ));

    eprintln!("the list of staff is asked for …");
    let (total, asked) = list::measured(&owner, size.times).await?;
    for (called, times, found) in asked {
        table.push((
            format!("staff list of {total}: {called} ({found} found)"),
            times.to_string(),
        ));
    }

    eprintln!("{} sessions hold the stream …", sessions.len());
    let before = backend.memory_kib()?;
    let (tell, mut hear) = unbounded_channel();
    for (n, session) in sessions.iter().enumerate() {
        session.listen(n, tell.clone()).await?;
    }
    let mut opened = 0;
    while opened < sessions.len() {
        let told = tokio::time::timeout(PATIENCE, hear.recv())
            .await?
            .ok_or("nobody listens")?;
        opened += usize::from(told.event == "stream.opened");
    }
    // Each looks once at its session when it begins.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let under = backend.memory_kib()?;
    let each = under.saturating_sub(before) / sessions.len() as u64;
    table.push((
        "memory before the streams, after all of the above".to_owned(),
        mebibytes(before),
    ));
    table.push((
        format!("memory under {} streams", sessions.len()),
        format!("{}, {each} KiB each", mebibytes(under)),
    ));

    let width = table.iter().map(|(what, _)| what.chars().count()).max().unwrap_or(0);
    for (what, figure) in table {
        println!("{what:width$}  {figure}");
    }
    Ok(())
}

/// People sign in, one after the other in each of some rows: their sessions, how long all took, and how long each.
async fn signed_in(backend: &Backend, size: &Size) -> Outcome<(Vec<Client>, Duration, Times)> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut rows = JoinSet::new();
    let (address, most, people) = (backend.address(), size.sessions, size.people);
    let begun = Instant::now();
    for _ in 0..AT_ONCE {
        let next = Arc::clone(&next);
        rows.spawn(async move {
            let mut done = Vec::new();
            loop {
                let n = next.fetch_add(1, Ordering::Relaxed);
                if n >= most {
                    return Ok::<_, String>(done);
                }
                let email = people::email(people::active(n, people));
                let begun = Instant::now();
                let session = Client::sign_in(address, &email, backend::PASSWORD).await;
                done.push((session.map_err(|error| error.to_string())?, begun.elapsed()));
            }
        });
    }
    let (mut sessions, mut times) = (Vec::new(), Times::default());
    while let Some(row) = rows.join_next().await {
        for (session, time) in row?? {
            sessions.push(session);
            times.add(time);
        }
    }
    Ok((sessions, begun.elapsed(), times))
}

/// Each connection asks who it is, again and again, until the time is over.
async fn checked(sessions: &[Client], checking: Duration) -> Outcome<(usize, Duration, Times)> {
    let mut connections = Vec::new();
    for session in sessions.iter().cycle().take(CONNECTIONS) {
        connections.push(Kept::open(session, "GET", "/session").await?);
    }
    let mut asking = JoinSet::new();
    let begun = Instant::now();
    for mut connection in connections {
        asking.spawn(async move {
            let mut times = Times::default();
            while begun.elapsed() < checking {
                let begun = Instant::now();
                connection.ask().await.map_err(|error| error.to_string())?;
                times.add(begun.elapsed());
            }
            Ok::<_, String>(times)
        });
    }
    let mut all = Times::default();
    while let Some(times) = asking.join_next().await {
        all.add_all(times??);
    }
    Ok((all.count(), begun.elapsed(), all))
}

fn each_second(count: usize, took: Duration) -> String {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    format!("{:.0} each second", f64::from(count) / took.as_secs_f64())
}

fn mebibytes(kibibytes: u64) -> String {
    format!("{} MiB", kibibytes / 1024)
}
