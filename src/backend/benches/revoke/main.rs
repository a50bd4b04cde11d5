//! How soon everybody is told: a thousand sessions hold the stream of a backend of its own, a role that all of them have is
//! changed again and again, and then one person after the other is revoked. At last somebody holds all the thousand, and
//! is revoked. Told is from the owner's request to the last one who hears of it, over the network of this machine;
//! listening takes its share of the same processors.

#[path = "../beside/backend.rs"]
#[expect(dead_code, reason = "files are looked at elsewhere")]
mod backend;
#[path = "../beside/client.rs"]
mod client;

use std::error::Error;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;

use backend::Backend;
use client::{Client, Told};

type Outcome<T> = Result<T, Box<dyn Error>>;

const PEOPLE: usize = 50;
const SESSIONS_EACH: usize = 20;
const SESSIONS: usize = PEOPLE * SESSIONS_EACH;
const ROUNDS: usize = 100;
/// So many people, one after the other, hold all sessions. Few, since signing in a thousand times takes a while.
const ALONE: usize = 20;
/// So many sign in at the same time.
const AT_ONCE: usize = 4;
/// How long somebody may not hear anything before it counts as lost.
const PATIENCE: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> Outcome<()> {
    let backend = Backend::start("small")?;
    let owner = Client::sign_in(backend.address(), "owner@example.test", backend::PASSWORD).await?;
    let role = owner
        .call("POST", "/roles", None, Some(&named(&["orders.view"])))
        .await?;
    let role = role.text("id")?;
    eprintln!("{PEOPLE} people join, and sign in {SESSIONS} times …");
    let mut people = Vec::new();
    let mut sessions = Vec::new();
    for n in 0..PEOPLE {
        let email = format!("person{n}@example.test");
        people.push(join(&owner, &email, &role).await?);
        for _ in 0..SESSIONS_EACH {
            sessions.push((n, Client::sign_in(backend.address(), &email, backend::PASSWORD).await?));
        }
    }

    let before = backend.memory_kib()?;
    let (tell, mut hear) = unbounded_channel();
    for (person, session) in &sessions {
        session.listen(*person, tell.clone()).await?;
    }
    wait_for(&mut hear, SESSIONS, |told| told.event == "stream.opened").await?;
    // Each looks once at its session when it begins; that is over before anything is measured.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let each = backend.memory_kib()?.saturating_sub(before) * 1024 / SESSIONS as u64;

    let mut changed = Vec::new();
    for round in 0..ROUNDS {
        let permissions: &[&str] = if round % 2 == 0 {
            &["carts.view"]
        } else {
            &["orders.view"]
        };
        let seen = owner.call("GET", &format!("/roles/{role}"), None, None).await?.etag()?;
        let begun = Instant::now();
        owner
            .call("PUT", &format!("/roles/{role}"), Some(&seen), Some(&named(permissions)))
            .await?;
        let last = wait_for(&mut hear, SESSIONS, |told| told.event == "session.changed").await?;
        changed.push(last.duration_since(begun));
    }

    let mut revoked = Vec::new();
    for (n, account) in people.iter().enumerate() {
        let begun = Instant::now();
        owner
            .call("PUT", &format!("/staff/{account}/revocation"), None, Some(&json!({})))
            .await?;
        let told = |told: &Told| told.event == "session.ended" && told.person == n;
        let last = wait_for(&mut hear, SESSIONS_EACH, told).await?;
        revoked.push(last.duration_since(begun));
    }

    eprintln!("{ALONE} people, one after the other, sign in {SESSIONS} times each …");
    let mut alone = Vec::new();
    for n in PEOPLE..PEOPLE + ALONE {
        alone.push(all_of_one(&owner, &role, n, (&tell, &mut hear)).await?);
    }

    println!("{SESSIONS} sessions hold the stream: {each} bytes of the backend's memory each");
    said(
        &format!("a role changes, and {SESSIONS} sessions are told of it"),
        changed,
    );
    said(
        &format!("somebody is revoked, and {SESSIONS_EACH} sessions are ended"),
        revoked,
    );
    said(&format!("somebody who holds all {SESSIONS} sessions is revoked"), alone);
    Ok(())
}

/// Somebody joins, holds all sessions, and is revoked: how long until the last of them has ended.
async fn all_of_one(
    owner: &Client,
    role: &str,
    n: usize,
    (tell, hear): (&UnboundedSender<Told>, &mut UnboundedReceiver<Told>),
) -> Outcome<Duration> {
    let email = format!("person{n}@example.test");
    let account = join(owner, &email, role).await?;
    let mut asked = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (address, email) = (owner.address(), email.clone());
        asked.spawn(async move {
            let mut sessions = Vec::new();
            for _ in 0..SESSIONS / AT_ONCE {
                let session = Client::sign_in(address, &email, backend::PASSWORD).await;
                sessions.push(session.map_err(|error| error.to_string())?);
            }
            Ok::<_, String>(sessions)
        });
    }
    while let Some(sessions) = asked.join_next().await {
        for session in sessions?? {
            session.listen(n, tell.clone()).await?;
        }
    }
    wait_for(hear, SESSIONS, |told| told.event == "stream.opened" && told.person == n).await?;
    // Each looks once at its session when it begins.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let begun = Instant::now();
    owner
        .call("PUT", &format!("/staff/{account}/revocation"), None, Some(&json!({})))
        .await?;
    let last = wait_for(hear, SESSIONS, |told| told.event == "session.ended" && told.person == n).await?;
    Ok(last.duration_since(begun))
}

fn named(permissions: &[&str]) -> Value {
    json!({ "name": { "en": "A role of everybody" }, "permissions": permissions })
}

/// Invites somebody, who joins; the account.
async fn join(owner: &Client, email: &str, role: &str) -> Outcome<String> {
    let invited = owner
        .call(
            "POST",
            "/staff",
            None,
            Some(&json!({ "email": email, "permissions": [], "roles": [role] })),
        )
        .await?;
    let link = invited.body["invitation"]["link"].as_str().unwrap_or_default();
    let token = link.rsplit('/').next().unwrap_or_default();
    let path = format!("/invitations/{token}");
    let join = json!({ "name": "Somebody", "password": backend::PASSWORD });
    owner.anonymous().call("POST", &path, None, Some(&join)).await?;
    Ok(invited.body["account"]["id"].as_str().unwrap_or_default().to_owned())
}

/// Waits until so many have been told what is looked for; when the last of them was.
async fn wait_for(hear: &mut UnboundedReceiver<Told>, count: usize, is_it: impl Fn(&Told) -> bool) -> Outcome<Instant> {
    let mut last = Instant::now();
    let mut heard = 0;
    while heard < count {
        let told = tokio::time::timeout(PATIENCE, hear.recv()).await;
        let told = told.map_err(|_| format!("{heard} of {count} have been told"))?;
        let told = told.ok_or("nobody listens any more")?;
        if is_it(&told) {
            heard += 1;
            last = told.at;
        }
    }
    Ok(last)
}

fn said(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| {
        let place = (times.len() * share).div_ceil(100).clamp(1, times.len()) - 1;
        times[place].as_secs_f64() * 1_000.0
    };
    println!(
        "{what}: p50 {:.0} ms, p99 {:.0} ms to the last one, of {} times",
        at(50),
        at(99),
        times.len()
    );
}
